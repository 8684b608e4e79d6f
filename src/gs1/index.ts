/**
 * GS1 identification: application identifiers, check digits, element strings, scan data, Digital
 * Link and EPC, read, checked and written. Pure functions without dependencies, for servers and
 * browsers alike.
 *
 * Functions that read give a `Result`: `{ ok: true, value }`, or `{ ok: false, error }` with the
 * application identifier, the rule, the position and a sentence that says what to do. Nothing
 * throws for bad input.
 *
 * @example
 * const read = parseScan(']d201095060001343521730023110LOT7')
 * read.ok ? '' : `${read.error.code} at ${read.error.position}` // 'ILLEGAL_DAY at 25'
 */

export { describeAi, listAis } from './ai-description.ts'
export type { AiDescription } from './ai-description.ts'
export { dictionaryRelease } from './ai-table.ts'
export { canonicalIdentifier, canonicalLink } from './canonical.ts'
export { spellCbv } from './cbv.ts'
export type { CbvField, CbvSpelling } from './cbv.ts'
export { cset82Value } from './character-sets.ts'
export {
  computeCheckDigit,
  computeCheckPair,
  normaliseGtin,
  validateCheckDigit,
  validateCheckPair,
} from './check-digit.ts'
export type { Gtin, GtinForm } from './check-digit.ts'
export { readCode } from './code.ts'
export type { Gs1Code } from './code.ts'
export { isLink, parseDigitalLink } from './digital-link.ts'
export type { DigitalLink, LinkOptions } from './digital-link.ts'
export { CANONICAL_STEM, writeDigitalLink } from './digital-link-write.ts'
export type { WriteLinkOptions } from './digital-link-write.ts'
export { parseElementString, parseFnc1, writeElementString, writeFnc1 } from './element-string.ts'
export type { Gs1Element, ParseOptions, ParsedElement } from './element.ts'
export { isEnvelope, parseEnvelope, writeEnvelope } from './envelope.ts'
export type { EnvelopeField, EnvelopeFormat } from './envelope.ts'
export { decodeEpc, encodeEpc } from './epc-binary.ts'
export type { EncodeOptions, EpcTag } from './epc-binary.ts'
export { digitalLinkToEpcUri, epcUriToDigitalLink } from './epc-link.ts'
export { isEpcUri, parseEpcUri, writeEpcUri } from './epc-uri.ts'
export type { CompanyPrefixLength, EpcOptions, EpcUri } from './epc-uri.ts'
export { convertCode, explainCode } from './explain.ts'
export type { CodeForms, Explanation, ExplainOptions } from './explain.ts'
export { humanReadable } from './hri.ts'
export { validateKey } from './keys.ts'
export type { Gs1Key } from './keys.ts'
export type { Failure, Problem, ProblemCode, Result, Success } from './problem.ts'
export { parseScan } from './scan-data.ts'
export type { Scan, ScanOptions } from './scan-data.ts'
export { writeScanData } from './scan-data-write.ts'
export type { WritableSymbology, WriteScanOptions } from './scan-data-write.ts'
export { expandShortNames } from './short-names.ts'
export { readSpellings } from './spellings.ts'
export type { SpelledScan } from './spellings.ts'
export type { Symbology } from './symbologies.ts'
export { expandUpcE } from './upc-e.ts'
export { datesOf, quantityOf } from './values.ts'
export type { Gs1Date, Gs1Quantity } from './values.ts'
