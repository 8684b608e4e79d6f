import { plainNumber } from '../../../files/read/plain-number.ts'
import { fault } from './value-problem.ts'
import { isShortened } from './values.ts'
import type { Reading } from './value-problem.ts'

// The spaces that are written between thousands.
const spaces = /[\s\u00a0\u2009\u202f\u200e\u200f']/g

const lengthMax = 100

/**
 * Reads a number and gives it exactly, as plain decimal digits: `1 234,50` is `1234.5`.
 *
 * @param mark the decimal mark; where it is left out, `1,234` is refused, as it can be either
 */
export function readNumber(text: string, mark?: '.' | ','): Reading<string> {
  if (text.length > lengthMax) return { fault: fault('number_unreadable', { value: text }) }
  const bare = text.replace(spaces, '').replace('\u2212', '-')
  if (/^-?(?:0|[1-9]\d*)$/.test(bare)) return { value: bare === '-0' ? '0' : bare }
  const digits = withPoint(bare, mark)
  if (digits === 'ambiguous') return { fault: fault('number_ambiguous', { value: text }) }
  const plain = plainNumber(digits)
  const parts = /^([+-]?)(\d*)(?:\.(\d*))?$/.exec(plain)
  const [, sign = '', whole = '', fraction = ''] = parts ?? []
  if (parts === null || whole + fraction === '') {
    return { fault: fault('number_unreadable', { value: text }) }
  }
  const rest = fraction.replace(/0+$/, '')
  const size = (whole.replace(/^0+(?=\d)/, '') || '0') + (rest === '' ? '' : `.${rest}`)
  const value = sign === '-' && size !== '0' ? `-${size}` : size
  if (!isShortened(bare)) return { value }
  return { value, warning: fault('number_digits_lost', { value: text }) }
}

/** The number with a point for its decimal mark and nothing between its thousands. */
function withPoint(text: string, mark: '.' | ',' | undefined): string {
  const lastComma = text.lastIndexOf(',')
  const lastPoint = text.lastIndexOf('.')
  if (lastComma < 0 && mark !== ',') return text
  if (mark !== undefined) return inGroups(text, mark)
  if (lastPoint >= 0) return inGroups(text, lastComma > lastPoint ? ',' : '.')
  if (text.indexOf(',') < lastComma) return inGroups(text, '.')
  return /,\d{3}$/.test(text) && !/^[+-]?0,/.test(text) ? 'ambiguous' : inGroups(text, ',')
}

/** Takes out the marks between thousands, if they stand where they may. */
function inGroups(text: string, mark: '.' | ','): string {
  const other = mark === '.' ? ',' : '.'
  const [whole = '', fraction, ...more] = text.split(mark)
  const groups = whole.split(other)
  const areWhole = groups.slice(1).every((group) => /^\d{3}$/.test(group))
  if (!areWhole || more.length > 0 || (fraction ?? '').includes(other)) return 'no number'
  return groups.join('') + (fraction === undefined ? '' : `.${fraction}`)
}

/** A number for calculations; refused where a floating-point number cannot hold its digits. */
export function readExactNumber(text: string, mark?: '.' | ','): Reading<number> {
  const reading = readNumber(text, mark)
  if (reading.fault !== undefined) return reading
  const value = Number(reading.value)
  if (plainNumber(String(value)) !== reading.value) {
    return { fault: fault('number_too_long', { value: text }) }
  }
  return reading.warning === undefined ? { value } : { value, warning: reading.warning }
}
