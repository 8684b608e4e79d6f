/** Writing GS1 Digital Link URIs. */

import type { AiEntry } from './ai-table.ts'
import { findAi } from './element.ts'
import type { Gs1Element } from './element.ts'
import { isAttribute } from './link-structure.ts'
import { failure, success } from './problem.ts'
import type { Result } from './problem.ts'
import { escapeUri } from './uri-text.ts'

/** Domain of the canonical form. */
export const CANONICAL_STEM = 'https://id.gs1.org'

export interface WriteLinkOptions {
  /** Scheme, domain and path in front of the key. Default: the canonical `https://id.gs1.org`. */
  readonly stem?: string
  /** Write identifiers that the dictionary does not have, too. */
  readonly allowUnknownAttributes?: boolean
}

/** The qualifier sequence of a key that takes most of the given identifiers into the path. */
function bestSequence(key: AiEntry, ais: ReadonlySet<string>): readonly string[] {
  let best: readonly string[] = []
  for (const sequence of key.linkQualifiers!) {
    const present = sequence.filter((ai) => ais.has(ai))
    if (present.length > best.length) best = present
  }
  return best
}

/**
 * Writes elements as a link: the first key among them with its qualifiers into the path, the
 * others into the query, those of predefined length first. Values are not checked; elements that
 * come from a parser of this package are right.
 *
 * @example
 * const elements = [{ ai: '01', value: '09506000134352' }, { ai: '21', value: 'A/1' }]
 * writeDigitalLink(elements)
 * // { ok: true, value: 'https://id.gs1.org/01/09506000134352/21/A%2F1' }
 */
export function writeDigitalLink(
  elements: readonly Gs1Element[],
  options: WriteLinkOptions = {},
): Result<string> {
  const byAi = new Map<string, { readonly entry: AiEntry; readonly value: string }>()
  for (const { ai, value } of elements) {
    const entry = findAi(ai, { allowUnknownAis: options.allowUnknownAttributes ?? false })
    if (entry === undefined) {
      return failure({ code: 'AI_UNRECOGNISED', rule: 'digital-link', ai, position: 0 })
    }
    // An identifier that is repeated has the same value again.
    if (!byAi.has(ai)) byAi.set(ai, { entry, value })
  }
  const key = [...byAi.values()].find(({ entry }) => entry.linkQualifiers !== null)
  if (key === undefined) {
    const code = 'CANNOT_CREATE_DL_URI_WITHOUT_PRIMARY_KEY_AI'
    return failure({ code, rule: 'digital-link', position: 0 })
  }
  const path = [key.entry.ai, ...bestSequence(key.entry, new Set(byAi.keys()))]
  const attributes = [...byAi.values()].filter(({ entry }) => !path.includes(entry.ai))
  const misplaced = attributes.find(({ entry }) => !isAttribute(entry, options))
  if (misplaced !== undefined) {
    const { ai } = misplaced.entry
    return failure({
      code: 'AI_IS_NOT_VALID_DATA_ATTRIBUTE',
      rule: 'digital-link',
      ai,
      position: 0,
    })
  }
  const stem = (options.stem ?? CANONICAL_STEM).replace(/\/$/, '')
  const inPath = path.map((ai) => `/${ai}/${escapeUri(byAi.get(ai)!.value, 'path')}`).join('')
  const query = [
    ...attributes.filter(({ entry }) => !entry.needsSeparator),
    ...attributes.filter(({ entry }) => entry.needsSeparator),
  ].map(({ entry, value }) => `${entry.ai}=${escapeUri(value, 'query')}`)
  return success(`${stem}${inPath}${query.length === 0 ? '' : `?${query.join('&')}`}`)
}
