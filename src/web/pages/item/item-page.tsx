import { getRouteApi, Link, useNavigate } from '@tanstack/react-router'
import type { Outputs } from '../../../client/web-client.ts'
import { useOperation } from '../../data/operations.ts'
import { useCompany } from '../../data/session.ts'
import { itemFields } from '../../subjects/fields.ts'
import { searchFor } from '../../subjects/searches.ts'
import { SubjectPage } from '../../subjects/subject-page.tsx'
import { UnitCounts } from '../../subjects/unit-counts.tsx'
import { UnitList } from '../../subjects/unit-list.tsx'
import { useText } from '../../texts/texts.ts'
import { useTraitFields } from '../../traits/trait-fields.ts'
import { AnsweredPage } from '../../ui/answered-page.tsx'
import { Panel } from '../../ui/panel.tsx'
import { ItemFacts } from './item-facts.tsx'
import { ItemLots } from './item-lots.tsx'

const route = getRouteApi('/c/$company/items/$item')

/** One item: what it is, how its units stand, and its lots. */
export function ItemPage() {
  const { item } = route.useParams()
  const query = useOperation('showSubject', { kind: 'item', code: item })
  return (
    <AnsweredPage query={query} name={item}>
      {(shown) => <ShownItem shown={shown} />}
    </AnsweredPage>
  )
}

function ShownItem({ shown }: { shown: Outputs['showSubject'] }) {
  const t = useText('things')
  const company = useCompany()
  const navigate = useNavigate()
  const { code, data } = shown.subject
  const name = data['name'] as string | undefined
  const units = searchFor('sku', code)
  const traitFields = useTraitFields('item')
  return (
    <SubjectPage
      shown={shown}
      title={name ?? code}
      over={
        <>
          <Link to="/c/$company/items" params={{ company }}>
            {t('items')}
          </Link>
          {` · ${code}`}
        </>
      }
      fields={[...itemFields(t), ...traitFields]}
      changeTitle={t('changeItem')}
      onRenamed={(renamed) => {
        const params = { company, item: renamed }
        void navigate({ to: '/c/$company/items/$item', params, replace: true })
      }}
      side={
        <>
          <ItemFacts subject={shown.subject} />
          <ItemLots item={code} />
        </>
      }
    >
      <Panel title={t('standing')}>
        <UnitCounts query={units} />
      </Panel>
      <UnitList title={t('units')} query={units} shared={{ item: code }} />
    </SubjectPage>
  )
}
