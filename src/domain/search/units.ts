/** Units of measure as people write them after a number, with exact factors. */

/** `coefficient` × 10^`exponent`: exact where a binary fraction is not. */
export interface Decimal {
  readonly coefficient: bigint
  readonly exponent: number
}

interface Unit {
  readonly dimension: string
  /** How many of the dimension's base unit it is. */
  readonly factor: Decimal
}

const decimal = (coefficient: number | bigint, exponent = 0): Decimal => ({
  coefficient: BigInt(coefficient),
  exponent,
})

const prefixes: readonly (readonly [prefix: string, exponent: number])[] = [
  ['n', -9],
  ['u', -6],
  ['µ', -6],
  ['μ', -6],
  ['m', -3],
  ['', 0],
  ['k', 3],
  ['M', 6],
  ['G', 9],
]

// Base symbols that take prefixes, by dimension.
const prefixed: readonly (readonly [symbol: string, dimension: string])[] = [
  ['g', 'mass'],
  ['m', 'length'],
  ['l', 'volume'],
  ['L', 'volume'],
  ['V', 'voltage'],
  ['A', 'current'],
  ['Ah', 'charge'],
  ['W', 'power'],
  ['Wh', 'energy'],
  ['Hz', 'frequency'],
  ['Ω', 'resistance'],
  ['Ohm', 'resistance'],
]

const units = new Map<string, Unit>([
  ['t', { dimension: 'mass', factor: decimal(1, 6) }],
  // International yard and pound agreement of 1959.
  ['lb', { dimension: 'mass', factor: decimal(45_359_237, -5) }],
  ['oz', { dimension: 'mass', factor: decimal(28_349_523_125, -9) }],
  ['cm', { dimension: 'length', factor: decimal(1, -2) }],
  ['in', { dimension: 'length', factor: decimal(254, -4) }],
  ['ft', { dimension: 'length', factor: decimal(3048, -4) }],
  ['cl', { dimension: 'volume', factor: decimal(1, -2) }],
  ['hl', { dimension: 'volume', factor: decimal(1, 2) }],
  ['m3', { dimension: 'volume', factor: decimal(1, 3) }],
  ['m³', { dimension: 'volume', factor: decimal(1, 3) }],
])
for (const [symbol, dimension] of prefixed) {
  for (const [prefix, exponent] of prefixes) {
    units.set(prefix + symbol, { dimension, factor: decimal(1, exponent) })
  }
}

// Multiples of bytes, in any letter case: nobody means millibytes.
const byteUnits = new Map<string, Unit>([['b', { dimension: 'information', factor: decimal(1) }]])
for (const [power, prefix] of ['k', 'm', 'g', 't', 'p', 'e'].entries()) {
  const exponent = 3 * (power + 1)
  byteUnits.set(`${prefix}b`, { dimension: 'information', factor: decimal(1, exponent) })
  const binary = decimal(1024n ** BigInt(power + 1))
  byteUnits.set(`${prefix}ib`, { dimension: 'information', factor: binary })
}

/** Multipliers without a unit. Lower-case m, g and t are the metre, the gram and the tonne. */
const scales: Readonly<Record<string, number>> = { k: 3, K: 3, M: 6, G: 9, T: 12 }

const findUnit = (symbol: string): Unit | undefined =>
  units.get(symbol) ?? byteUnits.get(symbol.toLowerCase())

const times = (one: Decimal, other: Decimal): Decimal => ({
  coefficient: one.coefficient * other.coefficient,
  exponent: one.exponent + other.exponent,
})

/** An integer exactly (a bigint beyond the safe ones), any other number as near as can be. */
export function toNumber({ coefficient, exponent }: Decimal): number | bigint {
  const scale = 10n ** BigInt(Math.abs(exponent))
  const isInteger = exponent >= 0 || coefficient % scale === 0n
  if (!isInteger) return Number(`${coefficient}e${exponent}`)
  const integer = exponent >= 0 ? coefficient * scale : coefficient / scale
  const isSafe = integer >= Number.MIN_SAFE_INTEGER && integer <= Number.MAX_SAFE_INTEGER
  return isSafe ? Number(integer) : integer
}

/** A number as it was written: `4TB` is 4 × 10^12 of `B`. */
export interface Amount {
  readonly value: Decimal
  /** Null where none was written. */
  readonly unit: string | null
}

/** Reads the text after a number: a scale (`k`), bytes (`TB`), another unit (`kg`), or nothing. */
export function readAmount(value: Decimal, suffix: string): Amount {
  if (suffix === '') return { value, unit: null }
  const scale = Object.hasOwn(scales, suffix) ? scales[suffix] : undefined
  if (scale !== undefined) return { value: times(value, decimal(1, scale)), unit: null }
  const bytes = units.has(suffix) ? undefined : byteUnits.get(suffix.toLowerCase())
  if (bytes) return { value: times(value, bytes.factor), unit: 'B' }
  return { value, unit: suffix }
}

/** The same amount in another unit; null where the units do not measure the same thing. */
export function convertAmount({ value, unit }: Amount, to: string): Decimal | null {
  if (unit === null || unit === to) return value
  const source = findUnit(unit)
  const target = findUnit(to)
  if (!source || source.dimension !== target?.dimension) return null
  return divide(times(value, source.factor), target.factor)
}

// Enough digits for every pair of units in the table; only lb, oz and ft can leave a remainder.
const quotientDigits = 18

function divide(one: Decimal, other: Decimal): Decimal {
  const coefficient = (one.coefficient * 10n ** BigInt(quotientDigits)) / other.coefficient
  return { coefficient, exponent: one.exponent - other.exponent - quotientDigits }
}
