import { ArrowRight } from 'lucide-react'
import type { HistoryLine, Unit } from '../../../client/web-client.ts'
import { statuses, type Status } from '../../../domain/status.ts'
import { formatQuantity } from '../../../domain/quantity.ts'
import { decimalsOf } from '../../actions/amounts.ts'
import { useText } from '../../texts/texts.ts'
import styles from './change-list.module.css'

/** What each event says anyway, or nobody asks for. */
const isTold = (path: string) => path.startsWith('time.') || path === 'kind' || path === 'item'

/** What an event changed: each value before and after it. */
export function ChangeList({ changes, unit }: { changes: HistoryLine['changes']; unit: Unit }) {
  const t = useText('unit')
  const show = useValue(unit)
  const told = Object.entries(changes).filter(([path]) => !isTold(path))
  if (told.length === 0) return null
  return (
    <dl className={styles.changes}>
      {told.map(([path, [before = null, after = null]]) => (
        <div key={path} className={styles.change}>
          <dt>{path in named ? t(`path.${path as Named}`) : nameOf(path, t('path.hold'))}</dt>
          <dd>
            <span className={styles.before}>{show(path, before)}</span>
            <ArrowRight className={styles.arrow} aria-label="→" />
            <span className={styles.after}>{show(path, after)}</span>
          </dd>
        </div>
      ))}
    </dl>
  )
}

const named = {
  status: 0,
  stage: 0,
  location: 0,
  parent: 0,
  content: 0,
  order: 0,
  party: 0,
  lot: 0,
  serial: 0,
}
type Named = keyof typeof named

/** `trait.colour` is the trait itself; a hold has the number of its event, which says nothing. */
function nameOf(path: string, hold: string): string {
  const [group = '', name = ''] = path.split('.')
  return group === 'hold' ? hold : name
}

type Value = string | number | boolean | null

function useValue(unit: Unit): (path: string, value: Value) => string {
  const t = useText('unit')
  const common = useText('common')
  return (path, value) => {
    if (value === null || value === 'ELSEWHERE') return t('nothing')
    if (path === 'status' && statuses.includes(value as Status)) {
      return common(`status.${value as Status}`)
    }
    if (path === 'stage') return common(`stage.${value as Unit['stage']}`)
    if (path === 'parent') return `#${value}`
    if (path === 'content' && unit.quantity && typeof value === 'number') {
      return `${formatQuantity(value, decimalsOf(unit))} ${unit.quantity.measure}`
    }
    if (typeof value === 'boolean') return common(value ? 'yes' : 'no')
    return String(value)
  }
}
