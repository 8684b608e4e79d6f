import { Link } from '@tanstack/react-router'
import { Plus, X } from 'lucide-react'
import { useState, type SubmitEvent } from 'react'
import type { Subject } from '../../../client/web-client.ts'
import { useRecord } from '../../data/record.ts'
import { useCompany } from '../../data/session.ts'
import { searchFor } from '../../subjects/searches.ts'
import { SubjectPicker } from '../../subjects/subject-picker.tsx'
import { useCounts } from '../../subjects/use-counts.ts'
import { useText } from '../../texts/texts.ts'
import { Panel } from '../../ui/panel.tsx'
import { Button, IconButton, Progress, TextInput } from '../../ui/parts.ts'
import { EmptyState } from '../../ui/states.tsx'
import styles from './order-lines.module.css'

interface Line {
  readonly item: string
  readonly quantity: number
}

/** Statuses in which a unit counts as done, by what an order is for. */
const doneWhen: Readonly<Record<string, string>> = {
  purchase: '-status:expected',
  return: 'status:returned,in_stock,disposed',
  sale: 'status:in_transit,delivered',
  transfer: 'status:in_transit,delivered',
}

/** What was asked for, line by line, and how much of each is done. */
export function OrderLines({ order }: { order: Subject }) {
  const t = useText('things')
  const record = useRecord()
  const { code, data } = order
  const lines = (data['lines'] as readonly Line[] | undefined) ?? []
  const condition = doneWhen[String(data['kind'])] ?? ''
  const done = useCounts(`${searchFor('order', code)} ${condition}`.trim(), 'item')
  const keep = (changed: readonly Line[], words: string) =>
    record({ kind: 'change_order', input: { code, set: { lines: changed } } }, { words })
  return (
    <Panel title={t('lines')} flush>
      {lines.length === 0 ? (
        <EmptyState title={t('noLines')} detail={t('noLinesDetail')} />
      ) : (
        <ul className={styles.lines}>
          {lines.map((line) => (
            <OrderLine
              key={line.item}
              line={line}
              done={done(line.item)}
              onRemove={() =>
                void keep(
                  lines.filter((one) => one !== line),
                  t('lineRemoved', { item: line.item, order: code }),
                )
              }
            />
          ))}
        </ul>
      )}
      <NewLine
        onAdd={async (line) => {
          const rest = lines.filter(({ item }) => item !== line.item)
          const words = t('lineAdded', { ...line, order: code })
          return (await keep([...rest, line], words)) !== undefined
        }}
      />
    </Panel>
  )
}

function OrderLine({
  line: { item, quantity },
  done,
  onRemove,
}: {
  line: Line
  done: number
  onRemove: () => void
}) {
  const t = useText('things')
  const company = useCompany()
  const words = t('lineDone', { done, of: quantity })
  return (
    <li className={styles.line}>
      <Link to="/c/$company/items/$item" params={{ company, item }} className={styles.item}>
        {item}
      </Link>
      <span className={styles.progress}>
        <span>{words}</span>
        <Progress
          value={Math.min(100, (100 * done) / quantity)}
          color={done >= quantity ? 'done' : 'accent'}
          aria-label={words}
        />
      </span>
      <IconButton label={t('removeLine', { item })} onClick={onRemove}>
        <X aria-hidden />
      </IconButton>
    </li>
  )
}

function NewLine({ onAdd }: { onAdd: (line: Line) => Promise<boolean> }) {
  const t = useText('things')
  const [item, setItem] = useState('')
  const [quantity, setQuantity] = useState('1')
  const add = async (event: SubmitEvent) => {
    event.preventDefault()
    if (!(await onAdd({ item: item.trim(), quantity: Number(quantity) }))) return
    setItem('')
    setQuantity('1')
  }
  return (
    <form className={styles.add} onSubmit={(event) => void add(event)}>
      <SubjectPicker kind="item" label={t('item')} value={item} onChange={setItem} required />
      <TextInput
        label={t('quantity')}
        required
        inputMode="numeric"
        pattern="[1-9][0-9]{0,8}"
        value={quantity}
        onChange={({ currentTarget: { value } }) => setQuantity(value)}
      />
      <Button type="submit" variant="default" leftSection={<Plus aria-hidden />}>
        {t('addLine')}
      </Button>
    </form>
  )
}
