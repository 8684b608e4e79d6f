import { getRouteApi, Link, useNavigate } from '@tanstack/react-router'
import type { Outputs, Subject } from '../../../client/web-client.ts'
import { useOperation } from '../../data/operations.ts'
import { lotFields } from '../../subjects/fields.ts'
import { searchFor } from '../../subjects/searches.ts'
import { traitsOf } from '../../subjects/subject-field.ts'
import { SubjectPage } from '../../subjects/subject-page.tsx'
import { UnitCounts } from '../../subjects/unit-counts.tsx'
import { UnitList } from '../../subjects/unit-list.tsx'
import { AnsweredPage } from '../../ui/answered-page.tsx'
import { useText } from '../../texts/texts.ts'
import { TraitFacts } from '../../traits/trait-facts.tsx'
import { useTraitFields } from '../../traits/trait-fields.ts'
import { Fact, Facts, Panel } from '../../ui/panel.tsx'
import { DayText } from '../../ui/time-text.tsx'

const route = getRouteApi('/c/$company/items/$item/lots/$lot')

/** One lot of an item: its days, and how its units stand. */
export function LotPage() {
  const { item, lot } = route.useParams()
  const query = useOperation('showSubject', { kind: 'lot', code: lot, item })
  return (
    <AnsweredPage query={query} name={lot}>
      {(shown) => <ShownLot shown={shown} />}
    </AnsweredPage>
  )
}

function ShownLot({ shown }: { shown: Outputs['showSubject'] }) {
  const t = useText('things')
  const { company, item } = route.useParams()
  const navigate = useNavigate()
  const { code } = shown.subject
  const traitFields = useTraitFields('lot')
  const units = `${searchFor('sku', item)} ${searchFor('lot', code)}`
  return (
    <SubjectPage
      shown={shown}
      title={`${t('lot')} ${code}`}
      over={
        <Link to="/c/$company/items/$item" params={{ company, item }}>
          {item}
        </Link>
      }
      fields={[...lotFields(t), ...traitFields]}
      changeTitle={t('changeLot')}
      given={{ item }}
      onRenamed={(lot) => {
        const params = { company, item, lot }
        void navigate({ to: '/c/$company/items/$item/lots/$lot', params, replace: true })
      }}
      side={<LotFacts lot={shown.subject} />}
    >
      <Panel title={t('standing')}>
        <UnitCounts query={units} />
      </Panel>
      <UnitList title={t('units')} query={units} shared={{ item }} />
    </SubjectPage>
  )
}

/** When the lot was made, until when it is good, and its traits. */
function LotFacts({ lot }: { lot: Subject }) {
  const t = useText('things')
  const { data } = lot
  const traits = traitsOf(data)
  const days = lotFields(t).filter(({ name, as }) => as === 'day' && data[name] !== undefined)
  if (days.length === 0 && Object.keys(traits).length === 0) return null
  return (
    <Panel title={t('facts')}>
      <Facts>
        {days.map(({ name, label }) => (
          <Fact key={name} name={label}>
            <DayText day={data[name] as number} />
          </Fact>
        ))}
        <TraitFacts traits={traits} />
      </Facts>
    </Panel>
  )
}
