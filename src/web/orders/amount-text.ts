import { formatQuantity } from '../../domain/quantity.ts'
import { useLanguage } from '../texts/texts.ts'

/** How the amounts of an item are written; what has no unit of measure is counted. */
interface Measured {
  readonly measure: string | null
  readonly decimals: number
}

/** Writes amounts: `12,000` pieces, or `3.500 kg`. */
export function useAmountText(): (amount: number, measured: Measured) => string {
  const language = useLanguage()
  const counts = new Intl.NumberFormat(language === 'en' ? undefined : language)
  return (amount, { measure, decimals }) => {
    const text = decimals > 0 ? formatQuantity(amount, decimals) : counts.format(amount)
    return measure === null || measure === '' ? text : `${text} ${measure}`
  }
}
