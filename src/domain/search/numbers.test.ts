import fc from 'fast-check'
import { expect, test } from 'vitest'
import { convertUnit, parseQuery } from './index.ts'
import type { NumberMatch } from './index.ts'

function numberOf(text: string): NumberMatch {
  const result = parseQuery(`quantity${text}`, { now: 0 })
  if (!result.ok) throw new Error(result.error.sentence)
  const { where } = result.query
  if (where?.kind !== 'term' || where.matches[0]?.kind !== 'number') throw new Error('No number.')
  return where.matches[0]
}

test.each([
  ['4TB', 4e12, 'B'],
  ['4tb', 4e12, 'B'],
  ['1GiB', 1024 ** 3, 'B'],
  ['3k', 3000, null],
  ['1.5M', 1_500_000, null],
  ['-2.5', -2.5, null],
  ['10kg', 10, 'kg'],
  ['0.1', 0.1, null],
  ['12 pcs', 12, 'pcs'],
  ['9007199254740993', 9007199254740993n, null],
  ['20EB', 20_000_000_000_000_000_000n, 'B'],
])('%s', (text, value, unit) => {
  const bound = { value, inclusive: true }
  expect(numberOf(`:"${text}"`)).toMatchObject({ from: bound, to: bound, unit })
})

test('ranges include both ends, and the unit of one is that of both', () => {
  const [three, four] = [3e12, 4e12].map((value) => ({ value, inclusive: true }))
  expect(numberOf(':3..4TB')).toMatchObject({ from: three, to: four })
  expect(numberOf(':500g..2kg')).toMatchObject({
    from: { value: 500 },
    to: { value: 2000 },
    unit: 'g',
  })
  expect(numberOf('>=10')).toMatchObject({ from: { value: 10, inclusive: true }, to: null })
  expect(numberOf('<10')).toMatchObject({ from: null, to: { value: 10, inclusive: false } })
})

test('integers are exact however long', () => {
  fc.assert(
    fc.property(fc.bigInt({ min: -(10n ** 29n), max: 10n ** 29n }), (integer) => {
      expect(BigInt(numberOf(`:${integer}`).from!.value)).toBe(integer)
    }),
  )
})

test('amounts are turned into other units without rounding', () => {
  expect(convertUnit(0.7, 'kg', 'mg')).toBe(700_000)
  expect(convertUnit(1, 'lb', 'mg')).toBe(453_592.37)
  expect(convertUnit(1, 'in', 'mm')).toBe(25.4)
  expect(convertUnit(10n ** 20n, 'km', 'm')).toBe(10n ** 23n)
  expect(convertUnit(1, 'kg', 'l')).toBeNull()
  expect(convertUnit(3, 'drums', 'drums')).toBe(3)
})
