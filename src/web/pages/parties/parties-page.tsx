import { Link, useNavigate } from '@tanstack/react-router'
import { Plus } from 'lucide-react'
import { useState } from 'react'
import { useCompany } from '../../data/session.ts'
import { partyFields } from '../../subjects/fields.ts'
import rows from '../../subjects/rows.module.css'
import { SubjectForm } from '../../subjects/subject-form.tsx'
import { SubjectList, SubjectRow } from '../../subjects/subject-list.tsx'
import { useCounts } from '../../subjects/use-counts.ts'
import { useText } from '../../texts/texts.ts'
import { Page } from '../../ui/page.tsx'
import { Button } from '../../ui/parts.ts'

/** Everybody that things come from, go to or are carried by. */
export function PartiesPage() {
  const t = useText('things')
  const company = useCompany()
  const navigate = useNavigate()
  const [isCreating, setCreating] = useState(false)
  const supplied = useCounts('', 'supplier')
  const withThem = useCounts('', 'party')
  return (
    <Page
      title={t('parties')}
      actions={
        <Button leftSection={<Plus aria-hidden />} onClick={() => setCreating(true)}>
          {t('newParty')}
        </Button>
      }
    >
      <SubjectList
        kind="party"
        empty={{ title: t('noParties'), detail: t('noPartiesDetail') }}
        onCreate={() => setCreating(true)}
        renderRow={({ code, data }) => (
          <Link
            to="/c/$company/parties/$party"
            params={{ company, party: code }}
            className={rows['row']}
          >
            <SubjectRow
              code={code}
              name={data['name']}
              end={t('unitCount', { count: supplied(code) + withThem(code) })}
            />
          </Link>
        )}
      />
      {isCreating && (
        <SubjectForm
          kind="party"
          title={t('newParty')}
          fields={partyFields(t)}
          onClose={() => setCreating(false)}
          onDone={(party) =>
            void navigate({ to: '/c/$company/parties/$party', params: { company, party } })
          }
        />
      )}
    </Page>
  )
}
