import { z } from 'zod'
import { unitRefs, type UnitRef } from './command.ts'
import {
  change,
  checkHolds,
  describeUnit,
  findUnit,
  forEachEntry,
  needTimelines,
  withContents,
  type Draft,
} from './draft.ts'
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
  needTimelines(draft, findAll(draft, input.units))
  const seen = new Set<number>()
  forEachEntry(draft, input.units, input.partial, (ref) => {
    const unit = findUnit(draft, ref)
    if (seen.has(unit)) refuse('unit_repeated', { unit: describeUnit(draft, unit) })
    seen.add(unit)
    decide(unit)
  })
}

function findAll(draft: Draft, refs: readonly UnitRef[]): number[] {
  const found: number[] = []
  for (const ref of refs) {
    try {
      found.push(findUnit(draft, ref))
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
  for (const id of units) change(draft, id, step, id === unit ? { ...own, ...all } : all)
}

/** Refuses when the unit, or anything inside it, is on hold. */
export function checkHoldsWithin(draft: Draft, unit: number, step: string): void {
  for (const id of withContents(draft, unit)) checkHolds(draft, id, step)
}
