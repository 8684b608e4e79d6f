import { expect, test } from 'vitest'
import { textOf, valueOf } from './subject-field.ts'

const samples = [
  ['text', 'Lamp'],
  ['number', -20],
  ['day', Date.UTC(2027, 4, 1)],
  ['codes', ['CELL', 'CELL B']],
  ['several', ['fragile']],
  ['lines', [{ item: 'CELL 21700', quantity: 40 }]],
] as const

test.each(samples)('a value as %s is read back as it was shown', (as, value) => {
  expect(valueOf({ as }, textOf({ as }, value))).toEqual(value)
})

test('an empty field takes the value away, and a line without a number is one', () => {
  expect(valueOf({ as: 'text' }, ' ')).toBe(null)
  expect(valueOf({ as: 'lines' }, '3x BOLT\n\nCASE 4')).toEqual([
    { item: 'BOLT', quantity: 3 },
    { item: 'CASE 4', quantity: 1 },
  ])
})
