import { dayMs, dayOf, daysInMonth, weekStart, weeksInYear } from './calendar.ts'
import { isYear, local, minuteMs, type DateForm, type Groups } from './date-form.ts'

const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]

const numbers = (groups: Groups): number[] => groups.slice(1).map((text) => Number(text ?? 0))

function dayProblem(year: number, month: number, day: number): string | null {
  if (!isYear(year)) return 'Years go from 1000 to 9999.'
  if (month < 1 || month > 12) return 'Months go from 01 to 12.'
  const days = daysInMonth(year, month)
  if (day < 1 || day > days) return `${months[month - 1]} ${year} has days 01 to ${days}.`
  return null
}

const dayName = (year: number, month: number, day: number): string =>
  `${day} ${months[month - 1]} ${year}`

const upper = (text: string): string => text.toUpperCase().replace(' ', 'T')

const yearForm: DateForm = {
  pattern: /^(\d{4})$/,
  canonical: upper,
  interval(groups, clock) {
    const [year = 0] = numbers(groups)
    return dayProblem(year, 1, 1) ?? local(dayOf(year), dayOf(year + 1), clock)
  },
  words: ([, year]) => ({ bare: `${year}`, during: `in ${year}` }),
}

const monthForm: DateForm = {
  pattern: /^(\d{4})-(\d\d)$/,
  canonical: upper,
  interval(groups, clock) {
    const [year = 0, month = 0] = numbers(groups)
    return dayProblem(year, month, 1) ?? local(dayOf(year, month), dayOf(year, month + 1), clock)
  },
  words(groups) {
    const [year, month = 0] = numbers(groups)
    const bare = `${months[month - 1]} ${year}`
    return { bare, during: `in ${bare}` }
  },
}

const dayForm: DateForm = {
  pattern: /^(\d{4})-(\d\d)-(\d\d)$/,
  canonical: upper,
  interval(groups, clock) {
    const [year = 0, month = 0, day = 0] = numbers(groups)
    const from = dayOf(year, month, day)
    return dayProblem(year, month, day) ?? local(from, from + dayMs, clock)
  },
  words(groups) {
    const [year = 0, month = 0, day = 0] = numbers(groups)
    const bare = dayName(year, month, day)
    return { bare, during: `on ${bare}` }
  },
}

const quarterForm: DateForm = {
  pattern: /^(\d{4})-Q([1-4])$/i,
  canonical: upper,
  interval(groups, clock) {
    const [year = 0, quarter = 0] = numbers(groups)
    const first = quarter * 3 - 2
    return dayProblem(year, first, 1) ?? local(dayOf(year, first), dayOf(year, first + 3), clock)
  },
  words: ([, year, quarter]) => ({
    bare: `quarter ${quarter} of ${year}`,
    during: `in quarter ${quarter} of ${year}`,
  }),
}

const weekForm: DateForm = {
  pattern: /^(\d{4})-W(\d\d)(?:-([1-7]))?$/i,
  canonical: upper,
  interval(groups, clock) {
    const [year = 0, week = 0, day = 0] = numbers(groups)
    if (!isYear(year)) return 'Years go from 1000 to 9999.'
    const weeks = weeksInYear(year)
    if (week < 1 || week > weeks) return `${year} has weeks W01 to W${weeks}.`
    const monday = weekStart(year, week)
    if (day === 0) return local(monday, monday + 7 * dayMs, clock)
    return local(monday + (day - 1) * dayMs, monday + day * dayMs, clock)
  },
  words([, year, week, day]) {
    const bare = `week ${Number(week)} of ${year}`
    if (day === undefined) return { bare, during: `in ${bare}` }
    return { bare: `day ${day} of ${bare}`, during: `on day ${day} of ${bare}` }
  },
}

/** Minutes east of UTC of `Z` or `+02:00`. */
function zoneMinutes(zone: string): number {
  if (zone.toUpperCase() === 'Z') return 0
  const digits = zone.slice(1).replace(':', '')
  const minutes = Number(digits.slice(0, 2)) * 60 + Number(digits.slice(2))
  return zone.startsWith('-') ? -minutes : minutes
}

const timeForm: DateForm = {
  pattern:
    /^(\d{4})-(\d\d)-(\d\d)[T ](\d\d)(?::(\d\d)(?::(\d\d)(?:\.(\d{1,3}))?)?)?(Z|[+-]\d\d(?::?[0-5]\d)?)?$/i,
  canonical: upper,
  interval(groups, clock) {
    if (clock.isCalendar) return 'It is a calendar day, without a time of day.'
    const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = numbers(groups)
    const problem = dayProblem(year, month, day)
    if (problem !== null) return problem
    if (hour > 23 || minute > 59 || second > 59) return 'Times go from 00:00:00 to 23:59:59.'
    const fraction = groups[7] ?? ''
    const milliseconds = Number(fraction.padEnd(3, '0'))
    const zone = groups[8]
    const offset = zone === undefined ? clock.timeZoneOffsetMinutes : zoneMinutes(zone)
    const precisions = [10 ** (3 - fraction.length), 1000, minuteMs, 60 * minuteMs]
    const given = [groups[7], groups[6], groups[5], groups[4]].findIndex(
      (part) => part !== undefined,
    )
    const time = Date.UTC(year, month - 1, day, hour, minute - offset, second, milliseconds)
    return { from: time, to: time + precisions[given]! }
  },
  words(groups) {
    const [year = 0, month = 0, day = 0] = numbers(groups)
    const [hour, minute = '00', second, fraction, zone] = groups.slice(4)
    const seconds = second === undefined ? '' : `:${second}${fraction ? `.${fraction}` : ''}`
    const place =
      zone === undefined ? '' : ` (${zone.toUpperCase() === 'Z' ? 'UTC' : `UTC${zone}`})`
    const bare = `${dayName(year, month, day)}, ${hour}:${minute}${seconds}${place}`
    return { bare, during: `at ${bare}` }
  },
}

/** Dates that mean the same whenever they are read. */
export const absoluteDates: readonly DateForm[] = [
  yearForm,
  monthForm,
  dayForm,
  quarterForm,
  weekForm,
  timeForm,
]
