import { fault } from './value-problem.ts'
import type { Reading } from './value-problem.ts'

export type DateOrder = 'day_first' | 'month_first'

/** A day, or a moment. */
export interface DateValue {
  /** Milliseconds UTC; a day begins at midnight UTC, and a time without a zone is taken as UTC. */
  readonly ms: number
  /** `2024-12-31`, or `2024-12-31T14:05:00.000Z`. */
  readonly iso: string
}

const time =
  /[\sT,]+(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?\s*([ap])?\.?m?\.?\s*(Z|UTC|GMT|[+-]\d{2}:?\d{2})?$/i
const yearFirst = /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})$/
/** The usual form, with a day that every month has. */
const isoDay = /^(?:19|20)\d{2}-(?:0[1-9]|1[0-2])-(?:0[1-9]|1\d|2[0-8])$/
const compact = /^((?:19|20)\d{2})(\d{2})(\d{2})$/
const yearLast = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{2})$/
const dayAndName = /^(\d{1,2})\.?[\s-]+(\p{L}{3,})\.?,?[\s-]+(\d{4}|\d{2})$/u
const nameAndDay = /^(\p{L}{3,})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})$/u
const weekday = /^(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?,?\s+/i

let knownMonths: readonly { readonly month: number; readonly name: string }[] | undefined

/**
 * Names of the months in the languages of the headers that are known. To make them takes a fifth
 * of a second: whoever reads no such date does not wait for them.
 */
const monthNames = () =>
  (knownMonths ??= ['en', 'de', 'fr', 'es', 'it', 'nl', 'pt'].flatMap((language) => {
    const { format } = new Intl.DateTimeFormat(language, { month: 'long', timeZone: 'UTC' })
    return Array.from({ length: 12 }, (_, month) => ({
      month,
      name: bare(format(Date.UTC(2001, month))),
    }))
  }))
const firstYear = 1900
/** A longer text is no date; patterns that look for a time in it would take their time. */
const lengthMax = 60

/**
 * Reads a date in ISO 8601 and in the forms that people and spreadsheets use. `03/04/2024` is read
 * only when the order is given or can be seen; days and months are never swapped unseen. Dates with
 * points have the day first everywhere.
 */
export function readDate(text: string, order?: DateOrder): Reading<DateValue> {
  if (isoDay.test(text)) return { value: { ms: Date.parse(text), iso: text } }
  if (text.length > lengthMax) return { fault: fault('date_unreadable', { value: text }) }
  const bare = text.replace(/[\u200e\u200f\u202a-\u202e]/g, '').trim()
  const clock = time.exec(bare)
  const day = clock === null ? bare : bare.slice(0, clock.index)
  const parts = readDay(day.replace(weekday, ''), order)
  if (typeof parts === 'string') return { fault: fault(parts, { value: text }) }
  const [year, month, dayOfMonth] = parts
  const ms = Date.UTC(year, month - 1, dayOfMonth)
  const date = new Date(ms)
  const exists = date.getUTCMonth() === month - 1 && date.getUTCDate() === dayOfMonth
  if (!exists || year < firstYear) return { fault: fault('date_impossible', { value: text }) }
  if (clock === null) return { value: { ms, iso: date.toISOString().slice(0, 10) } }
  const offset = readClock(clock)
  if (offset === undefined) return { fault: fault('date_impossible', { value: text }) }
  return { value: { ms: ms + offset, iso: new Date(ms + offset).toISOString() } }
}

type Day = readonly [year: number, month: number, day: number]
type DayProblem = 'date_unreadable' | 'date_ambiguous' | 'date_two_digit_year'

function readDay(text: string, order: DateOrder | undefined): Day | DayProblem {
  const first = yearFirst.exec(text)
  if (first !== null) return [Number(first[1]), Number(first[3]), Number(first[4])]
  const run = compact.exec(text)
  if (run !== null) return [Number(run[1]), Number(run[2]), Number(run[3])]
  const last = yearLast.exec(text)
  if (last !== null) return orderedDay(last, order)
  const named = dayAndName.exec(text)
  if (named !== null) return namedDay(named[3]!, named[2]!, named[1]!)
  const american = nameAndDay.exec(text)
  if (american !== null) return namedDay(american[3]!, american[1]!, american[2]!)
  return 'date_unreadable'
}

function orderedDay(parts: RegExpExecArray, order: DateOrder | undefined): Day | DayProblem {
  const [, one, separator, two, year] = parts
  const isShort = year!.length === 2
  if (isShort && separator !== '.' && order === undefined) return 'date_two_digit_year'
  const left = Number(one)
  const right = Number(two)
  const known = separator === '.' ? 'day_first' : order
  if (known === undefined && left <= 12 && right <= 12 && left !== right) return 'date_ambiguous'
  const isDayFirst = known === undefined ? left > 12 || left === right : known === 'day_first'
  return isDayFirst ? [wholeYear(year!), right, left] : [wholeYear(year!), left, right]
}

/** Years of two digits are those from 1969 to 2068, as POSIX has them. */
function wholeYear(year: string): number {
  if (year.length > 2) return Number(year)
  return Number(year) + (Number(year) < 69 ? 2000 : 1900)
}

function namedDay(year: string, name: string, day: string): Day | DayProblem {
  const meant = monthNames().filter((whole) => whole.name.startsWith(bare(name)))
  const months = new Set(meant.map(({ month }) => month))
  const [month] = months
  if (month === undefined || months.size > 1) return 'date_unreadable'
  return [wholeYear(year), month + 1, Number(day)]
}

/** Small letters without accents. */
function bare(name: string): string {
  return name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
}

/** Milliseconds from midnight UTC of the written day; undefined for a time that is none. */
function readClock(parts: RegExpExecArray): number | undefined {
  const [, hours, minutes, seconds = '0', fraction = '0', half, zone] = parts
  let hour = Number(hours)
  if (half !== undefined) {
    if (hour < 1 || hour > 12) return undefined
    hour = (hour % 12) + (half.toLowerCase() === 'p' ? 12 : 0)
  }
  if (hour > 23 || Number(minutes) > 59 || Number(seconds) > 59) return undefined
  const clock = ((hour * 60 + Number(minutes)) * 60 + Number(seconds)) * 1000
  return clock + Math.floor(Number(`0.${fraction}`) * 1000) - zoneOffset(zone)
}

function zoneOffset(zone: string | undefined): number {
  const parts = /^([+-])(\d{2}):?(\d{2})$/.exec(zone ?? '')
  if (parts === null) return 0
  const ms = (Number(parts[2]) * 60 + Number(parts[3])) * 60_000
  return parts[1] === '-' ? -ms : ms
}

/**
 * The order of day and month that the dates of a column show; undefined where none of them shows
 * it, or where they contradict one another.
 */
export function dateOrderOf(samples: readonly string[]): DateOrder | undefined {
  const seen = new Set<DateOrder>()
  const [firsts, seconds, years] = [new Set<string>(), new Set<string>(), new Set<string>()]
  for (const sample of samples) {
    const parts = /^(\d{1,2})([-/])(\d{1,2})\2(\d{4}|\d{2})\b/.exec(sample.trim())
    if (parts === null) continue
    const [, one, , two, year] = parts
    if (Number(one) > 12) seen.add('day_first')
    if (Number(two) > 12) seen.add('month_first')
    firsts.add(one!)
    seconds.add(two!)
    years.add(year!)
  }
  if (seen.size !== 1) return undefined
  const [order] = seen
  // 13/04/05 may begin with the year: then it is the first that changes least.
  const days = order === 'day_first' ? firsts : seconds
  const isYearSure = [...years].every(({ length }) => length === 4) || years.size < days.size
  return isYearSure ? order : undefined
}
