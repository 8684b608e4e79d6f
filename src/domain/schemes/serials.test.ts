import fc from 'fast-check'
import { expect, test } from 'vitest'
import { knownValues } from './align-serial.ts'
import { parseScheme } from './parse-scheme.ts'
import { readSerial } from './read-serial.ts'
import { counterKey, renderSerial, renderSerials } from './render-serial.ts'
import type { Result, Scheme, SerialParts } from './scheme.ts'
import { inEnglish } from '../../i18n/english.ts'

const must = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(inEnglish(result.error.said))
  return result.value
}
const schemeOf = (pattern: string): Scheme => must(parseScheme(pattern))

const key = Uint8Array.from({ length: 32 }, (_, index) => index)
const parts: SerialParts = {
  fields: {
    'item.code': 'EBK',
    site: 'HAM',
    order: '4711',
    lot: 'L26B',
    'trait.frame size': 'M',
  },
  date: { year: 2026, month: 8, day: 1 },
}

test.each<[string, string, number, string]>([
  ['the usual', '{item.code}-{site}-{YY}{WW}-{seq:5}{check}', 412, 'EBK-HAM-2631-00412Y'],
  ['plain number', '{seq:6}', 412, '000412'],
  ['asset tag', 'SN{seq:6}', 1, 'SN000001'],
  ['by lot', '{lot}-{seq:3}', 7, 'L26B-007'],
  ['by order', 'WO{order}/{seq:3:32}', 1023, 'WO4711/0ZZ'],
  ['day of the year, hexadecimal', '{site:3}{YY}{JJJ}{seq:4:16}', 2748, 'HAM262130ABC'],
  ['full date', '{YYYY}{MM}{DD}.{seq:4}', 1, '20260801.0001'],
  ['Damm', '{seq:3}{check:damm}', 572, '5724'],
  ['Verhoeff', '{seq:5}{check:verhoeff}', 12345, '123451'],
  ['trait', '{item.code}.{trait.frame size:1}.{seq:4:36}', 46655, 'EBK.M.0ZZZ'],
  ['braces', '{{{seq:2}}}', 5, '{05}'],
  ['IMEI', '35209900{seq:6}{check:luhn}', 176148, '352099001761481'],
  ['blood donation (ISBT 128)', 'G123489{seq:6}{check:iso-37-2}', 654321, 'G123489654321Y'],
  ['release number (GRid)', 'A12425GABC1{seq:6}{check:iso-37-36}', 234002, 'A12425GABC1234002M'],
  ['GTIN-13', '629104150{seq:3}{check:gs1-digit}', 21, '6291041500213'],
  [
    'Global Model Number',
    '1987654Ad4X4bL5ttr{seq:4}c{check:gs1-pair}',
    2310,
    '1987654Ad4X4bL5ttr2310c2K',
  ],
])('%s: %s', (_, pattern, number, serial) => {
  const scheme = schemeOf(pattern)
  expect(must(renderSerial(scheme, parts, number))).toBe(serial)
  const reading = must(readSerial(scheme, serial, { known: knownValues({ site: ['HAM'] }) }))
  expect(reading).toMatchObject({ serial, number })
  expect(reading.check).toBe(pattern.includes('check') ? 'good' : 'none')
})

test('meaning comes back', () => {
  const scheme = schemeOf('{item.code}-{site:3}-{YY}{WW}-{seq:5}{check}')
  const meaning = {
    serial: 'EBK-HAM-2631-00412Y',
    fields: { 'item.code': 'EBK', site: 'HAM' },
    date: { year: 2026, week: 31 },
    number: 412,
    check: 'good',
  }
  const known = knownValues({ 'item.code': ['EBK', 'EBK-XL'], site: ['HAM', 'MUC'] })
  for (const typed of [
    'EBK-HAM-2631-00412Y',
    ' ebk-ham-2631-00412y ',
    'ebk ham 263l oo4i2 y',
    'EBKHAM263100412Y',
    'EBK–HAM–2631–00412–Y',
  ]) {
    expect(must(readSerial(scheme, typed, { known }))).toEqual(meaning)
  }
})

