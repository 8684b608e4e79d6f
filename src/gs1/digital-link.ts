/** Reading GS1 Digital Link URIs (GS1 Digital Link Standard: URI Syntax). */

import type { AiEntry } from './ai-table.ts'
import { associationFault } from './associations.ts'
import { elementFailure, isFull, tooLong, tooManyAis } from './element-string.ts'
import { ELEMENTS_MAX, findAi, lengthFault, readValue } from './element.ts'
import type { ParseOptions, ParsedElement, RuleFault } from './element.ts'
import { attributesFailure, pathFailure } from './link-structure.ts'
import { failure, success } from './problem.ts'
import type { Failure, ProblemCode, Result } from './problem.ts'
import { aiOfShortName } from './short-names.ts'
import { escapedUriOffset, unescapeUri } from './uri-text.ts'
import type { UriPart } from './uri-text.ts'

export interface LinkOptions extends ParseOptions {
  /** Fill a GTIN of 8, 12 or 13 digits to 14, as links of earlier editions had them. */
  readonly allowZeroSuppressedGtin?: boolean
  /** Read names such as `gtin` and `lot`, as links of earlier editions had them. */
  readonly allowShortNames?: boolean
  /** With `allowUnknownAis`: accept unknown identifiers in the query too. */
  readonly allowUnknownAttributes?: boolean
}

export interface DigitalLink {
  /** All up to the key: `https://example.com/some/path`. */
  readonly stem: string
  /** The primary key, its qualifiers in order, then the attributes of the query. */
  readonly elements: readonly ParsedElement[]
  /** How many elements stand in the path. */
  readonly pathLength: number
  /** Parameters of the query that are not GS1 data, as they stand: `linkType=gs1:pip`. */
  readonly otherParameters: readonly string[]
}

/** What has been read so far. Path and query are added in turn. */
interface Reading {
  readonly uri: string
  readonly options: LinkOptions
  readonly entries: AiEntry[]
  readonly elements: ParsedElement[]
  readonly otherParameters: string[]
}

interface Pair {
  readonly name: string
  readonly nameAt: number
  readonly valueAt: number
  readonly valueEnd: number
}

function link(code: ProblemCode, position: number, length: number, ai?: string): Failure {
  const where = { code, rule: 'digital-link', position, length }
  return failure(ai === undefined ? where : { ...where, ai })
}

