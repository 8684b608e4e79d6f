import type { UnitRef } from './command.ts'
import { findUnit } from './find-unit.ts'
import {
  checkHolds,
  contradict,
  describeUnit,
  needTimelines,
  stateOf,
  type Draft,
} from './draft.ts'
import { mayFill, transitionOf, type TransitionName } from './life-cycle.ts'
import { need } from './need.ts'
import { refuse } from './refusal.ts'

/** A container that a command fills. */
export interface Filling {
  /** The container and the containers around it, innermost first. */
  readonly chain: readonly [number, ...number[]]
  readonly step: TransitionName
}

/** Finds the container that a step fills; refuses what is no container. */
export function findContainer(draft: Draft, ref: UnitRef, step: TransitionName): Filling {
  const container = findUnit(draft, ref)
  if (draft.set.units.get(container)?.state.kind !== 'container') {
    refuse('not_a_container', { unit: describeUnit(draft, container) })
  }
  return { chain: chainOf(draft, container), step }
}

/** A container and the containers around it at the command's time, innermost first. */
export function chainOf(draft: Draft, container: number): [number, ...number[]] {
  const chain: [number, ...number[]] = [container]
  for (;;) {
    const innermost = chain.at(-1)!
    if (!draft.set.units.has(innermost)) need({ units: [innermost] })
    const outer = stateOf(draft, innermost).parent
    if (outer === null) return chain
    chain.push(outer)
  }
}

/**
 * Refuses to put a unit into itself, directly or through others, and into a container that is not
 * there to be filled.
 */
export function checkEntry(draft: Draft, unit: number, { chain, step }: Filling): void {
  const [container] = chain
  if (chain.includes(unit)) {
    const through = describeUnit(draft, container)
    contradict(draft, unit, 'container_cycle', { through }, container)
  }
  const { status } = stateOf(draft, container)
  if (mayFill(step, status)) return
  const facts = {
    unit: describeUnit(draft, container),
    status,
    step: 'fill',
    allowed: transitionOf(step).fills!.join(', '),
  }
  contradict(draft, unit, 'status_forbids', facts, container)
}

/** Ties a container to the event without changing it, so that its history shows the event. */
export function linkContainer(draft: Draft, container: number): void {
  if (draft.links.size === 0 || draft.links.has(container)) return
  draft.links.set(container, { role: 'container', changes: {} })
}

/** Refuses to end a container's life while units are inside. */
export function checkEmpty(draft: Draft, unit: number): void {
  const count = contentsOf(draft, unit).length
  if (count > 0) contradict(draft, unit, 'container_full', { count })
}

/** Refuses when the unit, or anything inside it, is on hold. */
export function checkHoldsWithin(draft: Draft, unit: number, step: string): void {
  for (const id of withContents(draft, unit)) checkHolds(draft, id, step)
}

/** The unit and everything inside it at the command's time, however deep, outermost first. */
export function withContents(draft: Draft, unit: number): number[] {
  const found = [unit]
  for (let at = 0; at < found.length;) {
    const level = found.slice(at)
    at = found.length
    const unknown = level.filter((id) => isContainer(draft, id) && !draft.set.contentsKnown.has(id))
    if (unknown.length > 0) need({ contents: unknown })
    for (const container of level) found.push(...contentsOf(draft, container))
  }
  return found
}

const isContainer = (draft: Draft, unit: number): boolean =>
  draft.set.units.get(unit)?.state.kind === 'container'

/** Ids of the units directly inside a container at the command's time. */
function contentsOf(draft: Draft, container: number): number[] {
  const candidates = everInside(draft, container)
  needTimelines(draft, candidates)
  return candidates.filter((unit) => stateOf(draft, unit).parent === container)
}

/** Ids of the units that are, or ever were, directly inside a container. */
export function everInside(draft: Draft, container: number): number[] {
  if (isContainer(draft, container) && !draft.set.contentsKnown.has(container)) {
    need({ contents: [container] })
  }
  return [...(draft.set.contents.get(container) ?? [])]
}
