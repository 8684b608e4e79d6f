import { convertAmount, readAmount, toNumber, type Amount, type Decimal } from './units.ts'

/** A number that was understood. */
export interface WrittenNumber extends Amount {
  /** Its canonical form. */
  readonly written: string
  /** The scale or unit behind it, as written. */
  readonly suffix: string
}

const pattern = /^([+-]?)(\d{1,30})(?:\.(\d{1,15}))?\s*([\p{L}%°][\p{L}%°/]{0,18}[23²³]?)?$/u

/**
 * Reads a number such as `12`, `1.5M`, `4TB` or `10 kg`; null where the text is none. A number
 * without a suffix takes `suffix`.
 */
export function readNumber(text: string, suffix = ''): WrittenNumber | null {
  const groups = pattern.exec(text)
  if (!groups) return null
  const [, sign, integer = '', fraction = '', ownSuffix = suffix] = groups
  const minus = sign === '-' ? '-' : ''
  const value = { coefficient: BigInt(minus + integer + fraction), exponent: -fraction.length }
  const written = `${minus}${integer}${fraction && `.${fraction}`}${ownSuffix}`
  return { ...readAmount(value, ownSuffix), written, suffix: ownSuffix }
}

/** The decimal that a number stands for, as it is printed. */
function decimalOf(value: number | bigint): Decimal {
  const [digits = '0', exponent = '0'] = String(value).split('e')
  const [integer = '0', fraction = ''] = digits.split('.')
  return { coefficient: BigInt(integer + fraction), exponent: Number(exponent) - fraction.length }
}

/**
 * A finite number of one unit of measure (`kg`) as a number of another (`g`): exact where the
 * result is an integer, a bigint beyond the safe ones. Null where the units do not measure the
 * same thing.
 */
export function convertUnit(
  value: number | bigint,
  from: string,
  to: string,
): number | bigint | null {
  const converted = convertAmount({ value: decimalOf(value), unit: from }, to)
  return converted && toNumber(converted)
}
