import { addMonths, dayMs, dayOf, mondayOf, partsOf } from './calendar.ts'
import { isYear, local, minuteMs, type Clock, type DateForm } from './date-form.ts'
import { say } from './say.ts'

/** Midnight of the present day in the clock's time zone, as a calendar day. */
const today = (clock: Clock): number => {
  const here = clock.now + clock.timeZoneOffsetMinutes * minuteMs
  return here - (((here % dayMs) + dayMs) % dayMs)
}

type Around = readonly [from: number, to: number]

/** Periods around a day: `by` is 0 for the present one, -1 for the last, 1 for the next. */
const around = {
  week(day: number, by: number): Around {
    const monday = mondayOf(day) + by * 7 * dayMs
    return [monday, monday + 7 * dayMs]
  },
  month(day: number, by: number): Around {
    const { year, month } = partsOf(day)
    return [dayOf(year, month + by), dayOf(year, month + by + 1)]
  },
  quarter(day: number, by: number): Around {
    const { year, month } = partsOf(day)
    const first = month - ((month - 1) % 3) + by * 3
    return [dayOf(year, first), dayOf(year, first + 3)]
  },
  year(day: number, by: number): Around {
    const { year } = partsOf(day)
    return [dayOf(year + by), dayOf(year + by + 1)]
  },
}
type AroundPeriod = keyof typeof around

const steps = { last: -1, this: 0, next: 1 }
type Step = keyof typeof steps

const namedPeriodForm: DateForm = {
  pattern: /^(last|this|next)[-_ ](week|month|quarter|year)$/i,
  canonical: (text) => text.toLowerCase().replace(/[_ ]/, '-'),
  interval([, step = '', period = ''], clock) {
    const by = steps[step.toLowerCase() as Step]
    const [from, to] = around[period.toLowerCase() as AroundPeriod](today(clock), by)
    return local(from, to, clock)
  },
  words([, step = '', period = '']) {
    const bare = say(`date.${step.toLowerCase() as Step}-${period.toLowerCase() as AroundPeriod}`)
    return { bare, during: bare }
  },
}

const dayNames = { yesterday: -1, today: 0, tomorrow: 1 }

const namedDayForm: DateForm = {
  pattern: /^(yesterday|today|tomorrow)$/i,
  canonical: (text) => text.toLowerCase(),
  interval([, name = ''], clock) {
    const from = today(clock) + dayNames[name.toLowerCase() as keyof typeof dayNames] * dayMs
    return local(from, from + dayMs, clock)
  },
  words([, name = '']) {
    const bare = say(`date.${name.toLowerCase() as keyof typeof dayNames}`)
    return { bare, during: bare }
  },
}

const presentForm: DateForm = {
  pattern: /^now$/i,
  canonical: (text) => text.toLowerCase(),
  interval: (_, clock) =>
    clock.isCalendar
      ? local(today(clock), today(clock) + dayMs, clock)
      : { from: clock.now, to: clock.now + 1 },
  words: () => ({ bare: say('date.now'), during: say('during.now') }),
}

interface AmountUnit {
  /** A day that many units after a day; null where the unit is shorter than a day. */
  readonly addTo: ((day: number, count: number) => number) | null
  readonly ms: number
}
const addDays = (days: number) => (day: number, count: number) => day + count * days * dayMs

const amountUnits = {
  min: { addTo: null, ms: minuteMs },
  h: { addTo: null, ms: 60 * minuteMs },
  d: { addTo: addDays(1), ms: 0 },
  w: { addTo: addDays(7), ms: 0 },
  mo: { addTo: addMonths, ms: 0 },
  y: { addTo: (day: number, count: number) => addMonths(day, count * 12), ms: 0 },
} as const satisfies Record<string, AmountUnit>
type AmountName = keyof typeof amountUnits

/** `7d` is the calendar day seven days ago, `+7d` the one in seven days. */
const amountForm: DateForm = {
  pattern: /^(\+(?!.*ago)|-?)(\d{1,4})(min|h|d|w|mo|y)(?:[- ]?ago)?$/i,
  canonical: (text) => text.toLowerCase().replace(/^-|[- ]?ago$/g, ''),
  interval([, sign, digits, unitName = ''], clock) {
    const unit = amountUnits[unitName.toLowerCase() as AmountName]
    const count = Number(digits) * (sign === '+' ? 1 : -1)
    if (unit.addTo === null) {
      if (clock.isCalendar) return say('problem.noHours')
      return { from: clock.now + count * unit.ms, to: clock.now + count * unit.ms + 1 }
    }
    const from = unit.addTo(today(clock), count)
    if (!isYear(partsOf(from).year)) return say('problem.years')
    return local(from, from + dayMs, clock)
  },
  reach: ([, sign]) => (sign === '+' ? 'future' : 'past'),
  words([, sign, digits, unitName = '']) {
    const name = unitName.toLowerCase() as AmountName
    const count = Number(digits)
    return sign === '+'
      ? { bare: say(`ahead.${name}`, { count }), during: say(`future.${name}`, { count }) }
      : { bare: say(`ago.${name}`, { count }), during: say(`past.${name}`, { count }) }
  },
}

/** Dates that move with the present. */
export const relativeDates: readonly DateForm[] = [
  namedDayForm,
  namedPeriodForm,
  presentForm,
  amountForm,
]
