/** One spelling for each identifier, so that identifiers can be compared. */

import { parseDigitalLink } from './digital-link.ts'
import { writeDigitalLink } from './digital-link-write.ts'
import type { Gs1Element } from './element.ts'
import { isEpcUri, parseEpcUri } from './epc-uri.ts'
import { success } from './problem.ts'
import type { Result } from './problem.ts'

/** Links as all editions allowed them; values that others wrote are taken as they are. */
const tolerant = {
  validation: 'format',
  allowShortNames: true,
  allowZeroSuppressedGtin: true,
} as const

/**
 * The canonical form of a link of any domain and edition: `https://id.gs1.org`, numbers for names,
 * a GTIN in 14 digits, without parameters that are not GS1 data.
 *
 * @example
 * canonicalLink('https://example.com/gtin/9506000134352/ser/A1?linkType=all')
 * // { ok: true, value: 'https://id.gs1.org/01/09506000134352/21/A1' }
 */
export function canonicalLink(uri: string): Result<string> {
  const read = parseDigitalLink(uri, tolerant)
  return read.ok ? writeDigitalLink(read.value.elements) : read
}

/** Qualifiers that make another thing of a key, from the finest on. Only one of them counts. */
const identifying = ['21', '235', '10', '254', '8011', '8020']

function finest(elements: readonly Gs1Element[]): Gs1Element[] {
  const [key, ...qualifiers] = elements
  const ai = identifying.find((name) => qualifiers.some((qualifier) => qualifier.ai === name))
  return [key!, ...qualifiers.filter((qualifier) => qualifier.ai === ai)]
}

/**
 * The canonical link of what an EPC URI or a link names, and nothing else: the key with its serial,
 * else its lot, without variant and attributes. This is the form in which identifiers go into an
 * EPCIS event hash (Core Business Vocabulary 2.0, section 8.9).
 *
 * @example
 * canonicalIdentifier('urn:epc:idpat:sgtin:9506000.013435.*')
 * // { ok: true, value: 'https://id.gs1.org/01/09506000134352' }
 * canonicalIdentifier('https://example.com/01/09506000134352/22/2A/10/L1/21/A1?17=301231')
 * // { ok: true, value: 'https://id.gs1.org/01/09506000134352/21/A1' }
 */
export function canonicalIdentifier(uri: string): Result<string> {
  if (isEpcUri(uri)) {
    const epc = parseEpcUri(uri)
    return epc.ok ? writeDigitalLink(epc.value.elements) : epc
  }
  const link = parseDigitalLink(uri, tolerant)
  if (!link.ok) return link
  const { elements, pathLength } = link.value
  const written = writeDigitalLink(finest(elements.slice(0, pathLength)))
  return written.ok ? success(written.value) : written
}
