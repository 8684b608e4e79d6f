import { ArrowRight } from 'lucide-react'
import type { HistoryLine, Unit } from '../../../client/web-client.ts'
import { statuses, type Status } from '../../../domain/status.ts'
import { formatQuantity } from '../../../domain/quantity.ts'
import { decimalsOf } from '../../actions/amounts.ts'
import { useOperation } from '../../data/operations.ts'
import { isElsewhere } from '../../subjects/known-location.ts'
import { useWord } from '../../texts/say.ts'
import { useText } from '../../texts/texts.ts'
import { useTraits } from '../../traits/use-traits.ts'
import { UnitLink } from '../../ui/links.tsx'
import styles from './change-list.module.css'

/** What each event says anyway, or nobody asks for. */
const isTold = (path: string) => path.startsWith('time.') || path === 'kind' || path === 'item'

/** What every unit begins with: its number, and a content of one. */
const isPlain = (path: string, { kind }: Unit) =>
  path === 'serial' || (path === 'content' && kind !== 'portion')

/** What an event changed: each value before and after it. */
export function ChangeList({ changes, unit }: { changes: HistoryLine['changes']; unit: Unit }) {
  const t = useText('unit')
  const nameOf = useName()
  // What begins has no state before: only what it became is told.
  const isBegin = changes['status']?.[0] === 'void'
  const told = Object.entries(changes).filter(
    ([path]) => !isTold(path) && !(isBegin && isPlain(path, unit)),
  )
  if (told.length === 0) return null
  return (
    <dl className={styles.changes}>
      {told.map(([path, [before = null, after = null]]) => (
        <div key={path} className={styles.change}>
          <dt>{path in named ? t(`path.${path as Named}`) : nameOf(path)}</dt>
          <dd>
            {!isBegin && (
              <>
                <span className={styles.before}>
                  <ShownValue path={path} value={before} unit={unit} />
                </span>
                <ArrowRight className={styles.arrow} aria-label="→" />
              </>
            )}
            <span className={styles.after}>
              <ShownValue path={path} value={after} unit={unit} />
            </span>
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
function useName(): (path: string) => string {
  const t = useText('unit')
  const word = useWord()
  const { labelOf } = useTraits()
  return (path) => {
    const [group = '', name = ''] = path.split('.')
    if (group === 'trait') return labelOf(name)
    return group === 'hold' ? t('path.hold') : word(group, name)
  }
}

type Value = string | number | boolean | null

function ShownValue({ path, value, unit }: { path: string; value: Value; unit: Unit }) {
  const show = useValue(unit)
  return path === 'parent' && typeof value === 'number' ? (
    <ContainerLink id={value} />
  ) : (
    show(path, value)
  )
}

/** A container by its number; the history itself knows no more than its id. */
function ContainerLink({ id }: { id: number }) {
  const { data } = useOperation('showUnit', { unit: `#${id}` })
  return <UnitLink unit={{ id, serial: data?.serial ?? null }} size="s" />
}

function useValue(unit: Unit): (path: string, value: Value) => string {
  const t = useText('unit')
  const common = useText('common')
  const { definitionOf } = useTraits()
  return (path, value) => {
    if (value === null || isElsewhere(value)) return t('nothing')
    if (path === 'status' && statuses.includes(value as Status)) {
      return common(`status.${value as Status}`)
    }
    if (path === 'stage') return common(`stage.${value as Unit['stage']}`)
    if (path === 'content' && unit.quantity && typeof value === 'number') {
      return `${formatQuantity(value, decimalsOf(unit))} ${unit.quantity.measure}`
    }
    if (typeof value === 'boolean') return common(value ? 'yes' : 'no')
    const { measure } = (path.startsWith('trait.') && definitionOf(path.slice(6))) || {}
    return measure !== undefined && typeof value === 'number'
      ? `${value} ${measure}`
      : String(value)
  }
}
