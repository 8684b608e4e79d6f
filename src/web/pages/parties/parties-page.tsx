import { Link, useNavigate } from '@tanstack/react-router'
import { useCompany } from '../../data/session.ts'
import { partyFields } from '../../subjects/fields.ts'
import rows from '../../subjects/rows.module.css'
import { SubjectRow } from '../../subjects/subject-list.tsx'
import { SubjectListPage } from '../../subjects/subject-list-page.tsx'
import { useCounts } from '../../subjects/use-counts.ts'
import { useText } from '../../texts/texts.ts'

/** Everybody that things come from, go to or are carried by. */
export function PartiesPage() {
  const t = useText('things')
  const company = useCompany()
  const navigate = useNavigate()
  const supplied = useCounts('', 'supplier')
  const withThem = useCounts('', 'party')
  return (
    <SubjectListPage
      kind="party"
      title={t('parties')}
      newTitle={t('newParty')}
      fields={partyFields(t)}
      empty={{ title: t('noParties'), detail: t('noPartiesDetail') }}
      onMade={(party) =>
        void navigate({ to: '/c/$company/parties/$party', params: { company, party } })
      }
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
  )
}
