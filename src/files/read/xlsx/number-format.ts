import { plainNumber } from '../plain-number.ts'

/** How the numbers of a cell style are meant. */
export type NumberFormat =
  | { readonly kind: 'number' }
  | { readonly kind: 'date' }
  | { readonly kind: 'time' }
  /** Shown with leading zeros to this many digits: what people see is what they mean. */
  | { readonly kind: 'digits'; readonly count: number }

export const plainFormat: NumberFormat = { kind: 'number' }

// Built-in formats: ECMA-376-1, section 18.8.30, with the date formats of East Asian locales.
const isDateId = (id: number): boolean =>
  (id >= 14 && id <= 17) || id === 22 || (id >= 27 && id <= 36) || (id >= 50 && id <= 58)
const isTimeId = (id: number): boolean => (id >= 18 && id <= 21) || (id >= 45 && id <= 47)

/** Meaning of a number format: by its code, or by its id when it is a built-in one. */
export function numberFormat(id: number, code: string | undefined): NumberFormat {
  if (code === undefined) {
    if (isDateId(id)) return { kind: 'date' }
    return isTimeId(id) ? { kind: 'time' } : plainFormat
  }
  const shown = code
    .split(';', 1)[0]!
    .replace(/"[^"]*"|\\.|_.|\*./g, '')
    .replace(/\[(?![hms]+\])[^\]]*\]/gi, '')
  if (/^0{2,}$/.test(shown)) return { kind: 'digits', count: shown.length }
  if (/[yd]/i.test(shown) || /m{3,}/i.test(shown)) return { kind: 'date' }
  if (/[hs]/i.test(shown)) return { kind: 'time' }
  return plainFormat
}

const dayMs = 86_400_000
/** Day 0 of each calendar of spreadsheets, in milliseconds UTC. */
const start1900 = Date.UTC(1899, 11, 30)
const start1904 = Date.UTC(1904, 0, 1)
/** 31 December 9999. */
const lastDay = 2_958_465
/** The calendar of 1900 counts a 29 February 1900 that never was, as day 60. */
const falseLeapDay = 60

/**
 * Text of a numeric cell: a date as ISO 8601, a number with all its digits.
 *
 * @param text the number as the file has it
 */
export function cellNumber(text: string, format: NumberFormat, is1904: boolean): string {
  if (format.kind === 'date' || format.kind === 'time') {
    const days = Number(text)
    if (days >= 0 && days <= lastDay) return dateText(days, format.kind === 'time', is1904)
  }
  const digits = wholeDigits(text)
  if (format.kind === 'digits' && /^\d+$/.test(digits)) return digits.padStart(format.count, '0')
  return digits
}

function dateText(days: number, isTime: boolean, is1904: boolean): string {
  const isBeforeLeapDay = !is1904 && days < falseLeapDay
  const origin = is1904 ? start1904 : start1900
  const shift = isBeforeLeapDay ? dayMs : 0
  const ms = Math.round((days * dayMs) / 1000) * 1000
  const iso = new Date(origin + shift + ms).toISOString()
  if (isTime && days < 1) return iso.slice(11, 19)
  return ms % dayMs === 0 && !isTime ? iso.slice(0, 10) : iso.slice(0, 19)
}

/** Most significant digits of a number that a spreadsheet keeps. */
const digitsKept = 15

/**
 * Spreadsheets store 12.3 as 12.300000000000001 and long numbers with an exponent. The number is
 * given as they show it; one with more digits than they keep stays in its notation, so that it is
 * not taken for a number whose digits are all known.
 */
function wholeDigits(text: string): string {
  if (/^-?\d{1,15}$/.test(text) || /^-?\d{16,}$/.test(text)) return text
  const value = Number(text)
  if (text.trim() === '' || !Number.isFinite(value)) return text
  if (Math.abs(value) >= 10 ** digitsKept) return value.toExponential().replace('e', 'E')
  return plainNumber(String(Number(value.toPrecision(digitsKept))))
}
