/** Rules between the identifiers of one message: what excludes, requires or repeats what. */

import type { AiEntry, AiPattern, Requirement } from './ai-table.ts'
import type { ParsedElement } from './element.ts'
import { failure } from './problem.ts'
import type { Failure } from './problem.ts'
import { say } from './say.ts'

type Check = (entries: readonly AiEntry[], elements: readonly ParsedElement[]) => Failure | null

/** An identifier other than `self` that the pattern names: no pattern matches its owner. */
function matching(
  pattern: AiPattern,
  self: AiEntry,
  entries: readonly AiEntry[],
): AiEntry | undefined {
  for (const entry of entries) {
    const { number } = entry
    if (number >= pattern.first && number <= pattern.last && number !== self.number) return entry
  }
  return undefined
}

function isMet(requirement: Requirement, self: AiEntry, entries: readonly AiEntry[]): boolean {
  for (const alternative of requirement.alternatives) {
    if (alternative.length === 1) {
      if (matching(alternative[0]!, self, entries) !== undefined) return true
    } else if (alternative.every((part) => matching(part, self, entries) !== undefined)) {
      return true
    }
  }
  return false
}

/** `ex`: identifiers that exclude each other. */
export const exclusionFault: Check = (entries, elements) => {
  for (let index = 0; index < entries.length; index++) {
    const entry = entries[index]!
    for (const pattern of entry.excluded) {
      const other = matching(pattern, entry, entries)
      if (other === undefined) continue
      return failure({
        code: 'INVALID_AI_PAIRS',
        rule: 'ex',
        ai: entry.ai,
        position: elements[index]!.position,
        length: elements[index]!.value.length,
        detail: say('detail.beside', { ai: other.ai }),
      })
    }
  }
  return null
}

/** `req`: identifiers that need another one. */
export const requirementFault: Check = (entries, elements) => {
  for (let index = 0; index < entries.length; index++) {
    const entry = entries[index]!
    for (const requirement of entry.required) {
      if (isMet(requirement, entry, entries)) continue
      return failure({
        code: 'REQUIRED_AIS_NOT_SATISFIED',
        rule: 'req',
        ai: entry.ai,
        position: elements[index]!.position,
        length: elements[index]!.value.length,
        detail: say('detail.oneOf', { ais: requirement.text.replaceAll(',', ', ') }),
      })
    }
  }
  return null
}

/** `repeat`: an identifier that stands twice has the same value twice. */
export const repetitionFault: Check = (_entries, elements) => {
  for (let index = 1; index < elements.length; index++) {
    const element = elements[index]!
    for (let earlier = 0; earlier < index; earlier++) {
      const other = elements[earlier]!
      if (other.ai !== element.ai || other.value === element.value) continue
      return failure({
        code: 'INSTANCES_OF_AI_HAVE_DIFFERENT_VALUES',
        rule: 'repeat',
        ai: element.ai,
        position: element.position,
        length: element.value.length,
      })
    }
  }
  return null
}

const SIGNATURE = 8030
/** Keys whose serial part is optional by itself: GDTI, GCN and GRAI. */
const keysWithOptionalSerial = [253, 255, 8003]

/** `digsig`: a digital signature signs one thing, so its key carries a serial part. */
export const signatureFault: Check = (entries, elements) => {
  if (!entries.some((entry) => entry.number === SIGNATURE)) return null
  for (let index = 0; index < entries.length; index++) {
    const entry = entries[index]!
    const { value, position } = elements[index]!
    if (!keysWithOptionalSerial.includes(entry.number) || value.length > entry.lengthMin) continue
    return failure({
      code: 'SERIAL_NOT_PRESENT',
      rule: 'digsig',
      ai: entry.ai,
      position: position + value.length,
    })
  }
  return null
}

/** The first association that is broken, or null. */
export const associationFault: Check = (entries, elements) =>
  exclusionFault(entries, elements) ??
  requirementFault(entries, elements) ??
  repetitionFault(entries, elements) ??
  signatureFault(entries, elements)
