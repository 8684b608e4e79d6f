import { addMonths, dayMs, dayOf, mondayOf, partsOf } from './calendar.ts'
import { isYear, local, minuteMs, type Clock, type DateForm } from './date-form.ts'

/** Midnight of the present day in the clock's time zone, as a calendar day. */
const today = (clock: Clock): number => {
  const here = clock.now + clock.timeZoneOffsetMinutes * minuteMs
  return here - (((here % dayMs) + dayMs) % dayMs)
}

type Around = readonly [from: number, to: number]

/** Periods around a day: `by` is 0 for the present one, -1 for the last, 1 for the next. */
const around: Readonly<Record<string, (day: number, by: number) => Around>> = {
  week(day, by) {
    const monday = mondayOf(day) + by * 7 * dayMs
    return [monday, monday + 7 * dayMs]
  },
  month(day, by) {
    const { year, month } = partsOf(day)
    return [dayOf(year, month + by), dayOf(year, month + by + 1)]
  },
  quarter(day, by) {
    const { year, month } = partsOf(day)
    const first = month - ((month - 1) % 3) + by * 3
    return [dayOf(year, first), dayOf(year, first + 3)]
  },
  year(day, by) {
    const { year } = partsOf(day)
    return [dayOf(year + by), dayOf(year + by + 1)]
  },
}
const steps: Readonly<Record<string, number>> = { last: -1, this: 0, next: 1 }

const namedPeriodForm: DateForm = {
  pattern: /^(last|this|next)[-_ ](week|month|quarter|year)$/i,
  canonical: (text) => text.toLowerCase().replace(/[_ ]/, '-'),
  interval([, step = '', period = ''], clock) {
    const [from, to] = around[period.toLowerCase()]!(today(clock), steps[step.toLowerCase()]!)
    return local(from, to, clock)
  },
  words([, step = '', period = '']) {
    const bare = `${step} ${period}`.toLowerCase()
    return { bare, during: bare }
  },
}

const dayNames: Readonly<Record<string, number>> = { yesterday: -1, today: 0, tomorrow: 1 }

const namedDayForm: DateForm = {
  pattern: /^(yesterday|today|tomorrow)$/i,
  canonical: (text) => text.toLowerCase(),
  interval([, name = ''], clock) {
    const from = today(clock) + dayNames[name.toLowerCase()]! * dayMs
    return local(from, from + dayMs, clock)
  },
  words: ([, name = '']) => ({ bare: name.toLowerCase(), during: name.toLowerCase() }),
}

const presentForm: DateForm = {
  pattern: /^now$/i,
  canonical: (text) => text.toLowerCase(),
  interval: (_, clock) =>
    clock.isCalendar
      ? local(today(clock), today(clock) + dayMs, clock)
      : { from: clock.now, to: clock.now + 1 },
  words: () => ({ bare: 'now', during: 'right now' }),
}

interface AmountUnit {
  readonly name: string
  /** A day that many units after a day; null where the unit is shorter than a day. */
  readonly addTo: ((day: number, count: number) => number) | null
  readonly ms: number
}
const addDays = (days: number) => (day: number, count: number) => day + count * days * dayMs

const amountUnits: Readonly<Record<string, AmountUnit>> = {
  min: { name: 'minute', addTo: null, ms: minuteMs },
  h: { name: 'hour', addTo: null, ms: 60 * minuteMs },
  d: { name: 'day', addTo: addDays(1), ms: 0 },
  w: { name: 'week', addTo: addDays(7), ms: 0 },
  mo: { name: 'month', addTo: addMonths, ms: 0 },
  y: { name: 'year', addTo: (day, count) => addMonths(day, count * 12), ms: 0 },
}

/** `7d` is the calendar day seven days ago, `+7d` the one in seven days. */
const amountForm: DateForm = {
  pattern: /^(\+(?!.*ago)|-?)(\d{1,4})(min|h|d|w|mo|y)(?:[- ]?ago)?$/i,
  canonical: (text) => text.toLowerCase().replace(/^-|[- ]?ago$/g, ''),
  interval([, sign, digits, unitName = ''], clock) {
    const unit = amountUnits[unitName.toLowerCase()]!
    const count = Number(digits) * (sign === '+' ? 1 : -1)
    if (unit.addTo === null) {
      if (clock.isCalendar) return 'It is a calendar day, so hours and minutes do not fit.'
      return { from: clock.now + count * unit.ms, to: clock.now + count * unit.ms + 1 }
    }
    const from = unit.addTo(today(clock), count)
    if (!isYear(partsOf(from).year)) return 'Years go from 1000 to 9999.'
    return local(from, from + dayMs, clock)
  },
  reach: ([, sign]) => (sign === '+' ? 'future' : 'past'),
  words([, sign, digits, unitName = '']) {
    const { name } = amountUnits[unitName.toLowerCase()]!
    const count = Number(digits)
    const span = count === 1 ? name : `${count} ${name}s`
    const length = `${count} ${name}${count === 1 ? '' : 's'}`
    return sign === '+'
      ? { bare: `${length} from now`, during: `in the next ${span}` }
      : { bare: `${length} ago`, during: `in the last ${span}` }
  },
}

/** Dates that move with the present. */
export const relativeDates: readonly DateForm[] = [
  namedDayForm,
  namedPeriodForm,
  presentForm,
  amountForm,
]
