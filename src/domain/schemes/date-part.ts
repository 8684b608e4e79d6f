import { dateOfDayOfYear, dayOfYear, isDate, isoWeek, mondayOf } from './calendar.ts'
import type { CalendarDate } from './calendar.ts'

/** What a serial can say about a date; a two-digit year lies in 2000 to 2099. */
export interface DateReading {
  year?: number
  month?: number
  day?: number
  week?: number
  dayOfYear?: number
}

interface DatePart {
  readonly unit: keyof DateReading
  readonly width: number
  /** The printed number is the value less this. */
  readonly offset: number
  readonly least: number
  readonly most: number
}

const part = (unit: keyof DateReading, width: number, most: number): DatePart => ({
  unit,
  width,
  offset: 0,
  least: 1,
  most,
})

/** The date parts of a pattern. */
export const dateParts = {
  YYYY: { ...part('year', 4, 9999), least: 1000 },
  YY: { ...part('year', 2, 2099), least: 2000, offset: 2000 },
  MM: part('month', 2, 12),
  DD: part('day', 2, 31),
  WW: part('week', 2, 53),
  JJJ: part('dayOfYear', 3, 366),
} as const satisfies Record<string, DatePart>

export type DatePartName = keyof typeof dateParts

/**
 * The number of a unit of a date. In a pattern with a week the year is the year of the week:
 * 2027-01-01 lies in week 53 of 2026.
 */
function valueIn(date: CalendarDate, unit: keyof DateReading, byWeek: boolean): number {
  if (unit === 'week') return isoWeek(date).week
  if (unit === 'dayOfYear') return dayOfYear(date)
  if (unit === 'year' && byWeek) return isoWeek(date).year
  return date[unit]
}

/** The text of a date part; `null` where the year does not fit. */
export function writeDatePart(
  name: DatePartName,
  date: CalendarDate,
  byWeek: boolean,
): string | null {
  const { unit, width, offset, least, most } = dateParts[name]
  const value = valueIn(date, unit, byWeek)
  return value < least || value > most ? null : String(value - offset).padStart(width, '0')
}

/** The value behind the number that stands in a date part; `null` where it is out of range. */
export function readDatePart(name: DatePartName, printed: number): number | null {
  const { offset, least, most } = dateParts[name]
  const value = printed + offset
  return value < least || value > most ? null : value
}

/** The first day of what a reading says; `null` without a year, or where there is no such day. */
export function firstDay(reading: DateReading): CalendarDate | null {
  const { year, month = 1, day = 1, week, dayOfYear: ordinal } = reading
  if (year === undefined) return null
  if (week !== undefined) {
    const monday = mondayOf(year, week)
    return isoWeek(monday).year === year ? monday : null
  }
  const date = ordinal === undefined ? { year, month, day } : dateOfDayOfYear(year, ordinal)
  return isDate(date) && date.year === year ? date : null
}
