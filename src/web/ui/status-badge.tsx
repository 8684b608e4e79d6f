import {
  Archive,
  Ban,
  BookmarkCheck,
  CircleCheck,
  CircleDashed,
  CircleHelp,
  CircleSlash,
  Cog,
  Hand,
  type LucideIcon,
  Package,
  PackageCheck,
  Trash2,
  Truck,
  Undo2,
  Wrench,
} from 'lucide-react'
import type { Status } from '../../domain/status.ts'
import { useText } from '../texts/texts.ts'
import styles from './status-badge.module.css'

/** A picture and a weight for each status: the word says it, the rest helps the eye. */
const looks: Record<Status, readonly [picture: LucideIcon, tone: string]> = {
  void: [CircleSlash, 'over'],
  expected: [CircleDashed, 'coming'],
  in_stock: [CircleCheck, 'here'],
  in_progress: [Cog, 'here'],
  reserved: [BookmarkCheck, 'bound'],
  picked: [Hand, 'bound'],
  packed: [Package, 'bound'],
  in_transit: [Truck, 'away'],
  delivered: [PackageCheck, 'away'],
  returned: [Undo2, 'coming'],
  in_repair: [Wrench, 'coming'],
  consumed: [Archive, 'over'],
  disposed: [Trash2, 'over'],
  lost: [CircleHelp, 'lost'],
}

/** Where a unit stands in its life. */
export function StatusBadge({ status }: { status: Status }) {
  const t = useText('common')
  const [Picture, tone] = looks[status]
  return (
    <span className={styles.badge} data-tone={tone}>
      <Picture aria-hidden />
      {t(`status.${status}`)}
    </span>
  )
}

/** That a unit may not be used or shipped; where room is short the picture alone is seen. */
export function HoldBadge({
  reasons,
  isShort = false,
}: {
  reasons: readonly string[]
  isShort?: boolean
}) {
  const t = useText('common')
  if (reasons.length === 0) return null
  const why = reasons.join(', ')
  return (
    <span className={styles.badge} data-tone="held" {...(isShort && { title: why })}>
      <Ban aria-hidden />
      <span className={isShort ? styles.hidden : styles.words}>
        {t('held')} <span className={styles.reason}>{why}</span>
      </span>
    </span>
  )
}