const ILLEGAL = /[^A-Za-z0-9\-._~:/?#[\]@!$&'()*+,;=%]/
const ILLEGAL_IN_DOMAIN = /[^A-Za-z0-9\-.:[\]]/
const SCHEME = /^(?:https|HTTPS|http|HTTP):\/\//

/**
 * Whether a text is a link at all, so that it should be read as one.
 *
 * @example
 * isLink('https://example.com/01/09506000134352') // true
 */
export function isLink(text: string): boolean {
  return SCHEME.test(text)
}

function entryOf(name: string, options: LinkOptions): AiEntry | undefined {
  const ai = options.allowShortNames === true ? aiOfShortName(name) : undefined
  return findAi(ai ?? name, options)
}

/** The pairs from the key on: the last `/key/value` before which only known identifiers stand. */
function findPath(uri: string, start: number, end: number, options: LinkOptions): Pair[] {
  const pairs: Pair[] = []
  let valueEnd = end
  while (valueEnd > start) {
    const valueAt = uri.lastIndexOf('/', valueEnd - 1) + 1
    const nameAt = uri.lastIndexOf('/', valueAt - 2) + 1
    if (valueAt <= start || nameAt <= start) return []
    const name = uri.slice(nameAt, valueAt - 1)
    const entry = entryOf(name, options)
    if (entry === undefined) return []
    pairs.unshift({ name, nameAt, valueAt, valueEnd })
    if (entry.linkQualifiers !== null) return pairs
    valueEnd = nameAt - 1
  }
  return []
}

/** Fills a GTIN that an earlier edition allowed to be shorter. */
function filled(entry: AiEntry, value: string, options: LinkOptions): string {
  const isShort = [8, 12, 13].includes(value.length) && entry.ai === '01'
  return isShort && options.allowZeroSuppressedGtin === true ? value.padStart(14, '0') : value
}

function valueFailure(reading: Reading, element: ParsedElement, found: RuleFault): Failure {
  const { ai, value, position } = element
  // Zeros that were filled in do not stand in the link.
  const given = unescapeUri(reading.uri.slice(position).split(/[/?&#]/, 1)[0]!, 'path')
  const zeros = ai === '01' ? value.length - given.length : 0
  const start = escapedUriOffset(reading.uri, position, found.at - zeros)
  const end = escapedUriOffset(reading.uri, position, found.at + found.length - zeros)
  return elementFailure({ ...found, at: start, length: end - start }, ai, 0)
}

function addElement(reading: Reading, entry: AiEntry, pair: Pair, part: UriPart): Failure | null {
  const { uri, options, entries, elements } = reading
  const { valueAt, valueEnd } = pair
  const length = valueEnd - valueAt
  const { ai } = entry
  if (length === 0) {
    const empty = part === 'path' ? 'PATH_ELEMENT_IS_EMPTY' : 'QUERY_ELEMENT_IN_EMPTY'
    return link(`AI_VALUE_${empty}`, valueAt, 0, ai)
  }
  const decoded = unescapeUri(uri.slice(valueAt, valueEnd), part)
  if (decoded.includes('\0')) {
    const where = part === 'path' ? 'FROM_DL_PATH_INFO' : 'VALUE_FROM_QUERY_PARAMS'
    return link(`DECODED_AI_${where}_CONTAINS_ILLEGAL_NULL`, valueAt, length, ai)
  }
  const element = { ai, value: filled(entry, decoded, options), position: valueAt }
  const wrongLength = lengthFault(entry, element.value)
  if (wrongLength !== null) return valueFailure(reading, element, wrongLength)
  if (elements.length >= ELEMENTS_MAX) return tooManyAis(valueAt)
  entries.push(entry)
  elements.push(element)
  return null
}

function addPath(reading: Reading, start: number, end: number): Result<Pair> {
  const pairs = findPath(reading.uri, start, end, reading.options)
  const [key] = pairs
  if (key === undefined) {
    return link('NO_GS1_DL_KEYS_FOUND_IN_PATH_INFO', start, end - start)
  }
  for (const pair of pairs) {
    const wrong = addElement(reading, entryOf(pair.name, reading.options)!, pair, 'path')
    if (wrong !== null) return wrong
  }
  return success(key)
}

function addQuery(reading: Reading, start: number, end: number): Failure | null {
  const { uri, options, otherParameters } = reading
  for (let at = start; at < end;) {
    let parameterEnd = uri.indexOf('&', at)
    if (parameterEnd < 0 || parameterEnd > end) parameterEnd = end
    const parameter = uri.slice(at, parameterEnd)
    const equals = parameter.indexOf('=')
    const name = parameter.slice(0, Math.max(equals, 0))
    const entry = equals < 0 ? undefined : entryOf(name, options)
    if (entry !== undefined) {
      const valueAt = at + equals + 1
      const pair = { name, nameAt: at, valueAt, valueEnd: parameterEnd }
      const wrong = addElement(reading, entry, pair, 'query')
      if (wrong !== null) return wrong
    } else if (equals >= 0 && /^[0-9]*$/.test(name)) {
      return link('UNKNOWN_AI_IN_QUERY_PARAMS', at, equals, name)
    } else if (parameter !== '') {
      otherParameters.push(parameter)
    }
    at = parameterEnd + 1
  }
  return null
}

/** The rules that concern path and query as a whole, then each value, then the associations. */
function checkReading(reading: Reading, pathLength: number): Failure | null {
  const { entries, elements, options } = reading
  const structure =
    pathFailure(entries.slice(0, pathLength), elements) ??
    attributesFailure(entries, elements, pathLength, options)
  if (structure !== null) return structure
  for (const [index, element] of elements.entries()) {
    const { length } = element.value
    const formatOnly = options.validation === 'format'
    const read = readValue(entries[index]!, element.value, 0, length, formatOnly)
    if (typeof read !== 'number') return valueFailure(reading, element, read)
  }
  return isFull(options) ? associationFault(entries, elements) : null
}

/**
 * Reads a GS1 Digital Link of any domain.
 *
 * @example
 * const read = parseDigitalLink('https://example.com/01/09506000134352/21/A1?17=301231')
 * read.ok && read.value.stem // 'https://example.com'
 * read.ok && read.value.elements.map(({ ai }) => ai) // ['01', '21', '17']
 */
export function parseDigitalLink(uri: string, options: LinkOptions = {}): Result<DigitalLink> {
  const long = tooLong(uri)
  if (long !== null) return long
  const illegal = uri.search(ILLEGAL)
  if (illegal >= 0) return link('URI_CONTAINS_ILLEGAL_CHARACTERS', illegal, 1)
  const domainAt = SCHEME.exec(uri)?.[0].length
  if (domainAt === undefined) return link('URI_CONTAINS_ILLEGAL_SCHEME', 0, 0)
  const pathAt = uri.indexOf('/', domainAt)
  if (pathAt <= domainAt) return link('URI_MISSING_DOMAIN_AND_PATH_INFO', domainAt, 0)
  const inDomain = uri.slice(domainAt, pathAt).search(ILLEGAL_IN_DOMAIN)
  if (inDomain >= 0) return link('DOMAIN_CONTAINS_ILLEGAL_CHARACTERS', domainAt + inDomain, 1)

  const hash = uri.indexOf('#', pathAt)
  const end = hash < 0 ? uri.length : hash
  const mark = uri.indexOf('?', pathAt)
  const pathEnd = mark < 0 || mark > end ? end : mark
  const reading = { uri, options, entries: [], elements: [], otherParameters: [] }
  const key = addPath(reading, pathAt, pathEnd)
  if (!key.ok) return key
  const { elements, otherParameters }: Reading = reading
  const pathLength = elements.length
  const wrong = addQuery(reading, pathEnd + 1, end) ?? checkReading(reading, pathLength)
  if (wrong !== null) return wrong
  return success({
    stem: uri.slice(0, key.value.nameAt - 1),
    elements,
    pathLength,
    otherParameters,
  })
}
