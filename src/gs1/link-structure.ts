/** Which identifiers may stand where in a link: the key, its qualifiers in order, attributes. */

import type { AiEntry } from './ai-table.ts'
import type { ParsedElement } from './element.ts'
import { failure } from './problem.ts'
import type { Failure } from './problem.ts'

/** Whether `chosen` are some of `offered`, in the same order. */
function isSubsequence(chosen: readonly string[], offered: readonly string[]): boolean {
  let next = 0
  for (const ai of offered) if (next < chosen.length && chosen[next] === ai) next++
  return next === chosen.length
}

function isPath(key: AiEntry, qualifiers: readonly string[]): boolean {
  return key.linkQualifiers!.some((sequence) => isSubsequence(qualifiers, sequence))
}

/** A path that is not a key with its qualifiers in order. */
export function pathFailure(
  path: readonly AiEntry[],
  elements: readonly ParsedElement[],
): Failure | null {
  const [key, ...qualifiers] = path
  const names = qualifiers.map(({ ai }) => ai)
  if (isPath(key!, names)) return null
  const wrong = names.findIndex((_, index) => !isPath(key!, names.slice(0, index + 1))) + 1
  const { ai, position, value } = elements[wrong]!
  const where = { rule: 'digital-link', ai, position, length: value.length }
  return failure({ code: 'INVALID_KEY_QUALIFIER_SEQUENCE', ...where })
}

/** Whether a further qualifier would fit into the path. */
function belongsInPath(ai: string, path: readonly AiEntry[]): boolean {
  const [key, ...qualifiers] = path
  const names = qualifiers.map((entry) => entry.ai)
  return [...path.keys()].some((at) => isPath(key!, names.toSpliced(at, 0, ai)))
}

/** An attribute of the query that may not stand there. */
export function attributesFailure(
  entries: readonly AiEntry[],
  elements: readonly ParsedElement[],
  pathLength: number,
  options: { readonly allowUnknownAttributes?: boolean },
): Failure | null {
  const path = entries.slice(0, pathLength)
  for (let index = pathLength; index < entries.length; index++) {
    const entry = entries[index]!
    const { ai, position, value } = elements[index]!
    const where = { rule: 'digital-link', ai, position, length: value.length }
    if (entries.slice(0, index).some((earlier) => earlier.ai === ai)) {
      return failure({ code: 'DUPLICATE_AI', ...where })
    }
    if (!isAttribute(entry, options)) {
      return failure({ code: 'AI_IS_NOT_VALID_DATA_ATTRIBUTE', ...where })
    }
    if (belongsInPath(ai, path)) return failure({ code: 'AI_SHOULD_BE_IN_PATH_INFO', ...where })
  }
  return null
}

/** Whether an identifier may stand in the query of a link. */
export function isAttribute(
  entry: AiEntry,
  options: { readonly allowUnknownAttributes?: boolean },
): boolean {
  return entry.isKnown ? entry.isLinkAttribute : options.allowUnknownAttributes === true
}