test('a wrong check character is a finding, beside all that can be read', () => {
  const scheme = schemeOf('{site:3}-{seq:5}{check}')
  const reading = must(readSerial(scheme, 'HAM-00421V'))
  expect(reading).toMatchObject({ number: 421, check: 'wrong', serial: 'HAM-00421V' })
})

test('fields of open width are told apart by the values that they can have', () => {
  const scheme = schemeOf('{item.code}-{site}-{seq:3}')
  const typed = 'drive-4tb-ham-001'
  const known = knownValues({ 'item.code': ['Drive', 'Drive-4TB'], site: ['HAM'] })
  expect(readSerial(scheme, typed)).toMatchObject({ error: { code: 'scheme.ambiguous' } })
  const { fields } = must(readSerial(scheme, typed, { known }))
  expect(fields).toEqual({ 'item.code': 'Drive-4TB', site: 'HAM' })
})

test('a value that could be two is none, unless it is spelt exactly', () => {
  const known = knownValues({ site: ['B0LT', 'BOLT'] })
  expect(known('site', 'BOLT')).toBe('BOLT')
  expect(known('site', 'bolt')).toBeUndefined()
  expect(known('order', 'any')).toBe('any')
})

test.each<[string, string, string, number | null, string]>([
  ['SN-{seq:5}', 'SX-00001', 'scheme.no_match', 0, '"SN-"'],
  ['SN-{seq:5}', '  SN-0X001', 'scheme.no_match', 5, 'the number (5 long)'],
  ['SN-{seq:5}', 'SN-00000', 'scheme.no_match', 3, 'the number'],
  ['SN-{seq:5}', 'SN-000012', 'scheme.no_match', 8, 'the end'],
  ['{YY}{MM}-{seq:2}', '2613-01', 'scheme.no_match', 2, 'the month, 01 to 12'],
  ['{YY}{WW}-{seq:2}', '2553-01', 'scheme.date', null, 'no such day'],
  ['{YY}{MM}{DD}-{seq:2}', '260229-01', 'scheme.date', null, 'no such day'],
  ['{YY}{JJJ}-{seq:2}', '26366-01', 'scheme.date', null, 'no such day'],
])('%s does not read %s (%s at %s)', (pattern, typed, code, position, words) => {
  const reading = readSerial(schemeOf(pattern), typed)
  expect(reading).toMatchObject({ ok: false, error: { code, position } })
  expect(reading.ok || inEnglish(reading.error.said)).toContain(words)
})

test.each<[string, SerialParts, number, string, string]>([
  ['{site}{seq:2}', { fields: {} }, 1, 'scheme.value', 'needs a value for site'],
  ['{site:4}{seq:2}', parts, 1, 'scheme.value', 'needs 4 characters; "HAM" has 3'],
  ['{site}{seq:2}', { fields: { site: 'A B' } }, 1, 'scheme.value', 'without spaces'],
  ['{site}{seq:2}', { fields: { site: 'A'.repeat(41) } }, 1, 'scheme.value', 'at most 40'],
  ['{YY}{seq:2}', { fields: {} }, 1, 'scheme.date', 'needs a date'],
  [
    '{YY}{seq:2}',
    { fields: {}, date: { year: 2026, month: 2, day: 29 } },
    1,
    'scheme.date',
    'none',
  ],
  ['{YY}{seq:2}', { fields: {}, date: { year: 1999, month: 1, day: 1 } }, 1, 'scheme.date', '{YY}'],
  ['{seq:2/order}', { fields: {} }, 1, 'scheme.value', 'kept by order'],
  ['{seq:2}', parts, 100, 'scheme.number', 'used up'],
  ['{seq:2}', parts, 0, 'scheme.number', 'from 1 to 99'],
  ['{seq:2}', parts, 1.5, 'scheme.number', 'whole numbers'],
  ['{random:2}', parts, 1, 'scheme.key', '32 bytes'],
])('%s with %j and number %d is refused: %s', (pattern, given, number, code, words) => {
  const serial = renderSerial(schemeOf(pattern), given, number)
  expect(serial).toMatchObject({ ok: false, error: { code } })
  expect(serial.ok || inEnglish(serial.error.said)).toContain(words)
})

