import { expect, test } from 'vitest'
import { capacity, guessProbability, issuableBelow } from './capacity.ts'
import { parseScheme } from './parse-scheme.ts'
import { renderSerial } from './render-serial.ts'
import { schemeWarnings } from './scheme-warnings.ts'
import type { Result, SerialParts } from './scheme.ts'
import { inEnglish } from '../../i18n/english.ts'

const must = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(inEnglish(result.error.said))
  return result.value
}
const schemeOf = (pattern: string) => must(parseScheme(pattern))
const parts: SerialParts = {
  fields: { 'item.code': 'EBK', site: 'HAM', order: '4711' },
  date: { year: 2026, month: 8, day: 1 },
}

test('a scheme shows its room before it is saved', () => {
  expect(must(capacity(schemeOf('{site:3}-{seq:5}'), parts))).toEqual({
    numbers: 99_999,
    serials: 99_999,
    first: 'HAM-00001',
    last: 'HAM-99999',
    length: 9,
    maximumLength: 9,
  })
  expect(must(capacity(schemeOf('{site}{random:8}'), parts))).toMatchObject({
    numbers: 32 ** 8 - 1,
    first: 'HAM00000001',
    last: 'HAMZZZZZZZZ',
    maximumLength: null,
  })
})

test.each(['crockford', 'iso-37-2', 'luhn-36', 'iso-37-36', 'gs1-pair', 'damm', 'iso-97-10'])(
  'the room leaves out about as many numbers as %s skips',
  (check) => {
    const scheme = schemeOf(`HAM{seq:4}{check:${check}}`)
    const { serials } = must(capacity(scheme, parts))
    const made = Array.from({ length: 9999 }, (_, index) => renderSerial(scheme, parts, index + 1))
    const counted = made.filter((serial) => serial.ok).length
    expect(Math.abs(serials - counted) / counted).toBeLessThan(0.08)
  },
)

test('the chance of a lucky guess is that of the serials which exist', () => {
  const eight = schemeOf('{random:8}')
  expect(guessProbability(eight, 0)).toBe(0)
  expect(guessProbability(eight, 109_951_162)).toBeLessThan(1 / 10_000)
  expect(guessProbability(eight, 109_951_163)).toBeGreaterThan(1 / 10_000)
  expect(issuableBelow(eight)).toBe(109_951_162)
  // The check character is known to who makes up serials, and leaves fewer of them.
  expect(issuableBelow(schemeOf('{random:8}{check}'))).toBe(95_092_897)
  expect(guessProbability(schemeOf('{seq:8}'), 1)).toBe(1)
  expect(issuableBelow(schemeOf('{seq:8}'))).toBe(0)
})

test.each<[string, string[]]>([
  ['{site:3}-{seq:5}{check}', []],
  ['{item.code}-{seq:5}', []],
  ['{item.code}-{site}-{seq:5}', ['scheme.open_fields']],
  ['{seq:5/item}', ['scheme.scope_not_shown', 'scheme.sgtin96']],
  ['{YY}{MM}-{seq:5/year}', ['scheme.volume_leak']],
  ['{YY}{MM}-{seq:5/week}', ['scheme.scope_not_shown', 'scheme.volume_leak']],
  ['{YY}{WW}X{random:8}', []],
  ['A{random:5}', ['scheme.guessable']],
  ['{site:3}{seq:5}{check:damm}', ['scheme.check_coverage']],
  ['{site:3}{seq:5}{check:luhn-36}', []],
  ['{site:3}-SERIAL-NUMBER-{seq:5}', ['scheme.ai21_length']],
  ['#{site:3}-{seq:5}', ['scheme.ai21_characters']],
  ['1{seq:11}', []],
  ['2{seq:12}', ['scheme.sgtin96']],
])('%s is warned of: %j', (pattern, codes) => {
  const warnings = must(schemeWarnings(schemeOf(pattern), parts))
  expect(warnings.map(({ code }) => code)).toEqual(codes)
})
