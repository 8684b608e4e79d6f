import { test } from 'vitest'
import { judgeVectors, same } from '../../test/vectors/vector-file.ts'
import type { Verdict } from '../../test/vectors/vector-file.ts'
import { isLink, parseDigitalLink, parseElementString, parseFnc1, parseScan } from './index.ts'
import { humanReadable, writeDigitalLink, writeElementString } from './index.ts'
import { writeFnc1, writeScanData } from './index.ts'
import type { ParsedElement, Problem, Result, Scan, WritableSymbology } from './index.ts'
import { linters } from './linters/registry.ts'

/** Names of the reference engine and ours. */
const symbologies: Readonly<Record<string, WritableSymbology>> = {
  DM: 'Data Matrix',
  DataBarExpanded: 'GS1 DataBar Expanded',
  DataBarLimited: 'GS1 DataBar Limited',
  DataBarOmni: 'GS1 DataBar Omnidirectional',
  DotCode: 'DotCode',
  EAN13: 'EAN-13',
  EAN8: 'EAN-8',
  GS1_128_CCA: 'GS1-128',
  GS1_128_CCC: 'GS1-128',
  QR: 'QR Code',
  UPCA: 'UPC-A',
  UPCE: 'UPC-E',
}

/** The message of a scan in the notation of the reference engine: `^` for FNC1. */
function messageOf(scan: Scan): string {
  const { kind, data, elements } = scan
  if (kind === 'elements') return `^${data.replaceAll('\u001d', '^')}`
  if (kind === 'gtin') {
    const bar = data.indexOf('|')
    return bar < 0 ? data : `${data.slice(0, bar)}|${writeFnc1(elements.slice(1))}`
  }
  return /^\\*\^/.test(data) ? `\\${data}` : data
}

interface GenerateCase {
  readonly symbology: string
  readonly dataStr: string
  readonly ok: boolean
  readonly expect?: string
  readonly addCheckDigit: boolean
}

test('gs1-syntax/scan-data-generate.json', () => {
  judgeVectors<GenerateCase>('gs1-syntax/scan-data-generate.json', (vector) => {
    const symbology = symbologies[vector.symbology]
    if (symbology === undefined) return vector.ok ? { wrong: 'no such symbology' } : true
    const { addCheckDigit } = vector
    const got = writeScanData(symbology, vector.dataStr, { addCheckDigit })
    return same(got.ok ? got.value : undefined, vector.expect)
  })
})

interface ProcessCase {
  readonly scanData: string
  readonly ok: boolean
  readonly symbology: string
  readonly dataStr: string
}

test('gs1-syntax/scan-data-process.json', () => {
  judgeVectors<ProcessCase>('gs1-syntax/scan-data-process.json', (vector) => {
    const got = parseScan(vector.scanData, { validation: 'values' })
    if (!got.ok) return vector.ok ? { wrong: got.error } : true
    const symbology = symbologies[vector.symbology]!.replace(' Expanded', '')
    return same([got.value.symbology, messageOf(got.value)], [symbology, vector.dataStr])
  })
})

interface OracleCase {
  readonly kind: 'bracketed' | 'dlUri' | 'fnc1' | 'scanData'
  readonly input: string
  readonly ok: boolean
  readonly dataStr?: string
  readonly aiDataStr?: string
  readonly hri?: readonly string[]
  readonly dlUriCanonicalStem?: string
  readonly scanDataDM?: string
  readonly symbology?: string
  readonly ignoredQuery?: readonly string[]
  readonly isDigitalLink?: boolean
  readonly permitUnknownAIs?: boolean
  readonly error?: string
  readonly linterError?: string
  readonly refMarkup?: string
}

interface Reading {
  readonly elements: readonly ParsedElement[]
  readonly message: string
  readonly symbology?: string
  readonly ignoredQuery?: readonly string[]
}

function read(vector: OracleCase): Result<Reading> {
  const { kind, input } = vector
  const options = { allowUnknownAis: vector.permitUnknownAIs === true }
  if (kind === 'scanData') {
    const scan = parseScan(input, options)
    if (!scan.ok) return scan
    const { symbology, elements } = scan.value
    const found = scan.value.kind === 'gtin' ? [] : elements
    return { ok: true, value: { elements: found, message: messageOf(scan.value), symbology } }
  }
  if (kind === 'dlUri') {
    if (!isLink(input)) return { ok: true, value: { elements: [], message: input } }
    const link = parseDigitalLink(input, options)
    if (!link.ok) return link
    const { elements, otherParameters } = link.value
    return { ok: true, value: { elements, message: input, ignoredQuery: otherParameters } }
  }
  const parse = kind === 'fnc1' ? parseFnc1 : parseElementString
  const elements = parse(input, options)
  if (!elements.ok) return elements
  const message = kind === 'fnc1' ? input : writeFnc1(elements.value)
  return { ok: true, value: { elements: elements.value, message } }
}

function judgeOutputs(vector: OracleCase, reading: Reading): Verdict {
  const { elements, message, symbology, ignoredQuery } = reading
  const link = writeDigitalLink(elements)
  const scan = writeScanData('Data Matrix', message)
  const got = {
    dataStr: message,
    aiDataStr: writeElementString(elements),
    hri: humanReadable(elements),
    dlUriCanonicalStem: link.ok ? link.value : null,
    scanDataDM: scan.ok ? scan.value : scan,
    symbology,
    ignoredQuery,
  }
  const engineSymbology = symbologies[vector.symbology ?? '']?.replace(' Expanded', '')
  const expected = {
    ...vector,
    symbology: engineSymbology,
    // The engine lists what stands between two & as well, even when that is nothing.
    ignoredQuery: vector.ignoredQuery?.filter(Boolean),
  }
  const names = (Object.keys(got) as (keyof typeof got)[]).filter((name) => name in vector)
  const wrong = names.filter((name) => same(got[name], expected[name]) !== true)
  return wrong.length === 0 ? true : { wrong: wrong.map((name) => [name, got[name]]) }
}

/** The text as the reference engine shows it: without escapes. */
function plain(text: string): string {
  return text
    .replaceAll('\\(', '(')
    .replaceAll(/%([0-9A-Fa-f]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)))
}

function judgeError(vector: OracleCase, problem: Problem): Verdict {
  const isLinter = Object.hasOwn(linters, problem.rule)
  const got = isLinter ? ['AI_LINTER_ERROR', problem.code] : [problem.code, undefined]
  const verdict = same(got, [vector.error, vector.linterError])
  if (verdict !== true || vector.refMarkup === undefined) return verdict
  const { ai, position, length } = problem
  const end = position + length
  const [before, bad] = vector.refMarkup.slice(`(${ai})`.length).split('|')
  return plain(vector.input.slice(0, position)).endsWith(before!) &&
    plain(vector.input.slice(position, end)) === bad
    ? true
    : { wrong: problem }
}

test('gs1-syntax/oracle-A.json', () => {
  judgeVectors<OracleCase>('gs1-syntax/oracle-A.json', (vector) => {
    const got = read(vector)
    if (got.ok !== vector.ok) return { wrong: got }
    return got.ok ? judgeOutputs(vector, got.value) : judgeError(vector, got.error)
  })
})
