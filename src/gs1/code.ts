/** Reading a text of which it is not known what it is. */

import { normaliseGtin } from './check-digit.ts'
import { isLink, parseDigitalLink } from './digital-link.ts'
import type { DigitalLink } from './digital-link.ts'
import { GROUP_SEPARATOR, parseElementString, parseElements, parseFnc1 } from './element-string.ts'
import type { Gs1Element } from './element.ts'
import { isEnvelope, parseEnvelope } from './envelope.ts'
import type { EnvelopeFormat } from './envelope.ts'
import { isEpcUri, parseEpcUri } from './epc-uri.ts'
import type { EpcUri } from './epc-uri.ts'
import { success } from './problem.ts'
import type { Result } from './problem.ts'
import { parseScan } from './scan-data.ts'
import type { Scan, ScanOptions } from './scan-data.ts'

interface WithElements {
  readonly elements: readonly Gs1Element[]
}

/** A code and what was found in it. `text` is not GS1 data. */
export type Gs1Code = WithElements &
  (
    | { readonly form: 'bracketed' | 'fnc1' | 'gtin' | 'text' }
    | { readonly form: 'digital-link'; readonly link: DigitalLink }
    | { readonly form: 'envelope'; readonly formats: readonly EnvelopeFormat[] }
    | { readonly form: 'epc'; readonly epc: EpcUri }
    | { readonly form: 'scan'; readonly scan: Scan }
  )

/** Joins what a reader found with what it was; a failure stays one. */
function as<Found>(read: Result<Found>, code: (found: Found) => Gs1Code): Result<Gs1Code> {
  return read.ok ? success(code(read.value)) : read
}

/** Digits that are a GTIN with the right check digit, else text. */
function readPlain(text: string): Gs1Code {
  const gtin = normaliseGtin(text)
  return gtin.ok
    ? { form: 'gtin', elements: [{ ai: '01', value: gtin.value.gtin14 }] }
    : { form: 'text', elements: [] }
}

/**
 * Reads a code in any form by how it begins: scan data (`]d2…`), a link, an element string in
 * brackets or with FNC1, data with separators from a scanner without AIM identifiers, an EPC URI,
 * an ISO/IEC 15434 message, a GTIN. What begins like GS1 data must be right; anything else is text.
 *
 * @example
 * const read = readCode('(01)09506000134352(21)A1')
 * read.ok && read.value.form // 'bracketed'
 * const other = readCode('PALLET 7')
 * other.ok && other.value.form // 'text'
 */
export function readCode(text: string, options: ScanOptions = {}): Result<Gs1Code> {
  const first = text.charAt(0)
  if (first === ']') {
    return as(parseScan(text, options), (scan) => ({ form: 'scan', scan, elements: scan.elements }))
  }
  if (first === '(') {
    return as(parseElementString(text, options), (elements) => ({ form: 'bracketed', elements }))
  }
  if (first === '^' || first === GROUP_SEPARATOR) {
    return as(parseFnc1(text, options), (elements) => ({ form: 'fnc1', elements }))
  }
  if (isLink(text)) {
    const code = (link: DigitalLink): Gs1Code => ({
      form: 'digital-link',
      link,
      elements: link.elements,
    })
    return as(parseDigitalLink(text, options), code)
  }
  if (isEpcUri(text)) {
    return as(parseEpcUri(text), (epc) => ({ form: 'epc', epc, elements: epc.elements }))
  }
  if (isEnvelope(text)) {
    const code = (formats: EnvelopeFormat[]): Gs1Code => ({
      form: 'envelope',
      formats,
      elements: formats.flatMap((format) => (format.format === '05' ? format.elements : [])),
    })
    return as(parseEnvelope(text, options), code)
  }
  if (text.includes(GROUP_SEPARATOR)) {
    const read = parseElements(text, 0, GROUP_SEPARATOR, options)
    return as(read, (elements) => ({ form: 'fnc1', elements }))
  }
  return success(readPlain(text))
}
