/** A day of the Gregorian calendar: month 1 to 12, day 1 to 31. */
export interface CalendarDate {
  readonly year: number
  readonly month: number
  readonly day: number
}

const dayMs = 86_400_000

/** Days since 1970-01-01. */
const dayNumber = (year: number, month: number, day: number): number =>
  new Date(0).setUTCFullYear(year, month - 1, day) / dayMs

function dateOf(days: number): CalendarDate {
  const date = new Date(days * dayMs)
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() }
}

/** Whether there is such a day. */
export function isDate({ year, month, day }: CalendarDate): boolean {
  const date = dateOf(dayNumber(year, month, day))
  return date.year === year && date.month === month && date.day === day
}

/** Day of the year, 1 to 366. */
export const dayOfYear = ({ year, month, day }: CalendarDate): number =>
  dayNumber(year, month, day) - dayNumber(year, 1, 1) + 1

/** Day of a year by its number, 1 to 366. */
export const dateOfDayOfYear = (year: number, day: number): CalendarDate =>
  dateOf(dayNumber(year, 1, day))

/** Week of ISO 8601, which begins on Monday, and the year that its Thursday lies in. */
export function isoWeek({ year, month, day }: CalendarDate): { year: number; week: number } {
  const days = dayNumber(year, month, day)
  // 1970-01-01 was a Thursday, so that `days + 3` counts from a Monday.
  const thursday = days - ((((days + 3) % 7) + 7) % 7) + 3
  const weekYear = dateOf(thursday).year
  return { year: weekYear, week: Math.floor((thursday - dayNumber(weekYear, 1, 1)) / 7) + 1 }
}

/** The Monday of a week of ISO 8601. */
export function mondayOf(year: number, week: number): CalendarDate {
  const fourth = dayNumber(year, 1, 4) // always in week 1
  return dateOf(fourth - ((((fourth + 3) % 7) + 7) % 7) + (week - 1) * 7)
}
