import { expect, test } from 'vitest'
import { convertCode, explainCode, parseEpcUri, readSpellings } from './index.ts'

const GS = '\u001d'

test.each([
  '{GS}',
  '<GS>',
  '[GS]',
  '{FNC1}',
  '\\x1D',
  '\\u001d',
  '\\u{1d}',
  '<0x1D>',
  '␝',
  '^]',
  '~1',
  '\\F',
])('a separator that is spelled %s', (spelling) => {
  expect(readSpellings(`10AB${spelling}17301231`).text).toBe(`10AB${GS}17301231`)
  const text = `]d2010950600013435210AB${spelling}17300231`
  const { kind, error } = explainCode(text)
  expect(kind).toBe('scan data')
  // The day, where it stands in the text as it was given.
  expect(error).toMatchObject({ ai: '17', rule: 'yymmd0', position: text.length - 2, length: 2 })
})

test('spelled separators of an ISO/IEC 15434 message', () => {
  for (const text of ['[)>{RS}06{GS}1PABC-1{GS}S123{RS}{EOT}', '[)>^^06^]1PABC-1^]S123^^^D']) {
    const { ok, kind, fields } = explainCode(text)
    expect({ ok, kind }).toEqual({ ok: true, kind: 'ISO/IEC 15434 message' })
    expect(fields.map(({ identifier, value }) => identifier + value)).toEqual(['1PABC-1', 'S123'])
    expect(fields.map(({ value, position }) => text.indexOf(value) - position)).toEqual([0, 0])
  }
  // Keyboards swallow RS: that is what is wrong, not the field after it.
  expect(explainCode('[)>06{GS}1PABC-1').error?.code).toBe('ENVELOPE_MISSING_HEADER')
})

test.each([
  ['(01)09506000134352(21)A1', 'element string'],
  ['^010950600013435221A1', 'element string'],
  [`{FNC1}010950600013435221A1`, 'element string'],
  ['010950600013435221A1', 'element string'],
  [`]d2010950600013435221A1`, 'scan data'],
  ['https://example.com/01/09506000134352/21/A1', 'digital link'],
  ['urn:epc:id:sgtin:9506000.013435.A1', 'EPC URI'],
  ['urn:epc:tag:sgtin-198:0.9506000.013435.A1', 'EPC tag'],
  ['36164433400D1EE0B10000000000000000000000000000000000', 'EPC tag'],
  [`[)>{RS}05{GS}010950600013435221A1{RS}{EOT}`, 'ISO/IEC 15434 message'],
])('%s in every form', (code, kind) => {
  const explained = explainCode(code, { companyPrefixLength: 7 })
  expect(explained).toMatchObject({
    ok: true,
    kind,
    humanReadable: ['(01) 09506000134352', '(21) A1'],
    forms: {
      elementString: '(01)09506000134352(21)A1',
      fnc1: '^010950600013435221A1',
      scanData: ']d2010950600013435221A1',
      digitalLink: 'https://id.gs1.org/01/09506000134352/21/A1',
      epcUri: 'urn:epc:id:sgtin:9506000.013435.A1',
      epcHex: '36164433400D1EE0B10000000000000000000000000000000000',
    },
  })
})

test('keys by themselves, and what is none', () => {
  const told = (code: string) => {
    const { ok, kind, error } = explainCode(code)
    return [kind, ok ? 'ok' : error?.code]
  }
  expect(told('9506000134352')).toEqual(['GTIN', 'ok'])
  expect(told('9506000134353')).toEqual(['GTIN', 'INCORRECT_CHECK_DIGIT'])
  expect(told('195060000000000012')).toEqual(['SSCC', 'ok'])
  expect(told('195060000000000013')).toEqual(['SSCC', 'INCORRECT_CHECK_DIGIT'])
  expect(told('PALLET 7')).toEqual(['text', 'NOT_GS1_DATA'])
  expect(explainCode('4000001000005', { key: 'GLN' }).forms.elementString).toBe(
    '(414)4000001000005',
  )
  expect(told('\u0000\u0007')).toEqual(['text', 'NOT_GS1_DATA'])
  expect(told(`]d2${'1'.repeat(9000)}`)).toEqual(['scan data', 'DATA_TOO_LONG'])
})

test.each([
  ['800307071324001021085952', '(8003)07071324001021085952'],
  ['4149506000134352254A1', '(414)9506000134352(254)A1'],
  // A serial that happens to begin like an asset: its check digit is another.
  ['800307071324001023085952', null],
  // No check digit, so it can be anything.
  ['91PALLET', null],
])('%s without any mark', (code, elementString) => {
  expect(explainCode(code).forms.elementString).toBe(elementString)
})

test('a form that a code cannot have says why', () => {
  const link = convertCode('(90)A1', 'digitalLink')
  expect(!link.ok && link.error.code).toBe('CANNOT_CREATE_DL_URI_WITHOUT_PRIMARY_KEY_AI')
  const uri = convertCode('(01)09506000134352(21)A1', 'epcUri')
  expect(!uri.ok && uri.error.code).toBe('EPC_COMPANY_PREFIX_UNKNOWN')
})

test.each([
  ['urn:epc:id:gid:95100000.12345.400', true],
  ['urn:epc:id:gid:268435456.1.1', false],
  ['urn:epc:id:gid:01.1.1', false],
  ['urn:epc:id:usdod:CAGEY.5678', true],
  ['urn:epc:id:usdod:CAGIY.5678', false],
  ['urn:epc:id:adi:2S194..12345678901', true],
  ['urn:epc:id:adi:35962.PQ7VZ4.%23M37', true],
  ['urn:epc:id:bic:CSQU3054383', true],
  ['urn:epc:id:bic:CSQX3054383', false],
  ['urn:epc:id:imovn:9176187', true],
  ['urn:epc:id:imovn:917618', false],
])('%s of another organisation', (uri, ok) => {
  expect(parseEpcUri(uri).ok).toBe(ok)
})
