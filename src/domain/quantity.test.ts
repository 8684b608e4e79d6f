import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatQuantity, parseQuantity, quantityMax, shareOut } from './quantity.ts'

const decimals = fc.integer({ min: 0, max: 9 })

describe('quantities', () => {
  it('come back exactly as they were written', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: quantityMax }), decimals, (quantity, digits) => {
        expect(parseQuantity(formatQuantity(quantity, digits), digits)).toBe(quantity)
      }),
    )
  })

  it('are read exactly where floating point would not be', () => {
    expect(parseQuantity('0.1', 3)).toBe(100)
    expect(parseQuantity('1.005', 3)).toBe(1005)
    expect(parseQuantity('4503599627370.497', 3)).toBe(4503599627370497)
    expect(parseQuantity('2.50', 1)).toBe(25)
  })

  it('are refused where digits would be lost', () => {
    for (const text of ['1.0005', '1e3', '-1', '', '1,5', '.5', '99999999999999.999']) {
      expect(parseQuantity(text, 3)).toBeNull()
    }
  })
})

it('shares out to the last gram, and never more than one beside the exact share', () => {
  fc.assert(
    fc.property(
      fc.maxSafeNat(),
      fc.array(fc.nat({ max: 1_000_000 }), { minLength: 1, maxLength: 20 }),
      (quantity, weights) => {
        const shares = shareOut(quantity, weights)
        const total = weights.reduce((sum, weight) => sum + weight, 0)
        const [whole, parts] =
          total === 0 ? [weights.length, weights.map(() => 1)] : [total, weights]
        expect(shares.reduce((sum, share) => sum + BigInt(share), 0n)).toBe(BigInt(quantity))
        for (const [index, share] of shares.entries()) {
          const exact = (BigInt(quantity) * BigInt(parts[index]!)) / BigInt(whole)
          expect([exact, exact + 1n]).toContain(BigInt(share))
        }
      },
    ),
  )
  expect(shareOut(10, [1, 1, 1])).toEqual([4, 3, 3])
  expect(shareOut(5, [])).toEqual([])
})
