import { Link, useNavigate } from '@tanstack/react-router'
import { useCompany } from '../../data/session.ts'
import { orderFields } from '../../subjects/fields.ts'
import rows from '../../subjects/rows.module.css'
import { SubjectRow } from '../../subjects/subject-list.tsx'
import { SubjectListPage } from '../../subjects/subject-list-page.tsx'
import { useCounts } from '../../subjects/use-counts.ts'
import { useText } from '../../texts/texts.ts'

/** Expected work: what is bought, made, sold, moved, returned and repaired. */
export function OrdersPage() {
  const t = useText('things')
  const company = useCompany()
  const navigate = useNavigate()
  const units = useCounts('', 'order')
  return (
    <SubjectListPage
      kind="order"
      title={t('orders')}
      newTitle={t('newOrder')}
      fields={orderFields(t)}
      empty={{ title: t('noOrders'), detail: t('noOrdersDetail') }}
      onMade={(order) =>
        void navigate({ to: '/c/$company/orders/$order', params: { company, order } })
      }
      renderRow={({ code, data: { kind, party, status = 'open' } }) => (
        <Link
          to="/c/$company/orders/$order"
          params={{ company, order: code }}
          className={rows['row']}
        >
          <SubjectRow
            code={code}
            name={typeof kind === 'string' ? t(`orderKinds.${kind as 'sale'}`) : undefined}
            where={party as string | undefined}
            end={[
              t(`orderStatus.${status as 'open'}`),
              t('unitCount', { count: units(code) }),
            ].join(' · ')}
          />
        </Link>
      )}
    />
  )
}
