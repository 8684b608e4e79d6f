/** GS1 identification: reading, checking and writing. See the functions for examples. */

export { canonicalIdentifier, canonicalLink } from './canonical.ts'
export { spellCbv } from './cbv.ts'
export type { CbvField, CbvSpelling } from './cbv.ts'
export {
  computeCheckDigit,
  computeCheckPair,
  normaliseGtin,
  validateCheckDigit,
  validateCheckPair,
} from './check-digit.ts'
export type { Gtin, GtinForm } from './check-digit.ts'
export { isLink, isLinkKey, parseDigitalLink } from './digital-link.ts'
export type { DigitalLink, LinkOptions } from './digital-link.ts'
export { CANONICAL_STEM, writeDigitalLink } from './digital-link-write.ts'
export type { WriteLinkOptions } from './digital-link-write.ts'
export { parseElementString, parseFnc1, writeElementString, writeFnc1 } from './element-string.ts'
export type { Gs1Element, ParseOptions, ParsedElement } from './element.ts'
export { isEnvelope, parseEnvelope, writeEnvelope } from './envelope.ts'
export type { EnvelopeField, EnvelopeFormat } from './envelope.ts'
export { digitalLinkToEpcUri, epcUriToDigitalLink } from './epc-link.ts'
export { isEpcUri, parseEpcUri, writeEpcUri } from './epc-uri.ts'
export type { CompanyPrefixLength, EpcOptions, EpcUri } from './epc-uri.ts'
export { humanReadable } from './hri.ts'
export type { Failure, Problem, ProblemCode, Result, Success } from './problem.ts'
export { parseScan } from './scan-data.ts'
export type { Scan, ScanOptions } from './scan-data.ts'
export { writeScanData } from './scan-data-write.ts'
export type { WritableSymbology, WriteScanOptions } from './scan-data-write.ts'
export { expandShortNames } from './short-names.ts'
export type { Symbology } from './symbologies.ts'
