/**
 * Luhn's algorithm over any alphabet: with base 10 it is that of ISO/IEC 7812-1, annex B.
 *
 * From the right every second value is doubled and the digits of the result, in that base, are
 * added up; the check value fills the sum to a multiple of the base.
 */
export function luhn(values: readonly number[], base: number): number {
  let sum = 0
  values.toReversed().forEach((value, index) => {
    const weighted = index % 2 === 0 ? value * 2 : value
    sum += Math.floor(weighted / base) + (weighted % base)
  })
  return (base - (sum % base)) % base
}
