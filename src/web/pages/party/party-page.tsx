import { getRouteApi, Link, useNavigate } from '@tanstack/react-router'
import { Pencil } from 'lucide-react'
import { useState } from 'react'
import type { Outputs } from '../../../client/web-client.ts'
import { useOperation } from '../../data/operations.ts'
import { partyFields } from '../../subjects/fields.ts'
import { searchFor } from '../../subjects/searches.ts'
import { SubjectForm } from '../../subjects/subject-form.tsx'
import { SubjectHistory } from '../../subjects/subject-history.tsx'
import { UnitCounts } from '../../subjects/unit-counts.tsx'
import { UnitList } from '../../subjects/unit-list.tsx'
import { useText } from '../../texts/texts.ts'
import { Columns, Page, Stack } from '../../ui/page.tsx'
import { Panel } from '../../ui/panel.tsx'
import { Button } from '../../ui/parts.ts'
import { Answered } from '../../ui/states.tsx'

const route = getRouteApi('/c/$company/parties/$party')

/** One party: what came from it, and what it has or will have. */
export function PartyPage() {
  const { party } = route.useParams()
  const query = useOperation('showSubject', { kind: 'party', code: party })
  return <Answered query={query}>{(shown) => <ShownParty shown={shown} />}</Answered>
}

function ShownParty({ shown: { subject, lines } }: { shown: Outputs['showSubject'] }) {
  const t = useText('things')
  const { company } = route.useParams()
  const navigate = useNavigate()
  const [isChanging, setChanging] = useState(false)
  const { code, data } = subject
  const name = data['name'] as string | undefined
  return (
    <Page
      title={name ?? code}
      over={
        <>
          <Link to="/c/$company/parties" params={{ company }}>
            {t('parties')}
          </Link>
          {` · ${code}`}
        </>
      }
      actions={
        <Button
          variant="default"
          leftSection={<Pencil aria-hidden />}
          onClick={() => setChanging(true)}
        >
          {t('change')}
        </Button>
      }
    >
      <Columns>
        <Stack>
          <Panel title={t('supplied')}>
            <UnitCounts query={searchFor('supplier', code)} />
          </Panel>
          <Panel title={t('withThem')}>
            <UnitCounts query={searchFor('party', code)} />
          </Panel>
          <UnitList
            title={t('units')}
            query={`(${searchFor('supplier', code)} OR ${searchFor('party', code)})`}
          />
        </Stack>
        <SubjectHistory lines={lines} />
      </Columns>
      {isChanging && (
        <SubjectForm
          kind="party"
          title={t('changeParty')}
          fields={partyFields(t)}
          subject={subject}
          onClose={() => setChanging(false)}
          onDone={(party) =>
            void navigate({
              to: '/c/$company/parties/$party',
              params: { company, party },
              replace: true,
            })
          }
        />
      )}
    </Page>
  )
}
