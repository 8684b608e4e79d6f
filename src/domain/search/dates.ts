/** Dates as people write them, of whatever precision, as half-open intervals. */
import type { Clause, Said } from '../../i18n/clause.ts'
import { absoluteDates } from './absolute-dates.ts'
import type { Clock, DateForm, Interval } from './date-form.ts'
import { relativeDates } from './relative-dates.ts'
import { say } from './say.ts'

/** A date that was understood. */
export interface WrittenDate extends Interval {
  /** Its canonical form. */
  readonly written: string
  /** Of an amount of time such as `7d`: which way from now it reaches. */
  readonly reach: 'past' | 'future' | null
}

/** Why a text is no date. */
export interface DateProblem {
  readonly problem: Clause
  readonly suggestion?: string
}

const forms: readonly DateForm[] = [...absoluteDates, ...relativeDates]

/** Reads a date such as `2013-06` or `7d`. */
export function readDate(text: string, clock: Clock): WrittenDate | DateProblem {
  for (const form of forms) {
    const groups = form.pattern.exec(text)
    if (!groups) continue
    const interval = form.interval(groups, clock)
    if ('key' in interval) return { problem: interval }
    return { ...interval, written: form.canonical(text), reach: form.reach?.(groups) ?? null }
  }
  const problem = say('problem.date')
  const suggestion = guessDate(text)
  const isGuess = suggestion !== undefined && 'from' in readDate(suggestion, clock)
  return isGuess ? { problem, suggestion } : { problem }
}

/** What was probably meant by a date in another notation, where only one thing can be meant. */
function guessDate(text: string): string | undefined {
  const compact = /^(\d{4})(\d\d)(\d\d)$/.exec(text)
  if (compact) return compact.slice(1).join('-')
  const yearFirst = /^(\d{4})[-/.](\d{1,2})(?:[-/.](\d{1,2}))?$/.exec(text)
  if (yearFirst) {
    const parts = yearFirst.slice(1).filter((part) => part !== undefined)
    return parts.map((part) => part.padStart(2, '0')).join('-')
  }
  const yearLast = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4})$/.exec(text)
  if (!yearLast) return undefined
  const [, first = '', separator, second = '', year] = yearLast
  // 03/04/2013 is March in one country and April in another.
  const isDayFirst = separator === '.' || Number(first) > 12
  if (!isDayFirst && Number(second) <= 12 && first !== second) return undefined
  const [month, day] = isDayFirst ? [second, first] : [first, second]
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
}

/** A written date in words; as it stands where it is none. */
export function dateInWords(written: string): { readonly bare: Said; readonly during: Said } {
  for (const form of forms) {
    const groups = form.pattern.exec(written)
    if (groups) return form.words(groups)
  }
  return { bare: written, during: written }
}
