import { getRouteApi, Link, useNavigate } from '@tanstack/react-router'
import type { Subject } from '../../../client/web-client.ts'
import { orderStatuses } from '../../../domain/subject-words.ts'
import { useCompany } from '../../data/session.ts'
import { orderFields } from '../../subjects/fields.ts'
import rows from '../../subjects/rows.module.css'
import { SubjectRow } from '../../subjects/subject-list.tsx'
import { SubjectListPage } from '../../subjects/subject-list-page.tsx'
import { useCounts } from '../../subjects/use-counts.ts'
import { useText } from '../../texts/texts.ts'
import { SegmentedControl } from '../../ui/parts.ts'
import { DueText } from '../../orders/due-text.tsx'

const route = getRouteApi('/c/$company/orders')

/** Expected work: what is bought, made, sold, moved, returned and repaired; what is open first. */
export function OrdersPage() {
  const t = useText('things')
  const company = useCompany()
  const navigate = useNavigate({ from: '/c/$company/orders' })
  const { status = 'open' } = route.useSearch()
  const units = useCounts('', 'order')
  return (
    <SubjectListPage
      kind="order"
      title={t('orders')}
      newTitle={t('newOrder')}
      fields={orderFields(t)}
      empty={{ title: t(`noOrdersThat.${status}`), detail: t('noOrdersDetail') }}
      status={status}
      aside={
        <SegmentedControl
          aria-label={t('orderStanding')}
          value={status}
          data={orderStatuses.map((value) => ({ value, label: t(`orderStatus.${value}`) }))}
          onChange={(value) => void navigate({ search: { status: value }, replace: true })}
        />
      }
      onMade={(order) =>
        void navigate({ to: '/c/$company/orders/$order', params: { company, order } })
      }
      renderRow={(order) => (
        <Link
          to="/c/$company/orders/$order"
          params={{ company, order: order.code }}
          className={rows['row']}
        >
          <OrderRow order={order} units={units(order.code)} />
        </Link>
      )}
    />
  )
}

function OrderRow({ order: { code, data }, units }: { order: Subject; units: number }) {
  const t = useText('things')
  const {
    kind,
    party,
    due,
    name,
    status = 'open',
  } = data as Record<string, string | undefined> & {
    due?: number
  }
  const words = [kind !== undefined && t(`orderKinds.${kind as 'sale'}`), name]
  const lines = (data['lines'] as readonly unknown[] | undefined)?.length ?? 0
  const counts = [
    lines > 0 && t('lineCount', { count: lines }),
    (units > 0 || lines === 0) && t('unitCount', { count: units }),
  ]
  return (
    <SubjectRow
      code={code}
      name={words.filter(Boolean).join(' · ')}
      where={party}
      end={
        <>
          {due !== undefined && <DueText due={due} isOpen={status === 'open'} />}
          <span className={rows['under']}>{counts.filter(Boolean).join(' · ')}</span>
        </>
      }
    />
  )
}
