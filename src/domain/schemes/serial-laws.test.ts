import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Base } from './alphabet.ts'
import { checkAlgorithms } from './check-character.ts'
import { firstDay } from './date-part.ts'
import { parseScheme } from './parse-scheme.ts'
import { readSerial } from './read-serial.ts'
import { counterKey, renderSerial, renderSerials } from './render-serial.ts'
import { largestNumber, type Result, type Scheme, type SerialParts } from './scheme.ts'
import { inEnglish } from '../../i18n/english.ts'

const must = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(inEnglish(result.error.said))
  return result.value
}

const key = Uint8Array.from({ length: 32 }, (_, index) => index * 7)

const counters = fc
  .record({
    word: fc.constantFrom('seq', 'random'),
    width: fc.integer({ min: 1, max: 9 }),
    base: fc.constantFrom<Base>(10, 16, 32, 36),
  })
  .map(({ word, width, base }) => `{${word}:${width}:${base}}`)

const fields = fc.subarray(['{item.code}', '{site:3}', '{order:4}', '{lot:5}', '{trait.a b:2}'])
const dates = fc.constantFrom(
  [],
  ['{YY}', '{WW}'],
  ['{YYYY}', '{WW}'],
  ['{YYYY}', '{MM}', '{DD}'],
  ['{YY}', '{JJJ}'],
  ['{YY}', '{MM}'],
  ['{YY}'],
)
const literals = fc.array(fc.constantFrom('', '-', '/', 'SN', 'oil', '{{', '.'), { minLength: 12 })
const checks = fc.constantFrom(
  '',
  '{check}',
  ...Object.keys(checkAlgorithms).map((name) => `{check:${name}}`),
)

/** Schemes of all kinds in which at most one field has an open width. */
const schemes = fc
  .tuple(counters, fields, dates, literals, checks)
  .chain(([counter, some, date, between, check]) => {
    const pieces = [counter, ...some, ...date]
    return fc
      .shuffledSubarray(pieces, { minLength: pieces.length })
      .map((order) => order.map((piece, index) => `${between[index]}${piece}`).join('') + check)
  })
  .map(parseScheme)
  .filter((scheme) => scheme.ok)
  .map(must<Scheme>)

const characters = fc.constantFrom(...Array.from('ABCOILU0129abcoil-_./+*{}'))
const value = (least: number, most: number) =>
  fc.array(characters, { minLength: least, maxLength: most }).map((list) => list.join(''))
const date = fc
  .date({ min: new Date('2001-01-01'), max: new Date('2098-12-31'), noInvalidDate: true })
  .map((day) => ({
    year: day.getUTCFullYear(),
    month: day.getUTCMonth() + 1,
    day: day.getUTCDate(),
  }))
const partsOf = fc.record({
  fields: fc.record({
    'item.code': value(1, 12),
    site: value(3, 3),
    order: value(4, 4),
    lot: value(5, 5),
    'trait.a b': value(2, 2),
  }),
  date,
})

test('what is written is read back, in every scheme', () => {
  fc.assert(
    fc.property(
      schemes,
      partsOf,
      fc.double({ min: 0, max: 1, noNaN: true }),
      (scheme, parts, at) => {
        const number = 1 + Math.floor(at * (largestNumber(scheme.counter) - 1))
        const rendered = renderSerial(scheme, parts, number, key)
        fc.pre(rendered.ok)
        const serial = must(rendered)
        const reading = must(readSerial(scheme, serial, { key }))
        expect(reading).toMatchObject({ serial, number, check: scheme.check ? 'good' : 'none' })
        expect(parts.fields).toMatchObject(reading.fields)
        const day = firstDay(reading.date)
        const again = day ? { fields: reading.fields, date: day } : { fields: reading.fields }
        expect(renderSerial(scheme, again, number, key)).toEqual(rendered)
      },
    ),
    { numRuns: 1000 },
  )
})

test('serials never meet, whatever their parts, as long as their counters only go on', () => {
  fc.assert(
    fc.property(schemes, fc.array(partsOf, { minLength: 2, maxLength: 20 }), (scheme, units) => {
      const counts = new Map<string, number>()
      const made: string[] = []
      for (const parts of [...units, ...units]) {
        const name = must(counterKey(scheme, parts))
        const from = counts.get(name) ?? 1
        const block = renderSerials(scheme, parts, { from, count: 1, key })
        if (!block.ok) continue
        counts.set(name, block.value.next)
        made.push(...block.value.serials.map(({ serial }) => serial))
      }
      expect(new Set(made).size).toBe(made.length)
    }),
    { numRuns: 300 },
  )
})

const unnamed: SerialParts = { fields: {}, date: { year: 2026, month: 8, day: 1 } }
const plainSchemes = fc
  .tuple(
    fc.constantFrom('seq', 'random'),
    fc.constantFrom(10, 16, 32),
    fc.integer({ min: 2, max: 9 }),
  )
  .map(([word, base, width]) => must(parseScheme(`{YY}{WW}{${word}:${width}:${base}}{check}`)))

test('look-alikes are never made, and are understood when a hand types them', () => {
  const typing = fc.array(fc.constantFrom(0, 1, 2), { minLength: 14, maxLength: 14 })
  const variants: Record<string, string> = { 0: '0oO', 1: '1Il' }
  fc.assert(
    fc.property(plainSchemes, fc.integer({ min: 1, max: 60 }), typing, (scheme, from, choices) => {
      const block = must(renderSerials(scheme, unnamed, { from, count: 5, key }))
      for (const { serial, number } of block.serials) {
        expect(serial).not.toMatch(/[ILOU]/)
        const typed = Array.from(serial, (symbol, place) => {
          const choice = choices[place] ?? 0
          return variants[symbol]?.[choice] ?? (choice ? symbol.toLowerCase() : symbol)
        }).join('')
        expect(must(readSerial(scheme, typed, { key }))).toMatchObject({
          serial,
          number,
          check: 'good',
        })
      }
    }),
  )
})

test('one wrong character in a serial is always noticed', () => {
  fc.assert(
    fc.property(
      plainSchemes,
      fc.nat(),
      fc.constantFrom(...Array.from('0123456789ABCDEFGHJKMNPQRSTVWXYZ')),
      (scheme, place, wrong) => {
        const block = must(renderSerials(scheme, unnamed, { from: 40, count: 1, key }))
        const serial = block.serials[0]?.serial ?? ''
        const at = place % serial.length
        fc.pre(serial[at] !== wrong)
        const reading = readSerial(scheme, serial.slice(0, at) + wrong + serial.slice(at + 1))
        expect(reading.ok && reading.value.check === 'good').toBe(false)
      },
    ),
    { numRuns: 500 },
  )
})
