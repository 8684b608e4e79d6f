/** A number in the notation of programs and spreadsheets: `3.000592982016E+12`. */
const notation = /^([+-]?)(\d*)\.?(\d*)[eE]([+-]?\d{1,3})$/

/**
 * Writes a number without an exponent, digit for digit: `3.000592982016E+12` is `3000592982016`.
 * Any other text is given back as it is.
 */
export function plainNumber(text: string): string {
  const parts = notation.exec(text)
  if (parts === null) return text
  const [, sign = '', whole = '', fraction = '', exponent = '0'] = parts
  const digits = whole + fraction
  if (digits === '') return text
  const point = whole.length + Number(exponent)
  const left = point > 0 ? digits.slice(0, point).padEnd(point, '0') : '0'
  const right = point > 0 ? digits.slice(point) : '0'.repeat(-point) + digits
  const integer = left.replace(/^0+(?=\d)/, '')
  const rest = right.replace(/0+$/, '')
  const minus = sign === '-' ? '-' : ''
  return rest === '' ? minus + integer : `${minus}${integer}.${rest}`
}
