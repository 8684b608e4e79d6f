import { test } from 'vitest'
import { judgeVectors, same } from '../../test/vectors/vector-file.ts'
import type { Verdict } from '../../test/vectors/vector-file.ts'
import { canonicalIdentifier, digitalLinkToEpcUri, epcUriToDigitalLink, spellCbv } from './index.ts'
import type { CbvField, CbvSpelling, CompanyPrefixLength, Result } from './index.ts'

interface ConvertCase {
  readonly op:
    | 'classDigitalLinkToUrn'
    | 'classUrnToDigitalLink'
    | 'digitalLinkToUrn'
    | 'urnToDigitalLink'
  readonly input: string
  readonly ok: boolean
  readonly expect?: string
  readonly gcpLength?: number
  readonly nonTdsEscaping?: boolean
}

function decoded(uri: string): string {
  return uri.replaceAll(/%([0-9A-F]{2})/gi, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  )
}

/** Percent-encodes the values of a link that the file gives without encoding. */
function encodedLink(link: string): string {
  const match = /^(.*?\/(?:01|253|254|401|414|8003|8004|8006|8010)\/)(.*)$/.exec(link)
  const [, start = '', values = ''] = match ?? []
  const [key = '', name = '', serial = ''] = values.split(/\/(10|21|235|254|8011)\/(?=.)/)
  const escape = (text: string): string => encodeURIComponent(decoded(text))
  return `${start}${escape(key)}${name === '' ? '' : `/${name}/${escape(serial)}`}`
}

/** Percent-encodes the last text field of a URN that the file gives without encoding. */
function encodedUrn(urn: string): string {
  return urn.replaceAll(/["&/<>?]|%(?![0-9A-F]{2})/g, (character) => encodeURIComponent(character))
}

/**
 * Where the case gives no length, the other side looks it up in a table of prefixes: its answer
 * shows what it found. Prefixes from 20 to 29 belong to nobody.
 */
function prefixLength({ gcpLength, expect }: ConvertCase): CompanyPrefixLength {
  const inAnswer = /^urn:epc:[a-z]+:[a-z]+:(\d+)\./.exec(expect ?? '')?.[1]?.length
  return gcpLength ?? inAnswer ?? ((key) => (key.startsWith('2') ? undefined : 7))
}

function convert(vector: ConvertCase): Result<string> {
  const { op, input, nonTdsEscaping } = vector
  if (op === 'urnToDigitalLink' || op === 'classUrnToDigitalLink') {
    return epcUriToDigitalLink(nonTdsEscaping === true ? encodedUrn(input) : input)
  }
  const link = nonTdsEscaping === true ? encodedLink(input) : input
  return digitalLinkToEpcUri(link, { companyPrefixLength: prefixLength(vector) })
}

/** An empty reference, a prefix that is no number and an asset of 31 characters break the rules. */
function breaksTds(urn: string): boolean {
  const isBad = /:(cpi|ginc):\d*\.(\.|$)|^urn:epc:idpat:cpi:\d*-/.test(urn)
  return isBad || /^urn:epc:id:giai:[^%]{32,}$/.test(urn)
}

test('epc/openepcis-convert.json', () => {
  judgeVectors<ConvertCase>('epc/openepcis-convert.json', (vector): Verdict => {
    const { op, input, ok, expect } = vector
    if (ok && (breaksTds(expect!) || breaksTds(input))) {
      return { setAside: 'not in the grammar of the Tag Data Standard' }
    }
    const got = convert(vector)
    const isClass = got.ok && /^urn:epc:(class|idpat):/.test(got.value)
    const isWanted = got.ok && (op.endsWith('ToDigitalLink') || isClass === op.startsWith('class'))
    if (!isWanted) return ok ? { wrong: got } : true
    return ok ? same(decoded(got.value), decoded(expect!)) : { wrong: got }
  })
})

interface NormaliseCase {
  readonly input: string
  readonly expect: string | null
}

test('epc/ralphtro-normalise.json', () => {
  judgeVectors<NormaliseCase>('epc/ralphtro-normalise.json', ({ input, expect }) => {
    const got = canonicalIdentifier(input)
    return same(got.ok ? got.value : null, expect)
  })
})

interface VocabularyCase {
  readonly op: string
  readonly args: readonly [value: string | null, field?: string | null, format?: string | null]
  readonly expect: string | null
}

const fields: Readonly<Record<string, CbvField>> = {
  bizstep: 'bizStep',
  biztransaction: 'bizTransaction',
  biztransactionlist: 'bizTransaction',
  destination: 'destination',
  destinationlist: 'destination',
  disposition: 'disposition',
  errordeclaration: 'reason',
  persistentdisposition: 'persistentDisposition',
  reason: 'reason',
  source: 'source',
  sourcelist: 'source',
}

const spellings: Readonly<Record<string, CbvSpelling>> = {
  toBareStringVocabulary: 'bare',
  toUrnVocabulary: 'urn',
  toWebURIVocabulary: 'webUri',
  urn: 'urn',
  weburi: 'webUri',
}

test('epc/openepcis-vocabulary.json', () => {
  judgeVectors<VocabularyCase>('epc/openepcis-vocabulary.json', ({ op, args, expect }) => {
    const [value, field, format] = args
    const spelling = spellings[op] ?? spellings[format?.toLowerCase() ?? '']
    // Nothing is asked for: a missing value, or a format that is not named.
    if (value === null || spelling === undefined) return same(value, expect)
    return same(spellCbv(value, spelling, fields[field?.toLowerCase() ?? '']), expect)
  })
})
