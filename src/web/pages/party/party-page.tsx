import { getRouteApi, Link, useNavigate } from '@tanstack/react-router'
import type { Outputs } from '../../../client/web-client.ts'
import { useOperation } from '../../data/operations.ts'
import { partyFields } from '../../subjects/fields.ts'
import { searchFor } from '../../subjects/searches.ts'
import { SubjectPage } from '../../subjects/subject-page.tsx'
import { UnitCounts } from '../../subjects/unit-counts.tsx'
import { UnitList } from '../../subjects/unit-list.tsx'
import { useText } from '../../texts/texts.ts'
import { AnsweredPage } from '../../ui/answered-page.tsx'
import { Panel } from '../../ui/panel.tsx'

const route = getRouteApi('/c/$company/parties/$party')

/** One party: what came from it, and what it has or will have. */
export function PartyPage() {
  const { party } = route.useParams()
  const query = useOperation('showSubject', { kind: 'party', code: party })
  return (
    <AnsweredPage query={query} name={party}>
      {(shown) => <ShownParty shown={shown} />}
    </AnsweredPage>
  )
}

function ShownParty({ shown }: { shown: Outputs['showSubject'] }) {
  const t = useText('things')
  const { company } = route.useParams()
  const navigate = useNavigate()
  const { code, data } = shown.subject
  const supplied = searchFor('supplier', code)
  // What came from a supplier and stands here is theirs no more.
  const withThem = `${searchFor('party', code)} -(${supplied} status:in_stock)`
  return (
    <SubjectPage
      shown={shown}
      title={(data['name'] as string | undefined) ?? code}
      over={
        <>
          <Link to="/c/$company/parties" params={{ company }}>
            {t('parties')}
          </Link>
          {` · ${code}`}
        </>
      }
      fields={partyFields(t)}
      changeTitle={t('changeParty')}
      onRenamed={(party) => {
        const params = { company, party }
        void navigate({ to: '/c/$company/parties/$party', params, replace: true })
      }}
    >
      <Panel title={t('supplied')}>
        <UnitCounts query={supplied} />
      </Panel>
      <Panel title={t('withThem')}>
        <UnitCounts query={withThem} />
      </Panel>
      <UnitList title={t('units')} query={`(${supplied} OR ${withThem})`} />
    </SubjectPage>
  )
}
