import { Link, useNavigate } from '@tanstack/react-router'
import { Plus } from 'lucide-react'
import { useState } from 'react'
import { useCompany } from '../../data/session.ts'
import { orderFields } from '../../subjects/fields.ts'
import rows from '../../subjects/rows.module.css'
import { SubjectForm } from '../../subjects/subject-form.tsx'
import { SubjectList, SubjectRow } from '../../subjects/subject-list.tsx'
import { useCounts } from '../../subjects/use-counts.ts'
import { useText } from '../../texts/texts.ts'
import { Page } from '../../ui/page.tsx'
import { Button } from '../../ui/parts.ts'

/** Expected work: what is bought, made, sold, moved, returned and repaired. */
export function OrdersPage() {
  const t = useText('things')
  const company = useCompany()
  const navigate = useNavigate()
  const [isCreating, setCreating] = useState(false)
  const units = useCounts('', 'order')
  return (
    <Page
      title={t('orders')}
      actions={
        <Button leftSection={<Plus aria-hidden />} onClick={() => setCreating(true)}>
          {t('newOrder')}
        </Button>
      }
    >
      <SubjectList
        kind="order"
        empty={{ title: t('noOrders'), detail: t('noOrdersDetail') }}
        onCreate={() => setCreating(true)}
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
              end={`${t(`orderStatus.${status as 'open'}`)} · ${t('unitCount', { count: units(code) })}`}
            />
          </Link>
        )}
      />
      {isCreating && (
        <SubjectForm
          kind="order"
          title={t('newOrder')}
          fields={orderFields(t)}
          onClose={() => setCreating(false)}
          onDone={(order) =>
            void navigate({ to: '/c/$company/orders/$order', params: { company, order } })
          }
        />
      )}
    </Page>
  )
}
