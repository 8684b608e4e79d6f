import { getRouteApi, Link } from '@tanstack/react-router'
import { Search } from 'lucide-react'
import { useState } from 'react'
import type { Unit } from '../../../client/web-client.ts'
import { useOperation } from '../../data/operations.ts'
import { useCompany } from '../../data/session.ts'
import { useText } from '../../texts/texts.ts'
import { SubjectLink } from '../../ui/links.tsx'
import { AnsweredPage } from '../../ui/answered-page.tsx'
import { Page } from '../../ui/page.tsx'
import { Button } from '../../ui/parts.ts'
import { SerialText } from '../../ui/serial-text.tsx'
import { Answered } from '../../ui/states.tsx'
import { HoldBadge, StatusBadge } from '../../ui/status-badge.tsx'
import { UnitActions } from './unit-actions.tsx'
import { UnitFacts } from './unit-facts.tsx'
import { UnitHistory } from './unit-history.tsx'
import { PastSlider } from './past-slider.tsx'
import styles from './unit-page.module.css'

const route = getRouteApi('/c/$company/units/$unit')

/** Events that are shown at first; each time older ones are asked for, so many times as many. */
const shown = { first: 200, growth: 5, most: 10_000 }

/** One unit: what is true of it now or was at a past moment, its story, and what can be done. */
export function UnitPage() {
  const { unit: ref } = route.useParams()
  const query = useOperation('showUnit', { unit: ref })
  return (
    <AnsweredPage query={query} name={ref} instead={<SearchLink words={ref} />}>
      {(unit) => <ShownUnit unit={unit} />}
    </AnsweredPage>
  )
}

/** Leads from a number that no unit has to what is like it. */
function SearchLink({ words }: { words: string }) {
  const t = useText('unit')
  const company = useCompany()
  return (
    <Button
      leftSection={<Search aria-hidden />}
      renderRoot={(props) => (
        <Link to="/c/$company/find" params={{ company }} search={{ q: words }} {...props} />
      )}
    >
      {t('searchInstead')}
    </Button>
  )
}

function ShownUnit({ unit }: { unit: Unit }) {
  const { unit: ref } = route.useParams()
  const { at } = route.useSearch()
  const then = useOperation(
    'showUnit',
    { unit: ref, ...(at !== undefined && { at }) },
    { enabled: at !== undefined, keepsFormer: true },
  )
  const [latest, setLatest] = useState(shown.first)
  const history = useOperation('showHistory', { unit: ref, latest }, { keepsFormer: true })
  const standing = at === undefined ? unit : (then.data ?? unit)
  return (
    <Page
      title={unit.serial ?? `#${unit.id}`}
      over={<ItemLine unit={unit} />}
      heading={<SerialText serial={unit.serial ?? `#${unit.id}`} size="xl" />}
      under={
        <>
          <StatusBadge status={standing.status} />
          <HoldBadge reasons={standing.holds.map(({ reason }) => reason)} />
        </>
      }
      actions={at === undefined && <UnitActions unit={unit} />}
    >
      {history.data && history.data.lines.length > 1 && (
        <PastSlider lines={history.data.lines} at={at} />
      )}
      <div className={styles.columns}>
        <UnitFacts unit={standing} isPast={at !== undefined} />
        <Answered query={history} lines={8}>
          {({ lines }) => (
            <UnitHistory
              unit={unit}
              lines={lines}
              at={at}
              onOlder={
                lines.length === latest && latest < shown.most
                  ? () => setLatest(Math.min(latest * shown.growth, shown.most))
                  : undefined
              }
            />
          )}
        </Answered>
      </div>
    </Page>
  )
}

function ItemLine({ unit: { item } }: { unit: Unit }) {
  if (!item) return null
  return (
    <SubjectLink kind="item" code={item.code}>
      {item.name ?? item.code}
    </SubjectLink>
  )
}
