import { z } from 'zod'
import { unitRefs, type UnitRef } from './command.ts'
import { withContents } from './contents.ts'
import { findUnit } from './find-unit.ts'
import { change, checkStep, describeUnit, needTimelines, type Draft } from './draft.ts'
import type { TransitionName } from './life-cycle.ts'
import { RefusedError, refuse } from './refusal.ts'
import type { Scalar } from './unit-state.ts'

/** What every command on a list of units can say. */
export const unitList = {
  units: unitRefs,
  /** Records the entries that can be, and lists the others, instead of refusing all of them. */
  partial: z.boolean().optional(),
}

/** Runs `decide` for each unit of a list; a unit that is named twice is refused. */
export function forEachUnit(
  draft: Draft,
  input: { readonly units: readonly UnitRef[]; readonly partial?: boolean | undefined },
  decide: (unit: number) => void,
): void {
  const found = findAll(draft, input.units)
  needTimelines(draft, [...found.values()])
  const seen = new Set<number>()
  forEachEntry(draft, input.units, input.partial, (ref) => {
    const unit = found.get(ref) ?? findUnit(draft, ref)
    if (seen.has(unit)) refuse('unit_repeated', { unit: describeUnit(draft, unit) })
    seen.add(unit)
    decide(unit)
  })
}

/**
 * Runs `decide` for each entry. With `partial`, an entry that is refused is set aside and the
 * others go on; without, the first refusal ends the command.
 */
export function forEachEntry<T>(
  draft: Draft,
  entries: readonly T[],
  partial: boolean | undefined,
  decide: (entry: T) => void,
): void {
  for (let index = 0; index < entries.length; index += 1) {
    const contested = draft.contested.size
    try {
      decide(entries[index]!)
    } catch (error) {
      if (!partial || !(error instanceof RefusedError)) throw error
      for (const unit of [...draft.contested].slice(contested)) draft.contested.delete(unit)
      draft.refused.push({ index, refusal: error.refusal })
    }
  }
}

function findAll(draft: Draft, refs: readonly UnitRef[]): Map<UnitRef, number> {
  const found = new Map<UnitRef, number>()
  for (const ref of refs) {
    try {
      found.set(ref, findUnit(draft, ref))
    } catch (error) {
      // Refused again, with its place in the list, when its turn comes.
      if (!(error instanceof RefusedError)) throw error
    }
  }
  return found
}

/**
 * Takes a unit and all that is inside it through a step. What the step does to the place concerns
 * the outer unit alone: the others stay inside it.
 */
export function changeWithContents(
  draft: Draft,
  unit: number,
  step: TransitionName,
  own: Readonly<Record<string, Scalar>>,
  all: Readonly<Record<string, Scalar>> = {},
): void {
  const units = withContents(draft, unit)
  needTimelines(draft, units)
  // All or nothing: one that is refused must not leave the others half way.
  for (const id of units) checkStep(draft, id, step)
  for (const id of units) change(draft, id, step, id === unit ? { ...own, ...all } : all)
}
