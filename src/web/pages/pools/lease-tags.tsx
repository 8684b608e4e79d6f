import type { Lease } from '../../../client/web-client.ts'
import { useText } from '../../texts/texts.ts'
import { Tag } from '../../ui/list.tsx'

/** What needs somebody's eye about a lease. */
export function LeaseTags({ lease }: { lease: Lease }) {
  const t = useText('schemes')
  const open = lease.account.allocated + lease.account.encoded
  return (
    <>
      {lease.isBeforeRestore && <Tag tone="needs">{t('pools.beforeRestore')}</Tag>}
      {lease.isOverdue && <Tag tone="refused">{t('pools.overdue')}</Tag>}
      {open === 0 ? (
        <Tag tone="done">{t('pools.settled')}</Tag>
      ) : (
        <Tag>{t('pools.open', { count: open })}</Tag>
      )}
    </>
  )
}
