/** What the values of elements mean: dates, quantities, amounts and temperatures. */

import { lookUpAi } from './ai-table.ts'
import type { Gs1Element } from './element.ts'
import { daysInMonth } from './linters/dates.ts'

/** A date in the calendar, with the time of day where the element has one. */
export interface Gs1Date {
  /** `2031-12-31` */
  readonly date: string
  /** `13`, `13:05` or `13:05:09`; null where the element has no time. */
  readonly time: string | null
}

/**
 * The year that two digits stand for: the one that is at most 50 years ahead and 49 back
 * (GS1 General Specifications, section 7.12).
 */
function fullYear(twoDigits: number, currentYear: number): number {
  const century = currentYear - (currentYear % 100)
  const ahead = twoDigits - (currentYear % 100)
  if (ahead > 50) return century - 100 + twoDigits
  return ahead < -49 ? century + 100 + twoDigits : century + twoDigits
}

function calendarDate(year: number, month: string, day: string): string {
  // Day 00 is the whole month: what is due, or keeps, does so to its last day.
  const known = day === '00' ? String(daysInMonth(year, Number(month))) : day
  return `${String(year).padStart(4, '0')}-${month}-${known.padStart(2, '0')}`
}

/**
 * The dates in an element, in their order: one for most, two for a period (AI 7007), none when the
 * element is no date. The value must be valid. Two-digit years are read from `currentYear`.
 *
 * @example
 * datesOf({ ai: '17', value: '310200' }, 2026) // [{ date: '2031-02-28', time: null }]
 * datesOf({ ai: '7003', value: '3112311305' }, 2026) // [{ date: '2031-12-31', time: '13:05' }]
 */
export function datesOf({ ai, value }: Gs1Element, currentYear: number): Gs1Date[] {
  const dates: Gs1Date[] = []
  let rest = value
  for (const component of lookUpAi(ai)?.components ?? []) {
    const text = rest.slice(0, component.lengthMax)
    rest = rest.slice(text.length)
    if (text === '') continue
    const names = component.rules.map((rule) => rule.name)
    const last = dates.at(-1)
    if (names.includes('yymmdd') || names.includes('yymmd0')) {
      const year = fullYear(Number(text.slice(0, 2)), currentYear)
      dates.push({ date: calendarDate(year, text.slice(2, 4), text.slice(4)), time: null })
    } else if (names.includes('yyyymmdd') || names.includes('yyyymmd0')) {
      const year = Number(text.slice(0, 4))
      dates.push({ date: calendarDate(year, text.slice(4, 6), text.slice(6)), time: null })
    } else if (last !== undefined) {
      const time = [last.time, ...(text.match(/\d{2}/g) ?? [])].filter(Boolean).join(':')
      dates.splice(-1, 1, { ...last, time })
    }
  }
  return dates
}

/** A number with its implied decimal places, exactly. */
export interface Gs1Quantity {
  /** The number without its decimal point: 12345 for 12.345. */
  readonly amount: number
  readonly decimals: number
  /** `12.345` */
  readonly text: string
  /** As in the title of the element, such as `kg`; null for money, percent and counts. */
  readonly unit: string | null
  /** Currency number of ISO 4217 where the element carries it. */
  readonly currency: string | null
}

function quantity(
  digits: string,
  decimals: number,
  unit: string | null,
  currency: string | null,
): Gs1Quantity {
  const negative = digits.endsWith('-')
  const plain = negative ? digits.slice(0, -1) : digits
  const amount = negative ? -Number(plain) : Number(plain)
  const padded = String(Math.abs(amount)).padStart(decimals + 1, '0')
  const whole = padded.slice(0, padded.length - decimals)
  const fraction = decimals === 0 ? '' : `.${padded.slice(-decimals)}`
  const text = `${amount < 0 ? '-' : ''}${whole}${fraction}`
  return { amount, decimals, text, unit, currency }
}

const MEASURE = /^3[1-6]\d(\d)$/
const MONEY = /^39([0-5])(\d)$/
const TEMPERATURE = /^433[0-3]$/
const COUNT = /^3[07]$/

/** Money with its currency in front: the kinds 391n and 393n. */
const kindsWithCurrency = ['1', '3']

function unitOf(title: string): string {
  // "NET VOLUME (qt (US))", "LENGTH (m), log", "KG PER m²", "MAX TEMP F."
  const inBrackets = /\((.+)\)/.exec(title)?.[1]
  return inBrackets ?? (title.startsWith('KG PER') ? 'kg/m²' : title.slice(-2, -1))
}

/**
 * The quantity in an element: a measure, an amount of money, a percentage (394n), a temperature or
 * a count; null when it is none. The value must be valid.
 *
 * @example
 * quantityOf({ ai: '3103', value: '012345' })?.text // '12.345'
 * quantityOf({ ai: '3103', value: '012345' })?.unit // 'kg'
 * quantityOf({ ai: '3932', value: '978001999' })
 * // { amount: 1999, decimals: 2, text: '19.99', unit: null, currency: '978' }
 */
export function quantityOf({ ai, value }: Gs1Element): Gs1Quantity | null {
  const title = lookUpAi(ai)?.title
  if (title === undefined) return null
  const places = MEASURE.exec(ai)?.[1]
  if (places !== undefined) return quantity(value, Number(places), unitOf(title), null)
  if (TEMPERATURE.test(ai)) return quantity(value, 2, unitOf(title), null)
  if (COUNT.test(ai)) return quantity(value, 0, null, null)
  const [, kind = '', decimals] = MONEY.exec(ai) ?? []
  if (decimals === undefined) return null
  return kindsWithCurrency.includes(kind)
    ? quantity(value.slice(3), Number(decimals), null, value.slice(0, 3))
    : quantity(value, Number(decimals), null, null)
}
