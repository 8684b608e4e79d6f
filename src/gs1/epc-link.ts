/** Between EPC URIs and GS1 Digital Links. */

import { parseDigitalLink } from './digital-link.ts'
import type { LinkOptions } from './digital-link.ts'
import { writeDigitalLink } from './digital-link-write.ts'
import type { WriteLinkOptions } from './digital-link-write.ts'
import { parseEpcUri, writeEpcUri } from './epc-uri.ts'
import type { EpcOptions } from './epc-uri.ts'
import type { Result } from './problem.ts'

/**
 * The link for an EPC URI. A pattern of all instances gives the link of the class.
 *
 * @example
 * epcUriToDigitalLink('urn:epc:id:sscc:9506000.1000000001')
 * // { ok: true, value: 'https://id.gs1.org/00/195060000000000012' }
 */
export function epcUriToDigitalLink(uri: string, options: WriteLinkOptions = {}): Result<string> {
  const read = parseEpcUri(uri)
  return read.ok ? writeDigitalLink(read.value.elements, options) : read
}

/**
 * The EPC URI for a link. An EPC has no check digit, so by default only the format of the values
 * is checked; with `validation: 'full'` a wrong check digit is refused instead of lost.
 *
 * @example
 * digitalLinkToEpcUri('https://example.com/01/09506000134352/21/A1', { companyPrefixLength: 7 })
 * // { ok: true, value: 'urn:epc:id:sgtin:9506000.013435.A1' }
 */
export function digitalLinkToEpcUri(
  link: string,
  options: EpcOptions & LinkOptions,
): Result<string> {
  const read = parseDigitalLink(link, { validation: 'format', ...options })
  return read.ok ? writeEpcUri(read.value.elements, options) : read
}
