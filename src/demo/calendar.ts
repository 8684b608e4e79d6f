/** Milliseconds of a minute, an hour and a day. */
export const minute = 60_000
export const hour = 60 * minute
export const day = 24 * hour

/** Days of a story, from its first to its last. */
export interface Today {
  /** Days since the story began. */
  readonly index: number
  /** Its midnight, in milliseconds UTC. */
  readonly start: number
  readonly year: number
  /** 1 to 12. */
  readonly month: number
  readonly dayOfMonth: number
  /** 1 Monday to 7 Sunday. */
  readonly weekday: number
  /** Not at weekends, nor between the years, nor on the first of May. */
  readonly isWorkday: boolean
}

/** Length of a story in days. */
export const storyDays = 365

/** The day with this index of a story that ends at a time (milliseconds UTC). */
export function dayOf(until: number, index: number): Today {
  const start = Math.floor(until / day) * day - (storyDays - index) * day
  const date = new Date(start)
  const weekday = date.getUTCDay() || 7
  const month = date.getUTCMonth() + 1
  const dayOfMonth = date.getUTCDate()
  const isHoliday =
    (month === 12 && dayOfMonth >= 24) ||
    (month === 1 && dayOfMonth === 1) ||
    (month === 5 && dayOfMonth === 1)
  return {
    index,
    start,
    year: date.getUTCFullYear(),
    month,
    dayOfMonth,
    weekday,
    isWorkday: weekday <= 5 && !isHoliday,
  }
}

/** The first workday at or after the day with this index. */
export function workdayFrom(until: number, index: number): Today {
  for (let at = index; ; at += 1) {
    const found = dayOf(until, at)
    if (found.isWorkday) return found
  }
}

/** A time of the day such as `8.5`, half past eight, in milliseconds UTC. */
export const at = ({ start }: Pick<Today, 'start'>, hours: number): number =>
  start + Math.round(hours * hour)

/** Two digits: `07`. */
export const two = (number: number): string => String(number).padStart(2, '0')

/** Year, month and day in six digits: `260307`. */
export const dateCode = ({ year, month, dayOfMonth }: Today): string =>
  `${two(year % 100)}${two(month)}${two(dayOfMonth)}`
