import { dayMs, dayOf, daysInMonth, weekStart, weeksInYear } from './calendar.ts'
import type { Clause } from '../../i18n/clause.ts'
import { isYear, local, minuteMs, type DateForm, type Groups, type Wording } from './date-form.ts'
import type search from '../../i18n/en/search.json'
import { say } from './say.ts'

const numbers = (groups: Groups): number[] => groups.slice(1).map((text) => Number(text ?? 0))

function dayProblem(year: number, month: number, day: number): Clause | null {
  if (!isYear(year)) return say('problem.years')
  if (month < 1 || month > 12) return say('problem.months')
  const days = daysInMonth(year, month)
  return day < 1 || day > days ? say('problem.days', { month, year, days }) : null
}

/** A date in words by its parts. */
const wording = (
  kind: keyof typeof search.date & keyof typeof search.during,
  values: Clause['values'],
): Wording => ({ bare: say(`date.${kind}`, values), during: say(`during.${kind}`, values) })

const upper = (text: string): string => text.toUpperCase().replace(' ', 'T')

const yearForm: DateForm = {
  pattern: /^(\d{4})$/,
  canonical: upper,
  interval(groups, clock) {
    const [year = 0] = numbers(groups)
    return dayProblem(year, 1, 1) ?? local(dayOf(year), dayOf(year + 1), clock)
  },
  words: ([, year = '']) => wording('year', { year }),
}

const monthForm: DateForm = {
  pattern: /^(\d{4})-(\d\d)$/,
  canonical: upper,
  interval(groups, clock) {
    const [year = 0, month = 0] = numbers(groups)
    return dayProblem(year, month, 1) ?? local(dayOf(year, month), dayOf(year, month + 1), clock)
  },
  words(groups) {
    const [year = 0, month = 0] = numbers(groups)
    return wording('month', { year, month })
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
    return wording('day', { year, month, day })
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
  words: ([, year = '', quarter = '']) => wording('quarter', { year, quarter }),
}

const weekForm: DateForm = {
  pattern: /^(\d{4})-W(\d\d)(?:-([1-7]))?$/i,
  canonical: upper,
  interval(groups, clock) {
    const [year = 0, week = 0, day = 0] = numbers(groups)
    if (!isYear(year)) return say('problem.years')
    const weeks = weeksInYear(year)
    if (week < 1 || week > weeks) return say('problem.weeks', { year, weeks })
    const monday = weekStart(year, week)
    if (day === 0) return local(monday, monday + 7 * dayMs, clock)
    return local(monday + (day - 1) * dayMs, monday + day * dayMs, clock)
  },
  words(groups) {
    const [year = 0, week = 0, day = 0] = numbers(groups)
    return day === 0 ? wording('week', { year, week }) : wording('weekday', { year, week, day })
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
    if (clock.isCalendar) return say('problem.noTime')
    const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = numbers(groups)
    const problem = dayProblem(year, month, day)
    if (problem !== null) return problem
    if (hour > 23 || minute > 59 || second > 59) return say('problem.times')
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
    const parts = { year, month, day, time: `${hour}:${minute}${seconds}` }
    if (zone === undefined) return wording('time', parts)
    return wording('timeInZone', {
      ...parts,
      zone: zone.toUpperCase() === 'Z' ? 'UTC' : `UTC${zone}`,
    })
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
