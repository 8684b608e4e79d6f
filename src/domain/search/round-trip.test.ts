import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  completions,
  describeQuery,
  formatQuery,
  parseQuery,
  searchDirectives,
  searchFields,
  searchLimits,
} from './index.ts'

const knownTraits = [
  { name: 'model', type: 'text' },
  { name: 'Colour code', type: 'text' },
  { name: 'capacity', type: 'number', unit: 'GB' },
  { name: 'status', type: 'flag' },
  { name: 'mode', type: 'day' },
] as const

const options = { now: Date.UTC(2013, 5, 15, 10, 30), timeZoneOffsetMinutes: 120, knownTraits }

const writtenText = fc.string({
  unit: fc.constantFrom(...'aB1é ,.:*"\\()<>=-_/“”'.split('')),
  minLength: 1,
  maxLength: 8,
})
const quoted = writtenText.map((text) => `"x${text.replace(/["\\]/g, '\\$&')}"`)
const bare = fc.constantFrom('A1', 'b-2', '3.5"', 'x(y)', 'OR', 'a..b', 'Z*', '*Q*', '"a b"*c')
const date = fc.constantFrom(
  '2013',
  '2013-06',
  '2013-W24',
  '2013-06-15T14:30Z',
  'today',
  '7d',
  '+3mo',
)
const number = fc.constantFrom('12', '4TB', '1.5k', '0.25', '10kg')
const value = fc.oneof(quoted, bare, date, number, fc.constant('*'), fc.constant('yes'))
const field = fc.constantFrom(
  ...Object.keys(searchFields),
  'sn',
  'in',
  'model',
  'capacity',
  'colour',
  'id.badge',
  'trait.1st',
  'trait."Colour code"',
  'trait.status',
  'trait.mode',
  'trait.modle',
)
const operator = fc.constantFrom(':', ':', ':', '=', '!=', '>', '>=', '<', '<=')
const values = fc.oneof(
  fc.array(value, { minLength: 1, maxLength: 3 }).map((all) => all.join(',')),
  fc.tuple(value, value).map(([low, high]) => `${low}..${high}`),
  value.map((low) => `${low}..`),
)
const term = fc.oneof(
  fc.tuple(field, operator, values).map((parts) => parts.join('')),
  fc.oneof(bare, quoted),
  fc.constantFrom('status:in_*', 'failed:*', '-hold:*', 'received:2013-06..2013-09'),
)
const { search } = fc.letrec<{ search: string }>((tie) => ({
  search: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    term,
    fc
      .tuple(tie('search'), fc.constantFrom(' ', ' OR ', ' AND '), tie('search'))
      .map((all) => all.join('')),
    tie('search').map((part) => `-(${part})`),
    tie('search').map((part) => `(${part})`),
  ),
}))
const directive = fc.constantFrom(
  ...Object.values(searchDirectives).flatMap(({ examples }) => [...examples]),
  'sort:-"trait.Colour code"',
  'sort:"-trait.Colour code",capacity',
  'group:"month(trait.Made on)",colour',
)
const whole = fc.tuple(search, fc.option(directive)).map(([text, last]) => `${text} ${last ?? ''}`)

test('a search that is written back is the same search, and is written the same again', () => {
  let understood = 0
  fc.assert(
    fc.property(whole, (text) => {
      const first = parseQuery(text, options)
      if (!first.ok) return
      understood += 1
      const written = formatQuery(first.query, options)
      if (written.length > searchLimits.length) return
      expect(parseQuery(written, options)).toEqual(first)
      expect(describeQuery(first.query)).toMatch(/^(Units|All units).*\.$/su)
    }),
    { numRuns: 1000 },
  )
  expect(understood).toBeGreaterThan(100)
})

const hostile = fc.oneof(
  fc.string({ maxLength: 80 }),
  fc.string({ unit: 'binary', maxLength: 80 }),
  fc.string({ unit: fc.constantFrom(...'()"*,.:=<>!-\\“„ \ta1'.split('')), maxLength: 80 }),
  fc
    .array(
      fc.oneof(term, directive, fc.constantFrom('(', ')', '-', 'OR', 'AND', 'NOT', ':', '"')),
      { maxLength: 20 },
    )
    .map((parts) => parts.join(' ')),
  fc
    .tuple(fc.constantFrom('(', '-', '*', '"', 'a:', 'trait."', '..', ',', '\\'), fc.nat(3000))
    .map(([text, count]) => text.repeat(count)),
)

test('no text whatever makes it throw, and an error always points into the text', () => {
  fc.assert(
    fc.property(hostile, fc.nat(100), (text, cursor) => {
      const result = parseQuery(text, options)
      for (const completion of completions(text, cursor, { knownTraits })) {
        expect(completion.from).toBeLessThanOrEqual(completion.to)
        expect(completion.to).toBeLessThanOrEqual(text.length)
      }
      if (result.ok) {
        formatQuery(result.query, options)
        describeQuery(result.query)
        return
      }
      const { position, length, found, expected, sentence } = result.error
      expect(position).toBeGreaterThanOrEqual(0)
      expect(length).toBeGreaterThanOrEqual(0)
      expect(position + length).toBeLessThanOrEqual(text.length)
      expect(Math.min(found.length, expected.length, sentence.length)).toBeGreaterThan(0)
    }),
    { numRuns: 2000 },
  )
})
