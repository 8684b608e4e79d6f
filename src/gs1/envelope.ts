/**
 * Messages of ISO/IEC 15434, as on parts of suppliers and on military property: `[)>` RS, then one
 * or more formats of data, each ended by RS, then EOT.
 */

import { GROUP_SEPARATOR, parseElements, tooLong } from './element-string.ts'
import type { ParseOptions, ParsedElement } from './element.ts'
import { failure, success } from './problem.ts'
import type { Failure, ProblemCode, Result } from './problem.ts'

export const RECORD_SEPARATOR = '\u001e'
export const END_OF_TRANSMISSION = '\u0004'
const COMPLIANCE_INDICATOR = '[)>'
const HEADER = COMPLIANCE_INDICATOR + RECORD_SEPARATOR

/** A field of format 06 or 12: its identifier and what follows it. */
export interface EnvelopeField {
  /** Data identifier (`1P`, `S`, `18V`) or text element identifier (`SER`). */
  readonly identifier: string
  readonly value: string
  /** Offset of the value in the input, in UTF-16 code units. */
  readonly position: number
}

/** One format envelope: 05 holds GS1 elements, 06 ASC MH10 data identifiers, 12 text elements. */
export type EnvelopeFormat =
  | { readonly format: '05'; readonly elements: readonly ParsedElement[] }
  | { readonly format: '06' | '12'; readonly fields: readonly EnvelopeField[] }

const identifiers = {
  // At most three digits, then a letter (ANSI MH10.8.2).
  '06': /^\d{0,3}[A-Z]/,
  // Three letters, then a space (ATA Spec 2000).
  '12': /^[A-Z]{3} ?/,
} as const

function malformed(code: ProblemCode, position: number, length = 0): Failure {
  return failure({ code, rule: 'envelope', position, length })
}

/**
 * Whether a text begins like such a message, so that it should be read as one.
 *
 * @example
 * isEnvelope('[)>\u001e06\u001dS123\u001e\u0004') // true
 */
export function isEnvelope(text: string): boolean {
  return text.startsWith(COMPLIANCE_INDICATOR)
}

function readFields(text: string, start: number, format: '06' | '12'): Result<EnvelopeFormat> {
  const fields: EnvelopeField[] = []
  for (let at = start; at < text.length;) {
    const separator = text.indexOf(GROUP_SEPARATOR, at)
    const end = separator < 0 ? text.length : separator
    const field = text.slice(at, end)
    const identifier = identifiers[format].exec(field)?.[0]
    if (identifier === undefined) return malformed('ENVELOPE_FIELD_MALFORMED', at, end - at)
    const position = at + identifier.length
    fields.push({
      identifier: identifier.trimEnd(),
      value: field.slice(identifier.length),
      position,
    })
    at = end + 1
  }
  return success({ format, fields })
}

/** Reads one format between its header and its RS. `text` ends where the format ends. */
function readFormat(text: string, start: number, options: ParseOptions): Result<EnvelopeFormat> {
  const format = text.slice(start, start + 2)
  const dataAt = start + 3
  if (text.charAt(start + 2) !== GROUP_SEPARATOR) {
    return malformed('ENVELOPE_UNKNOWN_FORMAT', start, text.length - start)
  }
  if (format === '05') {
    const elements = parseElements(text, dataAt, GROUP_SEPARATOR, options)
    return elements.ok ? success({ format, elements: elements.value }) : elements
  }
  if (format === '06' || format === '12') return readFields(text, dataAt, format)
  return malformed('ENVELOPE_UNKNOWN_FORMAT', start, 2)
}

/**
 * Reads a message with formats 05, 06 and 12.
 *
 * @example
 * const read = parseEnvelope('[)>\u001e06\u001d1PABC-1\u001dS123\u001e\u0004')
 * read.ok && read.value[0]
 * // { format: '06', fields: [{ identifier: '1P', value: 'ABC-1', position: 9 },
 * //   { identifier: 'S', value: '123', position: 16 }] }
 */
export function parseEnvelope(text: string, options: ParseOptions = {}): Result<EnvelopeFormat[]> {
  const long = tooLong(text)
  if (long !== null) return long
  if (!text.startsWith(HEADER)) return malformed('ENVELOPE_MISSING_HEADER', 0)
  if (!text.endsWith(RECORD_SEPARATOR + END_OF_TRANSMISSION)) {
    return malformed('ENVELOPE_MISSING_TRAILER', text.length)
  }
  const formats: EnvelopeFormat[] = []
  for (let at = HEADER.length; at < text.length - 1;) {
    const end = text.indexOf(RECORD_SEPARATOR, at)
    const format = readFormat(text.slice(0, end), at, options)
    if (!format.ok) return format
    formats.push(format.value)
    at = end + 1
  }
  return success(formats)
}

/**
 * Writes a message of one format. Each field begins with its identifier.
 *
 * @example
 * writeEnvelope('06', ['1PABC-1', 'S123']) // '[)>\u001e06\u001d1PABC-1\u001dS123\u001e\u0004'
 */
export function writeEnvelope(format: '05' | '06' | '12', fields: readonly string[]): string {
  const data = [format, ...fields].join(GROUP_SEPARATOR)
  return `${HEADER}${data}${RECORD_SEPARATOR}${END_OF_TRANSMISSION}`
}
