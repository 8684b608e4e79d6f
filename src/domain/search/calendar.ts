/**
 * Sums with calendar days. A day is the millisecond of its midnight in UTC, whatever the place:
 * time zones are added by the caller. ISO weeks begin on Monday; the first of a year is the one
 * with 4 January in it (ISO 8601).
 */

export const dayMs = 86_400_000

export interface DayParts {
  readonly year: number
  /** 1 to 12. */
  readonly month: number
  readonly day: number
}

/** The day of a year, month and day; a month or day outside its bounds carries over. */
export const dayOf = (year: number, month = 1, day = 1): number => Date.UTC(year, month - 1, day)

export function partsOf(time: number): DayParts {
  const date = new Date(time)
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() }
}

export const daysInMonth = (year: number, month: number): number =>
  partsOf(dayOf(year, month + 1, 0)).day

/** The same day `months` later, or the last of that month where it is shorter. */
export function addMonths(time: number, months: number): number {
  const { year, month, day } = partsOf(time)
  const first = partsOf(dayOf(year, month + months))
  return dayOf(first.year, first.month, Math.min(day, daysInMonth(first.year, first.month)))
}

/** The Monday on or before a day. */
export const mondayOf = (time: number): number =>
  time - ((new Date(time).getUTCDay() + 6) % 7) * dayMs

/** The Monday of an ISO week. */
export const weekStart = (year: number, week: number): number =>
  mondayOf(dayOf(year, 1, 4)) + (week - 1) * 7 * dayMs

/** How many ISO weeks a year has: 52 or 53. */
export const weeksInYear = (year: number): number =>
  (weekStart(year + 1, 1) - weekStart(year, 1)) / (7 * dayMs)
