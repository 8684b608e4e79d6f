/**
 * What a scanner transmits: the AIM symbology identifier, then the data, with the GS character for
 * FNC1.
 */

import { isLink, parseDigitalLink } from './digital-link.ts'
import type { DigitalLink, LinkOptions } from './digital-link.ts'
import { GROUP_SEPARATOR, parseElements, tooLong } from './element-string.ts'
import type { ParsedElement } from './element.ts'
import { isEnvelope, parseEnvelope } from './envelope.ts'
import type { EnvelopeFormat } from './envelope.ts'
import { checkDigitFault } from './check-digit.ts'
import { failure, success } from './problem.ts'
import type { Failure, ProblemCode, Result } from './problem.ts'
import { gtinLengths, lookUpSymbology } from './symbologies.ts'
import type { Symbology } from './symbologies.ts'

export interface ScanOptions extends LinkOptions {
  /** Read ITF-14 (`]I1`) too. Other data comes in that symbol as well, so it is off by default. */
  readonly allowItf14?: boolean
}

interface ScanBase {
  readonly symbology: Symbology
  /** The AIM symbology identifier, `]d2`. */
  readonly identifier: string
  /** The data behind the identifier, as transmitted. */
  readonly data: string
  /** All GS1 elements; none for text. A GTIN of a retail symbol stands as AI (01). */
  readonly elements: readonly ParsedElement[]
}

/** A scan and what its data is. */
export type Scan = ScanBase &
  (
    | { readonly kind: 'elements' | 'gtin' | 'text' }
    | { readonly kind: 'digital-link'; readonly link: DigitalLink }
    | { readonly kind: 'envelope'; readonly formats: readonly EnvelopeFormat[] }
  )

const IDENTIFIER_LENGTH = 3
/** Between a retail symbol and the composite component above it. */
const COMPOSITE_START = '|]e0'

function scanFailure(code: ProblemCode, position: number, length = 0): Failure {
  return failure({ code, rule: 'scan-data', position, length })
}

function readGtin(base: ScanBase, text: string, options: ScanOptions): Result<Scan> {
  const digits = gtinLengths[base.symbology]!
  const end = IDENTIFIER_LENGTH + digits
  if (text.length < end) {
    const length = text.length - IDENTIFIER_LENGTH
    return scanFailure('PRIMARY_SCAN_DATA_IS_TOO_SHORT', IDENTIFIER_LENGTH, length)
  }
  const hasComposite = text.startsWith(COMPOSITE_START, end)
  if (text.length > end && !hasComposite) {
    return scanFailure('PRIMARY_MESSAGE_IS_TOO_LONG', end, text.length - end)
  }
  const number = text.slice(IDENTIFIER_LENGTH, end)
  const wrong = checkDigitFault(number)
  if (wrong !== null) {
    const code =
      wrong.code === 'INCORRECT_CHECK_DIGIT'
        ? 'PRIMARY_MESSAGE_CHECK_DIGIT_IS_INCORRECT'
        : 'PRIMARY_MESSAGE_MAY_ONLY_CONTAIN_DIGITS'
    return scanFailure(code, IDENTIFIER_LENGTH + wrong.at, wrong.length)
  }
  const gtin = { ai: '01', value: number.padStart(14, '0'), position: IDENTIFIER_LENGTH }
  if (!hasComposite) return success({ ...base, kind: 'gtin', elements: [gtin] })
  const composite = readElements(text, end + COMPOSITE_START.length, options, [gtin])
  return composite.ok
    ? success({ ...base, kind: 'gtin', elements: [gtin, ...composite.value] })
    : composite
}

function readElements(
  text: string,
  start: number,
  options: ScanOptions,
  before: readonly ParsedElement[] = [],
): Result<ParsedElement[]> {
  const caret = text.indexOf('^', start)
  if (caret >= 0) return scanFailure('SCAN_DATA_CONTAINS_ILLEGAL_CARAT', caret, 1)
  return parseElements(text, start, GROUP_SEPARATOR, options, before)
}

function readText(base: ScanBase, options: ScanOptions): Result<Scan> {
  const { data } = base
  if (isLink(data)) {
    const link = parseDigitalLink(data, options)
    if (!link.ok) return shifted(link)
    const elements = link.value.elements.map((element) => ({
      ...element,
      position: element.position + IDENTIFIER_LENGTH,
    }))
    return success({ ...base, kind: 'digital-link', link: link.value, elements })
  }
  const envelope = isEnvelope(data) ? parseEnvelope(data, options) : null
  if (envelope?.ok !== true) return success({ ...base, kind: 'text' })
  const elements = envelope.value.flatMap((format) =>
    format.format === '05' ? format.elements : [],
  )
  return success({ ...base, kind: 'envelope', formats: envelope.value, elements })
}

function shifted({ error }: Failure): Failure {
  return { ok: false, error: { ...error, position: error.position + IDENTIFIER_LENGTH } }
}

/**
 * Reads transmitted scan data. Text that is a link must be a GS1 Digital Link; other text is given
 * back as it is.
 *
 * @example
 * const read = parseScan(']d20109506000134352' + '10ABC\u001d21A1')
 * read.ok && read.value.symbology // 'Data Matrix'
 * read.ok && read.value.elements.map(({ value }) => value) // ['09506000134352', 'ABC', 'A1']
 */
export function parseScan(text: string, options: ScanOptions = {}): Result<Scan> {
  const long = tooLong(text)
  if (long !== null) return long
  if (text.charAt(0) !== ']' || text.length < IDENTIFIER_LENGTH) {
    return scanFailure('MISSING_SYMBOLOGY_IDENTIFIER', 0)
  }
  const identifier = text.slice(0, IDENTIFIER_LENGTH)
  const found = lookUpSymbology(identifier)
  if (found === undefined || (found.symbology === 'ITF-14' && options.allowItf14 !== true)) {
    return scanFailure('UNSUPPORTED_SYMBOLOGY_IDENTIFIER', 0, IDENTIFIER_LENGTH)
  }
  const { symbology, carriage } = found
  const data = text.slice(IDENTIFIER_LENGTH)
  if (carriage === 'elements') {
    const elements = readElements(text, IDENTIFIER_LENGTH, options)
    return elements.ok
      ? success({ symbology, identifier, data, kind: 'elements', elements: elements.value })
      : elements
  }
  const base = { symbology, identifier, data, elements: [] }
  return carriage === 'gtin' ? readGtin(base, text, options) : readText(base, options)
}
