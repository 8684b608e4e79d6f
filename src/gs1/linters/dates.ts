/** Rules about dates and times. */

import { csetnumeric } from './characters.ts'
import { fault } from '../problem.ts'
import type { Fault, ProblemCode } from '../problem.ts'

type Linter = (text: string) => Fault | null

const DAYS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const

function isLeapYear(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
}

/** Number of days of a month; for a year of two digits, 00 counts as a leap year (2000). */
export function daysInMonth(year: number, month: number): number {
  return month === 2 && !isLeapYear(year < 100 ? year + 2000 : year) ? 28 : DAYS[month - 1]!
}

function twoDigits(text: string, at: number): number {
  return (text.charCodeAt(at) - 48) * 10 + text.charCodeAt(at + 1) - 48
}

function date(yearDigits: 2 | 4, dayZeroAllowed: boolean): Linter {
  const width = yearDigits + 4
  return (text) => {
    if (text.length < width) return fault('DATE_TOO_SHORT', 0, text.length)
    if (text.length > width) return fault('DATE_TOO_LONG', 0, text.length)
    const nonDigit = csetnumeric(text)
    if (nonDigit !== null) return nonDigit
    const month = twoDigits(text, yearDigits)
    if (month < 1 || month > 12) return fault('ILLEGAL_MONTH', yearDigits, 2)
    const day = twoDigits(text, yearDigits + 2)
    if (day === 0 && dayZeroAllowed) return null
    const year = yearDigits === 2 ? twoDigits(text, 0) : Number(text.slice(0, 4))
    return day < 1 || day > daysInMonth(year, month)
      ? fault('ILLEGAL_DAY', yearDigits + 2, 2)
      : null
  }
}

/** `yymmd0`: a date, or a month when the day is 00. */
export const yymmd0 = date(2, true)
/** `yymmdd`: a date. */
export const yymmdd = date(2, false)
/** `yyyymmd0`: a date with century, or a month when the day is 00. */
export const yyyymmd0 = date(4, true)
/** `yyyymmdd`: a date with century. */
export const yyyymmdd = date(4, false)

interface ClockPart {
  readonly max: number
  readonly illegal: ProblemCode
}

const hour: ClockPart = { max: 23, illegal: 'ILLEGAL_HOUR' }
const minute: ClockPart = { max: 59, illegal: 'ILLEGAL_MINUTE' }
const second: ClockPart = { max: 59, illegal: 'ILLEGAL_SECOND' }

function clock(parts: readonly ClockPart[], tooShort: ProblemCode, tooLong: ProblemCode): Linter {
  const width = parts.length * 2
  return (text) => {
    if (text.length < width) return fault(tooShort, 0, text.length)
    if (text.length > width) return fault(tooLong, 0, text.length)
    const nonDigit = csetnumeric(text)
    if (nonDigit !== null) return nonDigit
    const wrong = parts.findIndex((part, index) => twoDigits(text, index * 2) > part.max)
    return wrong < 0 ? null : fault(parts[wrong]!.illegal, wrong * 2, 2)
  }
}

/** `hh`: an hour, 00 to 23. */
export const hh = clock([hour], 'HOUR_TOO_SHORT', 'HOUR_TOO_LONG')
/** `mi`: a minute. */
export const mi = clock([minute], 'MINUTE_TOO_SHORT', 'MINUTE_TOO_LONG')
/** `ss`: a second. */
export const ss = clock([second], 'SECOND_TOO_SHORT', 'SECOND_TOO_LONG')
/** `hhmi`: an hour and a minute. */
export const hhmi = clock([hour, minute], 'HOUR_WITH_MINUTE_TOO_SHORT', 'HOUR_WITH_MINUTE_TOO_LONG')
