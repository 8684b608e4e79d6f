import fc from 'fast-check'
import { expect, it, test } from 'vitest'
import { fitValue, whatFits, type TraitDefinition, type TraitValue } from './trait-definition.ts'
import { inEnglish } from '../i18n/english.ts'

const bytes = { type: 'number', measure: 'B', decimals: 0, min: 0 } as const
const price = { type: 'number', decimals: 2 } as const
const size = { type: 'choice', choices: ['S', 'M', 'L', '29'] } as const

const fitting: readonly [TraitDefinition, TraitValue, TraitValue][] = [
  [{}, 'Blue', 'Blue'],
  [{}, 42, '42'],
  [bytes, 500, 500],
  [bytes, '500', 500],
  [price, '-12.50', -12.5],
  [price, 0.1, 0.1],
  [{ type: 'yes_no' }, 'YES', true],
  [{ type: 'yes_no' }, false, false],
  [{ type: 'date' }, '2024-02-29', '2024-02-29'],
  [size as never, 'm', 'M'],
  [size as never, 29, '29'],
]
test.each(fitting)('%j takes %j as %j', (definition, value, kept) => {
  expect(fitValue(definition, value)).toStrictEqual(kept)
})

const unfit: readonly [TraitDefinition, TraitValue, string][] = [
  [bytes, '007', 'a whole number of B not below 0'],
  [bytes, -1, 'a whole number of B not below 0'],
  [bytes, '1.5', 'a whole number of B not below 0'],
  [price, 0.125, 'a number with at most 2 digits after the point'],
  [price, '1e3', 'a number with at most 2 digits after the point'],
  [price, '1,5', 'a number with at most 2 digits after the point'],
  [{ type: 'number', min: 1, max: 9 }, 10, 'a number from 1 to 9'],
  [{ type: 'number' }, '0.30000000000000004', 'a number'],
  [{ type: 'number' }, true, 'a number'],
  [{ type: 'yes_no' }, 'perhaps', 'yes or no'],
  [{ type: 'date' }, '2023-02-29', 'a date as year-month-day, such as 2026-05-31'],
  [{ type: 'date' }, '31.05.2026', 'a date as year-month-day, such as 2026-05-31'],
  [size as never, 'XL', 'one of S, M, L, 29'],
]
test.each(unfit)('%j does not take %j but %s', (definition, value, words) => {
  expect(fitValue(definition, value)).toBe(null)
  expect(inEnglish(whatFits(definition))).toBe(words)
})

const definitions = fc.oneof(
  fc.constantFrom<TraitDefinition>({}, { type: 'yes_no' }, { type: 'date' }),
  fc.record({
    type: fc.constant('number' as const),
    decimals: fc.integer({ min: 0, max: 9 }),
    min: fc.integer({ min: -100, max: 0 }),
  }),
  fc.array(fc.string(), { minLength: 1 }).map((choices) => ({ type: 'choice' as const, choices })),
)
const values = fc.oneof(
  fc.string(),
  fc.boolean(),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.integer().map(String),
  fc.date({ noInvalidDate: true }).map((date) => date.toISOString().slice(0, 10)),
)

it('what a trait keeps, it keeps again as it is, whether it comes as a value or as a text', () => {
  const law = fc.property(definitions, values, (definition, value) => {
    const kept = fitValue(definition, value)
    fc.pre(kept !== null)
    expect(fitValue(definition, kept)).toStrictEqual(kept)
    // A text of more digits than a number can hold is no exact number.
    const isLong = typeof kept === 'number' && /e|^.{16}/.test(String(kept).replace(/[.-]/g, ''))
    const again = isLong ? kept : String(kept)
    expect(fitValue(definition, again)).toEqual(kept)
  })
  fc.assert(law)
})
