import { expect, test } from 'vitest'
import { datesOf, parseEnvelope, quantityOf, validateKey } from './index.ts'

test('a year of two digits is the nearest one, from 49 back to 50 ahead', () => {
  const year = (yy: string, current: number): string | undefined =>
    datesOf({ ai: '11', value: `${yy}0101` }, current)[0]?.date.slice(0, 4)
  expect(year('76', 2026)).toBe('2076')
  expect(year('77', 2026)).toBe('1977')
  expect(year('01', 2051)).toBe('2101')
  expect(year('02', 2051)).toBe('2002')
})

test('dates of every form', () => {
  const dates = (ai: string, value: string): unknown => datesOf({ ai, value }, 2026)
  expect(dates('15', '280200')).toEqual([{ date: '2028-02-29', time: null }])
  expect(dates('8008', '26073113')).toEqual([{ date: '2026-07-31', time: '13' }])
  expect(dates('8008', '260731130509')).toEqual([{ date: '2026-07-31', time: '13:05:09' }])
  expect(dates('7007', '260701260731')).toEqual([
    { date: '2026-07-01', time: null },
    { date: '2026-07-31', time: null },
  ])
  expect(dates('7251', '197012312359')).toEqual([{ date: '1970-12-31', time: '23:59' }])
  expect(dates('10', '260731')).toEqual([])
})

test('quantities keep every digit', () => {
  const read = (ai: string, value: string): unknown => {
    const found = quantityOf({ ai, value })
    return found === null ? null : `${found.text} ${found.currency ?? found.unit ?? ''}`.trim()
  }
  expect(read('3100', '000042')).toBe('42 kg')
  expect(read('3105', '000042')).toBe('0.00042 kg')
  expect(read('3372', '001250')).toBe('12.50 kg/m²')
  expect(read('3601', '000015')).toBe('1.5 qt (US)')
  expect(read('3922', '999')).toBe('9.99')
  expect(read('3911', '978105')).toBe('10.5 978')
  expect(read('3941', '0125')).toBe('12.5')
  expect(read('4331', '001850-')).toBe('-18.50 C')
  expect(read('37', '24')).toBe('24')
  expect(read('21', '24')).toBeNull()
})

test('keys by themselves', () => {
  const refusal = (...[key, text]: Parameters<typeof validateKey>): string => {
    const found = validateKey(key, text)
    return found.ok ? found.value : found.error.code
  }
  expect(refusal('GLN', '9506000134352')).toBe('9506000134352')
  expect(refusal('GLN', '9506000134353')).toBe('INCORRECT_CHECK_DIGIT')
  expect(refusal('GRAI', '09506000134352A1')).toBe('09506000134352A1')
  expect(refusal('GRAI', '9506000134352')).toBe('AI_VALUE_IS_TOO_SHORT')
  expect(refusal('GIAI', '95AB')).toBe('INVALID_GCP_PREFIX')
  expect(refusal('GTIN', '950600013435')).toBe('INCORRECT_CHECK_DIGIT')
  expect(refusal('GMN', '1987654Ad4X4bL5ttr2310c2K')).toBe('1987654Ad4X4bL5ttr2310c2K')
})

test('envelopes say what is missing', () => {
  const refusal = (text: string): string => {
    const read = parseEnvelope(text)
    return read.ok ? 'accepted' : `${read.error.code} at ${read.error.position}`
  }
  const rs = '\u001e'
  const gs = '\u001d'
  const eot = '\u0004'
  expect(refusal(`[)>${rs}12${gs}MFR 1CUS2${gs}SER A1${rs}${eot}`)).toBe('accepted')
  expect(refusal(`[)>${rs}06${gs}S1${rs}05${gs}0109506000134352${rs}${eot}`)).toBe('accepted')
  expect(refusal(`[)>06${gs}S1`)).toBe('ENVELOPE_MISSING_HEADER at 0')
  expect(refusal(`[)>${rs}06${gs}S1`)).toBe('ENVELOPE_MISSING_TRAILER at 9')
  expect(refusal(`[)>${rs}07${gs}S1${rs}${eot}`)).toBe('ENVELOPE_UNKNOWN_FORMAT at 4')
  expect(refusal(`[)>${rs}06${gs}s1${rs}${eot}`)).toBe('ENVELOPE_FIELD_MALFORMED at 7')
  expect(refusal(`[)>${rs}05${gs}0109506000134353${rs}${eot}`)).toBe('INCORRECT_CHECK_DIGIT at 22')
})