test('a serial has a longest length', () => {
  const scheme = schemeOf(`${'A'.repeat(98)}{seq:2}`)
  expect(renderSerial(scheme, parts, 1)).toMatchObject({ error: { code: 'scheme.value' } })
  const reading = readSerial(scheme, 'A'.repeat(300))
  expect(reading).toMatchObject({ error: { code: 'scheme.no_match', position: 99 } })
})

test('a value that a printer, a screen or a reader could misunderstand is refused', () => {
  for (const site of ['A\u202eB', 'A\nB', 'A\0B', '^XA\u0007', 'MÜN', 'А']) {
    const serial = renderSerial(schemeOf('{site}{seq:2}'), { fields: { site } }, 1)
    expect(serial).toMatchObject({ error: { code: 'scheme.value', position: 0, field: 'site' } })
  }
})

test.each<[string, string]>([
  ['{item.code}-{YY}-{seq:5}', 'EBK-26-{seq:5:10}'],
  ['SN{seq:5:32}-{site}', 'SN{seq:5:32}'],
  ['{site}{seq:5/all}', '{seq:5:10/}'],
  ['{site}{seq:5/item+day}', '{seq:5:10/item.code=EBK+day=2026-08-01}'],
  ['{site}{random:5/week}', '{random:5:32/week=2026-W31}'],
])('%s counts under %s', (pattern, name) => {
  expect(must(counterKey(schemeOf(pattern), parts))).toBe(name)
})

test('serials come in blocks, without the numbers whose check could be mistaken', () => {
  const scheme = schemeOf('{site:3}-{seq:4}{check}')
  const { serials, next } = must(renderSerials(scheme, parts, { from: 1, count: 1000 }))
  expect(serials).toHaveLength(1000)
  expect(next).toBe((serials.at(-1)?.number ?? 0) + 1)
  for (const { serial, number } of serials) {
    expect(serial).toMatch(/^HAM-[0-9]{4}[0-9A-HJKMNP-TV-Z]$/)
    expect(must(readSerial(scheme, serial))).toMatchObject({ number, check: 'good' })
  }
  const tooMany = renderSerials(scheme, parts, { from: 9990, count: 20 })
  expect(tooMany).toMatchObject({ ok: false, error: { code: 'scheme.number' } })
})

test('an unguessable serial keeps its number from all but the holder of the key', () => {
  const scheme = schemeOf('{site:3}-{random:8}{check}')
  const { serials } = must(renderSerials(scheme, parts, { from: 1, count: 500, key }))
  expect(new Set(serials.map(({ serial }) => serial)).size).toBe(500)
  for (const { serial, number } of serials) {
    expect(serial).toMatch(/^HAM-[0-9A-HJKMNP-TV-Z]{9}$/)
    expect(must(readSerial(scheme, serial))).toMatchObject({ number: null, check: 'good' })
    expect(must(readSerial(scheme, serial.toLowerCase(), { key })).number).toBe(number)
  }
})

test('no pattern and no text makes reading slow, and nothing makes it throw', () => {
  const open = Array.from({ length: 17 }, (_, index) => `{trait.${index}}`).join('')
  const schemes = [`${open}{seq:1}`, `${'A-'.repeat(90)}{seq:1}`, `${open}A{random:1}`]
  const texts = fc.oneof(
    fc.string({ maxLength: 250 }),
    fc
      .constantFrom('A', '1', '-', ' ', 'A-', '1A')
      .chain((piece) => fc.nat(200).map((times) => piece.repeat(times / piece.length))),
  )
  fc.assert(
    fc.property(fc.constantFrom(...schemes), texts, (pattern, text) => {
      expect(readSerial(schemeOf(pattern), text, { key })).toHaveProperty('ok')
    }),
  )
})
