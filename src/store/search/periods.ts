import type { Period } from '../../domain/search/index.ts'
import { dayMs, dayOf, mondayOf, partsOf } from '../../domain/search/calendar.ts'

const twoDigits = (count: number): string => String(count).padStart(2, '0')

const writeDay: Readonly<Record<Period, (day: number) => string>> = {
  day: (day) => new Date(day).toISOString().slice(0, 10),
  week(day) {
    // A week is of the year that its Thursday is in (ISO 8601).
    const { year } = partsOf(mondayOf(day) + 3 * dayMs)
    const week = (mondayOf(day) - mondayOf(dayOf(year, 1, 4))) / (7 * dayMs) + 1
    return `${year}-W${twoDigits(week)}`
  },
  month: (day) => new Date(day).toISOString().slice(0, 7),
  quarter(day) {
    const { year, month } = partsOf(day)
    return `${year}-Q${Math.ceil(month / 3)}`
  },
  year: (day) => String(partsOf(day).year),
}

/**
 * Gives the period that a time (milliseconds UTC) falls in, as a search writes it: `2013-06-15`,
 * `2013-W24`, `2013-06`, `2013-Q2` or `2013`.
 *
 * @param offsetMinutes where days begin, in minutes east of UTC
 */
export function periodWriter(period: Period, offsetMinutes: number): (time: number) => string {
  const written = new Map<number, string>()
  return (time) => {
    const day = Math.floor((time + offsetMinutes * 60_000) / dayMs) * dayMs
    const known = written.get(day)
    if (known !== undefined) return known
    const text = writeDay[period](day)
    written.set(day, text)
    return text
  }
}
