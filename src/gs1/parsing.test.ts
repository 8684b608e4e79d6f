import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  canonicalIdentifier,
  computeCheckDigit,
  decodeEpc,
  encodeEpc,
  parseDigitalLink,
  parseElementString,
  parseEnvelope,
  parseEpcUri,
  parseFnc1,
  parseScan,
  readCode,
  validateKey,
  writeDigitalLink,
  writeElementString,
  writeEpcUri,
  writeFnc1,
  writeScanData,
} from './index.ts'
import type { Gs1Element, ParsedElement, Result } from './index.ts'

const CSET82 = '!"%&\'()*+,-./0123456789:;<=>?ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz'

const oneOf = (characters: string): fc.Arbitrary<string> => fc.constantFrom(...characters.split(''))
const digits = (length: number): fc.Arbitrary<string> =>
  fc.string({ unit: oneOf('0123456789'), minLength: length, maxLength: length })
const text = (maxLength: number): fc.Arbitrary<string> =>
  fc.string({ unit: oneOf(CSET82), minLength: 1, maxLength })
const checked = (length: number): fc.Arbitrary<string> =>
  digits(length - 1).map((body) => {
    const digit = computeCheckDigit(body)
    return digit.ok ? body + digit.value : body
  })
const element = (ai: string, value: fc.Arbitrary<string>): fc.Arbitrary<Gs1Element> =>
  value.map((found) => ({ ai, value: found }))

/** A GTIN with some of what may stand beside it, in any order. */
const tradeItem: fc.Arbitrary<Gs1Element[]> = fc
  .tuple(
    element('01', checked(14)),
    fc.subarray(['10', '21', '17', '3103', '240', '91']),
    text(20),
    digits(6),
  )
  .chain(([gtin, ais, value, number]) => {
    const others = ais.map((ai) => {
      if (ai === '17') return { ai, value: '310228' }
      return { ai, value: ai === '3103' ? number : value }
    })
    return fc.shuffledSubarray([gtin, ...others], { minLength: others.length + 1 })
  })

function plain(read: Result<readonly ParsedElement[]>): Gs1Element[] | Result<unknown> {
  return read.ok ? read.value.map(({ ai, value }) => ({ ai, value })) : read
}

test('elements come back from every form in which they are written', () => {
  fc.assert(
    fc.property(tradeItem, (elements) => {
      expect(plain(parseElementString(writeElementString(elements)))).toEqual(elements)
      expect(plain(parseFnc1(writeFnc1(elements)))).toEqual(elements)
      const scan = writeScanData('Data Matrix', elements)
      const read = parseScan(scan.ok ? scan.value : '')
      expect(read.ok ? plain({ ok: true, value: read.value.elements }) : read).toEqual(elements)
    }),
  )
})

test('a link holds the same elements, the key first', () => {
  fc.assert(
    fc.property(tradeItem, (elements) => {
      const link = writeDigitalLink(elements, { stem: 'https://example.com/x' })
      const read = parseDigitalLink(link.ok ? link.value : '')
      const found = read.ok ? plain({ ok: true, value: read.value.elements }) : read
      const byAi = (one: Gs1Element, other: Gs1Element): number => (one.ai < other.ai ? -1 : 1)
      expect(Array.isArray(found) ? found[0]?.ai : found).toBe('01')
      expect(Array.isArray(found) && found.toSorted(byAi)).toEqual(elements.toSorted(byAi))
    }),
  )
})

test('an EPC comes back from its URI and from its tag, whatever the prefix length', () => {
  const prefixLength = fc.integer({ min: 6, max: 12 })
  fc.assert(
    fc.property(checked(14), text(20), prefixLength, (gtin, serial, companyPrefixLength) => {
      const elements = [
        { ai: '01', value: gtin },
        { ai: '21', value: serial },
      ]
      const uri = writeEpcUri(elements, { companyPrefixLength })
      expect(uri.ok).toBe(true)
      if (!uri.ok) return
      const read = parseEpcUri(uri.value)
      expect(read.ok && read.value.elements).toEqual(elements)
      const hex = encodeEpc(uri.value, { filter: 1, fillWords: true })
      const tag = hex.ok ? decodeEpc(hex.value) : hex
      expect(tag.ok && tag.value.epcUri).toBe(uri.value)
      expect(tag.ok && tag.value.elements).toEqual(elements)
    }),
  )
})

/** Text that looks like GS1 data here and there, and anything else. */
const hostile = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.string({ unit: oneOf('()^|\\]d2Q1C01217%\u001d?&=/#:.*'), maxLength: 60 }),
  fc
    .tuple(
      fc.constantFrom('https://a/', ']d2', ']E0', ']Q1https://a/01/', '^01', '(01)', 'urn:epc:id:'),
      fc.string({ maxLength: 40 }),
    )
    .map(([start, rest]) => start + rest),
  fc
    .tuple(fc.constantFrom('urn:epc:tag:sgtin-96:', '[)>\u001e05\u001d', '30', '3D'), fc.string())
    .map(([start, rest]) => start + rest),
)

test('nothing throws, and a refusal points into its input', () => {
  const readers: readonly ((input: string) => Result<unknown>)[] = [
    readCode,
    parseElementString,
    parseFnc1,
    parseScan,
    (input) => parseDigitalLink(input, { allowUnknownAis: true, allowZeroSuppressedGtin: true }),
    parseEpcUri,
    parseEnvelope,
    decodeEpc,
    encodeEpc,
    canonicalIdentifier,
    (input) => validateKey('GRAI', input),
    (input) => writeDigitalLink([{ ai: '01', value: input }]),
    (input) => writeEpcUri([{ ai: '8004', value: input }], { companyPrefixLength: 7 }),
    (input) => writeScanData('UPC-A', input),
  ]
  fc.assert(
    fc.property(hostile, (input) => {
      for (const read of readers) {
        const result = read(input)
        if (result.ok) continue
        const { position, length, message } = result.error
        expect(position).toBeGreaterThanOrEqual(0)
        expect(length).toBeGreaterThanOrEqual(0)
        expect(position + length).toBeLessThanOrEqual(input.length)
        expect(message).toMatch(/\.( \(.*\))?$/s)
      }
    }),
  )
})
