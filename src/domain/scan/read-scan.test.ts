import fc from 'fast-check'
import { expect, test } from 'vitest'
import { commandNames } from './meaning.ts'
import { writeBadgeCode, writeCommandCode } from './command-code.ts'
import { readScan } from './read-scan.ts'
import { visibleText } from './visible-text.ts'

/** The likeliest meaning of a code, as kind, type and title. */
function first(code: string): string {
  const { kind, type, title } = readScan(code).meanings[0]!
  return [kind, type, title].filter(Boolean).join(' ')
}

test.each([
  [']d2010950600013435210ABC{GS}21A1', 'gs1 GTIN 09506000134352, serial A1'],
  ['(01)09506000134352(10)L7', 'gs1 GTIN 09506000134352, lot L7'],
  [
    'https://anything.example/some/01/09506000134352/21/A1?17=301231',
    'gs1 GTIN 09506000134352, serial A1',
  ],
  ['https://example.com/gtin/9506000134352/ser/A1', 'gs1 GTIN 09506000134352, serial A1'],
  ['3074257BF7194E4000001A85', 'gs1 GTIN 80614141123458, serial 6789'],
  ['195060000000000012', 'gs1 Logistic unit 195060000000000012'],
  ['(414)4000001000005', 'gs1 Location or party 4000001000005'],
  ['(8004)4000001A7', 'gs1 Asset 4000001A7'],
  ['4006381333931', 'gs1 GTIN 04006381333931'],
  [']E04006381333931', 'gs1 GTIN 04006381333931'],
  ['04252614', 'gs1 GTIN 00042100005264'],
  ['2012345678903', 'gs1 A number of restricted circulation: GTIN 02012345678903'],
  ['9783161484100', 'gs1 A book (ISBN): GTIN 09783161484100'],
  ['9771234567003 05', 'gs1 A periodical (ISSN): GTIN 09771234567003'],
  ['490154203237518', 'identifier imei IMEI 490154203237518'],
  ['1M8GDM9AXKP042788', 'identifier vin Vehicle 1M8GDM9AXKP042788'],
  ['00-1a-2b-3c-4d-5e', 'identifier mac MAC 00:1A:2B:3C:4D:5E'],
  ['ISBN 0-306-40615-2', 'identifier isbn ISBN 0306406152'],
  ['2049-3630', 'identifier issn ISSN 2049-3630'],
  ['CSQU3054383', 'identifier freight_container Freight container CSQU3054383'],
  ['urn:epc:id:gid:1.2.3', 'identifier epc EPC urn:epc:id:gid:1.2.3'],
  [
    '[)>{RS}06{GS}1PABC-1{GS}S123{RS}{EOT}',
    'identifier maker_serial A supplier’s part ABC-1, serial 123',
  ],
  ['(01) 09506000134352 (21) A1', 'gs1 GTIN 09506000134352, serial A1'],
  [']d1>[)>06{GS}1PABC-1{GS}S123', 'identifier maker_serial A supplier’s part ABC-1, serial 123'],
  ['https://example.com/manual', 'link A link to example.com'],
  ['Z300GQ9K', 'text Z300GQ9K'],
])('%s is %s', (code, expected) => {
  expect(first(code)).toBe(expected)
})

test('command barcodes and badges are read back', () => {
  for (const name of commandNames) {
    const read = readScan(writeCommandCode(name, 12)).meanings
    expect(read).toMatchObject([{ kind: 'command', run: { name } }])
    expect(read[0]!.run!.quantity).toBe(name === 'quantity' ? 12 : null)
    expect(first(writeCommandCode(name, 12).toLowerCase())).toBe(first(writeCommandCode(name, 12)))
  }
  expect(readScan(writeBadgeCode('B-17'))).toMatchObject({
    meanings: [{ kind: 'person', badge: 'B-17' }],
  })
  expect(first('SRT:NONSENSE')).toBe('text An unknown command barcode')
  expect(first('SRT:QTY:99999999999')).toBe('text An unknown command barcode')
})

test('a misread of GS1 data is a problem and not a meaning', () => {
  const { problem, meanings } = readScan(']C10195060001343532')
  expect(problem).toMatchObject({ code: 'INCORRECT_CHECK_DIGIT', position: 18 })
  expect(meanings.map(({ kind }) => kind)).toEqual(['text'])
  // A number of another kind may have as many digits as a GTIN.
  expect(readScan('4006381333932').problem).toBeNull()
})

test('what the scanner puts around a code does not matter', () => {
  expect(readScan('\uFEFFZ300GQ9K\r\n')).toMatchObject({ data: 'Z300GQ9K', symbology: null })
  expect(readScan(']A0Z300GQ9K\t')).toMatchObject({ data: 'Z300GQ9K', symbology: 'Code 39' })
})

test('any text has a meaning, is ranked, and is shown without what steers a screen', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.string()), (code) => {
      const { meanings } = readScan(code)
      const ranks = meanings.map(({ confidence }) => confidence)
      expect(ranks.length).toBeGreaterThan(0)
      expect(ranks).toEqual(ranks.toSorted((a, b) => b - a))
      expect(visibleText(code)).not.toMatch(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/u)
    }),
  )
})
