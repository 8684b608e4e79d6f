import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { receive } from './event-kinds/receive.ts'
import { setPlainAside } from './plain-input.ts'

const text = fc.oneof(
  fc.constantFrom('A-1', ' A', '', 'a\u0007', 'x\u202e', 'Größe', '\ud800', '__proto__', 'imei'),
  fc.string({ unit: 'binary', maxLength: 6 }),
  fc.string({ minLength: 98, maxLength: 202 }),
)
const value = fc.oneof(
  text,
  fc.constantFrom(0, -0, -1, 1.5, 2 ** 53, Infinity, NaN, true, null, undefined, {}, ['a']),
)
const entry = fc.oneof(
  { weight: 3, arbitrary: fc.record({ serial: text, traits: fc.dictionary(text, value) }) },
  fc.record({ traits: fc.dictionary(text, text), serial: text }),
  fc.record(
    {
      serial: value,
      identifiers: fc.array(fc.record({ type: value, value }), { maxLength: 22 }),
      traits: fc.oneof(value, fc.dictionary(text, value, { noNullPrototype: true })),
      lot: value,
      content: value,
      other: value,
    },
    { requiredKeys: [], noNullPrototype: true },
  ),
)
const word = fc.stringMatching(/^[A-Z0-9]{1,5}$/)
const plainEntry = fc.record(
  { serial: word, traits: fc.dictionary(word, word), lot: word, content: fc.nat() },
  { requiredKeys: ['serial'] },
)
const ref = fc.oneof(
  text,
  fc.integer(),
  fc.record({ item: text, serial: text }),
  fc.record({ serial: text, item: text }),
  value,
)
const input = fc.record(
  {
    item: text,
    location: fc.constantFrom('HQ', '', 3),
    entries: fc.oneof(fc.array(entry), fc.array(plainEntry), value),
    units: fc.oneof(fc.array(ref), fc.array(word), value),
    partial: fc.constantFrom(true, 'yes'),
  },
  { requiredKeys: ['location'], noNullPrototype: true },
)

describe('the input of a command', () => {
  it('is read as by its schema alone, whichever of its entries are plain', () => {
    fc.assert(
      fc.property(input, (said) => {
        const wanted = receive.schema.safeParse(said)
        const { input: shortened, restore } = setPlainAside(receive.schema, said)
        const read = receive.schema.safeParse(shortened)
        const data = read.success ? restore(read.data) : undefined
        expect(JSON.stringify(data)).toBe(JSON.stringify(wanted.data))
        expect(read.error?.issues).toEqual(wanted.error?.issues)
      }),
      { numRuns: 500 },
    )
  })
})
