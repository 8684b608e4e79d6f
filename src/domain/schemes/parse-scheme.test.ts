import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseScheme } from './parse-scheme.ts'
import { inEnglish } from '../../i18n/english.ts'

test('a pattern is understood part by part', () => {
  const scheme = parseScheme('{{{item.code}}}{site:3}{YY}{WW}-{seq:5:32/item+week}{check}')
  expect(scheme).toMatchObject({
    ok: true,
    value: {
      parts: [
        { kind: 'literal', text: '{' },
        { kind: 'field', name: 'item.code', width: null },
        { kind: 'literal', text: '}' },
        { kind: 'field', name: 'site', width: 3 },
        { kind: 'date', name: 'YY' },
        { kind: 'date', name: 'WW' },
        { kind: 'literal', text: '-' },
        { kind: 'counter', unguessable: false, width: 5, base: 32, scope: ['item.code', 'week'] },
        { kind: 'check', algorithm: 'crockford' },
      ],
    },
  })
})

test.each<[string, number, string]>([
  ['', 0, 'a counter'],
  ['SN-{YY}', 7, 'a counter'],
  ['{sku}{seq:5}', 1, 'item.code, site, order'],
  ['{yy}{seq:5}', 1, '"YY" instead of "yy"'],
  ['{}{seq:5}', 1, 'item.code, site, order'],
  ['{constructor}{seq:5}', 1, 'item.code, site, order'],
  ['{seq:5', 6, '"}" to close the "{" at character 1'],
  ['A{B{seq:5}', 3, '"}" to close the "{" at character 2'],
  ['A}{seq:5}', 1, '"{" before this "}"'],
  ['SN {seq:5}', 2, 'no spaces'],
  ['SÄ{seq:5}', 1, 'a letter, a digit or a sign of ASCII'],
  ['{seq}', 4, '":" and a width'],
  ['{seq:}', 5, 'a width of 1 to 15'],
  ['{seq:16}', 5, 'a width of 1 to 15'],
  ['{seq:11:32}', 5, 'a width of 1 to 10'],
  ['{seq:1e1}', 5, 'a width'],
  ['{seq:5:12}', 7, 'a base: 10, 16, 32, 36'],
  ['{seq:5:10:3}', 9, '"}"'],
  ['{seq:5/item+shift}', 12, 'instead of "shift"'],
  ['{site:41}{seq:5}', 6, 'a width of 1 to 40'],
  ['{site/item}{seq:5}', 5, '"}"'],
  ['{YY:2}{seq:5}', 3, '"}"'],
  ['{seq:5}{random:5}', 7, 'each part once'],
  ['{YY}{seq:5}{YYYY}', 11, 'each part once'],
  ['{site}{seq:5}{site}', 13, 'each part once'],
  ['{YY}{MM}{WW}{seq:5}', 8, '{MM} is already there'],
  ['{check}{seq:5}', 0, 'the counter before the check'],
  ['{seq:5}{check}-{site}', 14, 'the end'],
  ['{seq:5}{check:crc}', 14, 'a check algorithm: crockford'],
  ['{seq:5:16}{check:damm}', 17, 'protects all symbols of base 16'],
  ['{seq:5:36}{check:crockford}', 17, 'luhn-36, iso-37-2'],
  ['x'.repeat(201), 200, 'at most 200 characters'],
])('%s is refused at %i: %s', (pattern, position, words) => {
  const scheme = parseScheme(pattern)
  expect(scheme).toMatchObject({ ok: false, error: { code: 'scheme.pattern', position } })
  expect(scheme.ok || inEnglish(scheme.error.said)).toContain(words)
})

test('any text at all is either understood or refused at one of its characters', () => {
  const pieces = fc.constantFrom('{', '}', ':', '/', '+', 'seq', 'check', 'YY', 'site', '5', '-')
  const patterns = fc.oneof(
    fc.string(),
    fc.array(pieces).map((list) => list.join('')),
  )
  fc.assert(
    fc.property(patterns, (pattern) => {
      const scheme = parseScheme(pattern)
      if (scheme.ok) return
      expect(scheme.error.position).toBeGreaterThanOrEqual(0)
      expect(scheme.error.position).toBeLessThanOrEqual(pattern.length)
    }),
    { numRuns: 1000 },
  )
})
