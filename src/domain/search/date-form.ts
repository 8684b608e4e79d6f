import type { Clause } from '../../i18n/clause.ts'

/** What a date is read against. */
export interface Clock {
  /** The present, in milliseconds UTC. */
  readonly now: number
  /** Where days begin, in minutes east of UTC. */
  readonly timeZoneOffsetMinutes: number
  /** Read calendar days: midnight UTC stands for the day itself, and times of day are refused. */
  readonly isCalendar: boolean
}

/** `from` <= time < `to`, in milliseconds UTC. */
export interface Interval {
  readonly from: number
  readonly to: number
}

/** A date in words: `June 2013`, `in June 2013`, and for an amount `in the last 7 days`. */
export interface Wording {
  readonly bare: Clause
  readonly during: Clause
}

/** What the parentheses of a pattern matched, after the whole match. */
export type Groups = readonly (string | undefined)[]

/** One way to write a date: how it looks, what it means, and how it is said in a sentence. */
export interface DateForm {
  readonly pattern: RegExp
  /** The one way that it is written back. */
  readonly canonical: (text: string) => string
  /** A clause says why there is no such date. */
  readonly interval: (groups: Groups, clock: Clock) => Interval | Clause
  readonly words: (groups: Groups) => Wording
  /** Which way from now an amount of time reaches. */
  readonly reach?: (groups: Groups) => 'past' | 'future'
}

export const minuteMs = 60_000

/** Days as they lie in the clock's time zone. */
export const local = (from: number, to: number, clock: Clock): Interval => {
  const offset = clock.isCalendar ? 0 : clock.timeZoneOffsetMinutes * minuteMs
  return { from: from - offset, to: to - offset }
}

export const isYear = (year: number): boolean => year >= 1000 && year <= 9999
