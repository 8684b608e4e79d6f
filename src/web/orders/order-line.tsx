import { X } from 'lucide-react'
import type { OrderLine } from '../../client/web-client.ts'
import { useText } from '../texts/texts.ts'
import { SubjectLink } from '../ui/links.tsx'
import { IconButton, Progress } from '../ui/parts.ts'
import { useAmountText } from './amount-text.ts'
import styles from './order-line.module.css'

/** Lines of orders, one below the other. */
export function OrderLineList({
  lines,
  onRemove,
}: {
  lines: readonly OrderLine[]
  /** Where lines can be taken away. */
  onRemove?: (line: OrderLine) => void
}) {
  return (
    <ul className={styles.lines}>
      {lines.map((line) => (
        <OrderLineRow key={line.item.id} line={line} onRemove={onRemove} />
      ))}
    </ul>
  )
}

/** What was asked for, and how much of it is done. */
function OrderLineRow({
  line,
  onRemove,
}: {
  line: OrderLine
  onRemove: ((line: OrderLine) => void) | undefined
}) {
  const t = useText('things')
  const { item, ordered, done } = line
  const words = useProgressText(line)
  return (
    <li className={styles.line}>
      <span className={styles.item}>
        <SubjectLink kind="item" code={item.code} />
        {item.name !== null && <span className={styles.name}>{item.name}</span>}
      </span>
      <span className={styles.progress}>
        <span>{words}</span>
        {ordered !== null && (
          <Progress
            value={Math.min(100, (100 * done) / ordered)}
            color={done >= ordered ? 'done' : 'accent'}
            aria-label={words}
          />
        )}
      </span>
      {onRemove && ordered !== null && (
        <IconButton label={t('removeLine', { item: item.code })} onClick={() => onRemove(line)}>
          <X aria-hidden />
        </IconButton>
      )}
    </li>
  )
}

function useProgressText(line: OrderLine): string {
  const t = useText('things')
  const text = useAmountText()
  const { ordered, done, open } = line
  const words =
    ordered === null
      ? t('lineNotOrdered', { done: text(done, line) })
      : t('lineDone', { done: text(done, { ...line, measure: null }), of: text(ordered, line) })
  return open === 0 ? words : `${words} · ${t('lineOpen', { open: text(open, line) })}`
}
