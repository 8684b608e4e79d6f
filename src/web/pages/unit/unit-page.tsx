import { getRouteApi } from '@tanstack/react-router'
import type { Unit } from '../../../client/web-client.ts'
import { useOperation } from '../../data/operations.ts'
import { useText } from '../../texts/texts.ts'
import { SubjectLink } from '../../ui/links.tsx'
import { Page } from '../../ui/page.tsx'
import { Panel } from '../../ui/panel.tsx'
import { SerialText } from '../../ui/serial-text.tsx'
import { Answered, ErrorState, LoadingState } from '../../ui/states.tsx'
import { HoldBadge, StatusBadge } from '../../ui/status-badge.tsx'
import { UnitActions } from './unit-actions.tsx'
import { UnitFacts } from './unit-facts.tsx'
import { UnitHistory } from './unit-history.tsx'
import { PastSlider } from './past-slider.tsx'
import styles from './unit-page.module.css'

const route = getRouteApi('/c/$company/units/$unit')

/** Lines of history that are shown at once. */
const linesMax = 200

/** One unit: what is true of it now or was at a past moment, its story, and what can be done. */
export function UnitPage() {
  const t = useText('unit')
  const { unit: ref } = route.useParams()
  const { at } = route.useSearch()
  const now = useOperation('showUnit', { unit: ref })
  const then = useOperation(
    'showUnit',
    { unit: ref, ...(at !== undefined && { at }) },
    { enabled: at !== undefined, keepsFormer: true },
  )
  const history = useOperation('showHistory', { unit: ref, latest: linesMax })
  const unit = now.data
  if (!unit) {
    return (
      <Page title={`${t('title')} ${ref}`} heading={<SerialText serial={ref} size="xl" />}>
        <Panel>
          {now.error ? (
            <ErrorState error={now.error} retry={() => void now.refetch()} />
          ) : (
            <LoadingState />
          )}
        </Panel>
      </Page>
    )
  }
  const shown = at === undefined ? unit : (then.data ?? unit)
  return (
    <Page
      title={unit.serial ?? `#${unit.id}`}
      over={<ItemLine unit={unit} />}
      heading={<SerialText serial={unit.serial ?? `#${unit.id}`} size="xl" />}
      actions={at === undefined && <UnitActions unit={unit} />}
    >
      <div className={styles.standing}>
        <StatusBadge status={shown.status} />
        <HoldBadge reasons={shown.holds.map(({ reason }) => reason)} />
      </div>
      {history.data && history.data.lines.length > 1 && (
        <PastSlider lines={history.data.lines} at={at} />
      )}
      <div className={styles.columns}>
        <UnitFacts unit={shown} isPast={at !== undefined} />
        <Answered query={history} lines={8}>
          {({ lines }) => <UnitHistory unit={unit} lines={lines} linesMax={linesMax} at={at} />}
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
