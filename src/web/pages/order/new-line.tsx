import { Plus } from 'lucide-react'
import { useState, type SubmitEvent } from 'react'
import { wholeAmount } from '../../actions/amounts.ts'
import { useAmountText } from '../../orders/amount-text.ts'
import { SubjectPicker, useProposed } from '../../subjects/subject-picker.tsx'
import { useText } from '../../texts/texts.ts'
import { Button, TextInput } from '../../ui/parts.ts'
import styles from './new-line.module.css'

/** A line as an order keeps it. */
export interface AskedLine {
  readonly item: string
  /** A count, or an integer amount in the smallest measure of what is weighed. */
  readonly quantity: number
}

/** Asks for so many of an item; what is weighed is asked for in its own unit of measure. */
export function NewLine({
  onAdd,
}: {
  /** Takes the line, with its amount in words; answers whether it was taken. */
  onAdd: (line: AskedLine, amount: string) => Promise<boolean>
}) {
  const t = useText('things')
  const amountText = useAmountText()
  const [item, setItem] = useState('')
  const [typed, setTyped] = useState('1')
  const measured = useMeasured(item)
  const { decimals, measure } = measured
  const add = async (event: SubmitEvent) => {
    event.preventDefault()
    const quantity = wholeAmount(typed, decimals)
    if (quantity === undefined) return
    if (!(await onAdd({ item: item.trim(), quantity }, amountText(quantity, measured)))) return
    setItem('')
    setTyped('1')
  }
  return (
    <form className={styles.add} onSubmit={(event) => void add(event)}>
      <SubjectPicker kind="item" label={t('item')} value={item} onChange={setItem} required />
      <TextInput
        label={t('quantity')}
        required
        inputMode={decimals === 0 ? 'numeric' : 'decimal'}
        pattern={`[0-9]{1,9}${decimals === 0 ? '' : `([.,][0-9]{1,${decimals}})?`}`}
        rightSection={measure}
        value={typed}
        onChange={({ currentTarget: { value } }) => setTyped(value)}
      />
      <Button type="submit" variant="default" leftSection={<Plus aria-hidden />}>
        {t('addLine')}
      </Button>
    </form>
  )
}

/** How an item is measured, as soon as its code is typed whole. */
function useMeasured(item: string): { measure: string | null; decimals: number } {
  const code = item.trim().toUpperCase()
  const found = useProposed('item', item).find((one) => one.code.toUpperCase() === code)
  const {
    kind,
    measure = '',
    decimals = 0,
  } = (found?.data ?? {}) as {
    kind?: string
    measure?: string
    decimals?: number
  }
  return kind === 'portion' ? { measure, decimals } : { measure: null, decimals: 0 }
}
