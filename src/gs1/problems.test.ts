import { expect, test } from 'vitest'
import { readFileSync } from 'node:fs'
import { parseDigitalLink, parseElementString, parseFnc1, parseScan, readCode } from './index.ts'
import type { Problem, Result } from './index.ts'
import { sentences } from './say.ts'

function refusal(result: Result<unknown>): Problem {
  if (result.ok) throw new Error('accepted')
  return result.error
}

test('a refusal names the identifier, the rule, the place and what to do', () => {
  expect(refusal(parseElementString('(01)09506000134353(21)A1'))).toEqual({
    code: 'INCORRECT_CHECK_DIGIT',
    rule: 'csum',
    ai: '01',
    position: 17,
    length: 1,
    message:
      'AI (01): the check digit does not fit. Compare each digit with the source, or read it again.',
    said: {
      key: 'gs1.inIdentifier',
      values: { ai: '01', problem: { key: 'gs1.problem.INCORRECT_CHECK_DIGIT', values: {} } },
    },
  })
})

test('a missing association names what is needed', () => {
  expect(refusal(parseFnc1('^21A1'))).toMatchObject({ rule: 'req', ai: '21', position: 3 })
  expect(refusal(parseFnc1('^21A1')).message).toContain('one of 01, 03, 8006')
})

test('positions count in the input as it was given, escapes included', () => {
  const at = (result: Result<unknown>): number[] => {
    const { position, length } = refusal(result)
    return [position, length]
  }
  // The space after two escaped brackets.
  expect(at(parseElementString('(01)09506000134352(10)\\(a\\(b c'))).toEqual([28, 1])
  // The digit that is written as %33.
  expect(at(parseDigitalLink('https://a/01/0950600013435%33'))).toEqual([26, 3])
  expect(at(parseDigitalLink('https://a/01/09506000134352/10/a%20b'))).toEqual([32, 3])
  // The month 13 behind the symbology identifier.
  expect(at(parseScan(']d2010950600013435217311301'))).toEqual([23, 2])
  expect(at(parseScan(']Q1https://a/01/09506000134353'))).toEqual([29, 1])
  const short = parseDigitalLink('https://a/01/9506000134353', { allowZeroSuppressedGtin: true })
  expect(at(short)).toEqual([25, 1])
})

test('identifiers that the dictionary does not have are kept on request', () => {
  expect(refusal(parseElementString('(01)09506000134352(89)x')).code).toBe('AI_UNRECOGNISED')
  const read = parseElementString('(01)09506000134352(89)x', { allowUnknownAis: true })
  expect(read.ok && read.value[1]).toEqual({ ai: '89', value: 'x', position: 22 })
})

test('what begins like GS1 data must be right, and other text stays text', () => {
  const form = (text: string): string => {
    const read = readCode(text)
    return read.ok ? read.value.form : read.error.code
  }
  expect(form('9506000134352')).toBe('gtin')
  expect(form('9506000134353')).toBe('text')
  expect(form('SN-000123')).toBe('text')
  expect(form('urn:epc:id:sscc:9506000.1000000001')).toBe('epc')
  expect(form('010950600013435210ABC\u001d21A1')).toBe('fnc1')
  expect(form('[)>\u001e05\u001d0109506000134352\u001d21A1\u001e\u0004')).toBe('envelope')
  expect(form('https://example.com/about')).toBe('NO_GS1_DL_KEYS_FOUND_IN_PATH_INFO')
  expect(form(']C0357851875')).toBe('UNSUPPORTED_SYMBOLOGY_IDENTIFIER')
})

test('text that no symbol holds is refused before it is read', () => {
  expect(refusal(parseElementString(`(91)${'x'.repeat(9_000)}`)).code).toBe('DATA_TOO_LONG')
})

test('every refusal says what is wrong and what to do', () => {
  const hasBoth = /^[A-Z].+\. [A-Z].*[^ ]\.$/s
  const wrong = Object.entries(sentences).filter(([, sentence]) => !hasBoth.test(sentence))
  expect(wrong).toEqual([])
})

test('every error of the reference linters has a sentence', () => {
  const file = new URL('../../test/vectors/gs1-syntax/error-names.json', import.meta.url)
  const { linter } = JSON.parse(readFileSync(file, 'utf8')) as { linter: string[] }
  // Not errors, or about a list of prefixes and a character set that no linter looks at.
  const unused = /^(OK|UNUSED_\d|GCP_DATASOURCE_OFFLINE|INVALID_CSET32_CHARACTER)$/
  const names = linter.map((name) => name.replace('GS1_LINTER_', ''))
  expect(names.filter((name) => !unused.test(name) && !(name in sentences))).toEqual([])
})
