/**
 * Quantities are exact integers in an item's smallest unit of measure: 1.5 kg of an item that keeps
 * three digits is 1500. Text is the only other form; no floating point touches them.
 */

/** Largest quantity that is kept: what an integer of JavaScript holds exactly. */
export const quantityMax = Number.MAX_SAFE_INTEGER

/**
 * Reads a decimal amount such as `1.5` or `12` exactly.
 *
 * @param decimals digits that the item keeps after the point
 * @returns the amount in the smallest unit; `null` when the text is no amount, has more digits than
 *   are kept, or is too large
 */
export function parseQuantity(text: string, decimals: number): number | null {
  const found = /^(\d{1,16})(?:\.(\d{1,16}))?$/.exec(text.trim())
  if (!found) return null
  const fraction = (found[2] ?? '').replace(/0+$/, '')
  if (fraction.length > decimals) return null
  const amount = BigInt(found[1]! + fraction.padEnd(decimals, '0'))
  return amount <= BigInt(quantityMax) ? Number(amount) : null
}

/** Writes a quantity with all the digits that the item keeps: 1500 with three digits is `1.500`. */
export function formatQuantity(quantity: number, decimals: number): string {
  if (decimals === 0) return String(quantity)
  const digits = String(quantity).padStart(decimals + 1, '0')
  return `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`
}

/** How the quantities of an item are written. */
export interface Measure {
  readonly measure?: string | undefined
  readonly decimals?: number | undefined
}

/** Writes a quantity in the measure of its item, such as `1.500 kg`. */
export const measuredText = (quantity: number, { measure = '', decimals = 0 }: Measure): string =>
  `${formatQuantity(quantity, decimals)} ${measure}`.trim()

/**
 * Shares a quantity out in proportion to weights, to the last unit: whole amounts whose sum is the
 * quantity. What does not go up evenly goes to the largest remainders, the first of equal ones;
 * where all weights are 0 the shares are equal.
 */
export function shareOut(quantity: number, weights: readonly number[]): number[] {
  const total = weights.reduce((sum, weight) => sum + BigInt(weight), 0n)
  const equal = total === 0n
  const parts = weights.map((weight, index) => {
    const whole = equal ? BigInt(weights.length) : total
    const product = BigInt(quantity) * (equal ? 1n : BigInt(weight))
    return { index, share: Number(product / whole), rest: product % whole }
  })
  const shares = parts.map(({ share }) => share)
  const left = shares.reduce((rest, share) => rest - share, quantity)
  parts.sort((a, b) => (a.rest === b.rest ? 0 : a.rest < b.rest ? 1 : -1))
  for (const { index } of parts.slice(0, left)) shares[index]! += 1
  return shares
}
