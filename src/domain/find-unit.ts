import type { UnitRef } from './command.ts'
import { describeUnit, type Draft } from './draft.ts'
import type { IdentifierRow } from './event.ts'
import { findSubject } from './find-subject.ts'
import { need } from './need.ts'
import { refuse } from './refusal.ts'
import { rowsFor } from './working-set.ts'

/** Finds the one unit that a reference names, or refuses. */
export function findUnit(draft: Draft, ref: UnitRef): number {
  if (typeof ref === 'number') {
    return draft.set.units.has(ref) ? ref : refuse('unit_unknown', { unit: ref })
  }
  const item = typeof ref === 'string' ? null : findSubject(draft, 'item', ref.item).id
  const found: number[] = []
  for (const { unit } of rowsOrMeant(draft, ref)) {
    const isOfItem = item === null || draft.set.units.get(unit)?.state.item === item
    if (isOfItem && !found.includes(unit)) found.push(unit)
  }
  return found.length === 1 ? found[0]! : refuseChoice(draft, ref, found)
}

function refuseChoice(
  draft: Draft,
  ref: Exclude<UnitRef, number>,
  found: readonly number[],
): never {
  const unit = typeof ref === 'string' ? ref : `${ref.serial} of item ${ref.item}`
  if (found.length === 0) return refuse('unit_unknown', { unit })
  const choices = found.slice(0, 5).map((id) => describeUnit(draft, id))
  return refuse('unit_ambiguous', { unit, count: found.length, choices: choices.join('; ') })
}

/**
 * The rows of a number; where it names nothing, those of what a hand may have meant by it: a serial
 * in which an O was read as a zero, or a hyphen left out.
 */
function rowsOrMeant(draft: Draft, ref: Exclude<UnitRef, number>): IdentifierRow[] {
  const rows = rowsFor(draft.set, ref)
  if (rows.length > 0) return rows
  const text = typeof ref === 'string' ? ref : ref.serial
  const meant = draft.set.meant.get(text) ?? need({ meant: [text] })
  return meant.flatMap((serial) => rowsFor(draft.set, serial))
}
