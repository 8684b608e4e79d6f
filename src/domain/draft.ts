import type { Command, RefusedEntry } from './command.ts'
import type { Edge, IdentifierRow, Standing } from './event.ts'
import { need } from './need.ts'
import { transitionOf, type TransitionName } from './life-cycle.ts'
import { refuse, type RefusalCode, type RefusalFacts } from './refusal.ts'
import type { Subject, SubjectId } from './subject.ts'
import { foldTimeline, type LinkRole } from './timeline.ts'
import { applyChanges, holdsOf, statedChanges, voidUnit } from './unit-state.ts'
import type { Change, Changes, Scalar, UnitState } from './unit-state.ts'
import type { WorkingSet } from './working-set.ts'

/** What an event does to one unit, before it is settled whether history allows it. */
export interface DraftLink {
  readonly role: LinkRole
  readonly changes: Changes
}

/**
 * One command being decided: it reads the working set as it was at the command's own time and
 * gathers what shall change. Nothing reaches the working set before the draft is settled, so a
 * refusal leaves no trace.
 */
export interface Draft {
  readonly set: WorkingSet
  readonly command: Command
  /** Number that the event will have. */
  readonly event: number
  readonly time: number
  readonly links: Map<number, DraftLink>
  /** Units of which the command says what cannot have been. */
  readonly contested: Set<number>
  readonly states: Map<number, UnitState>
  readonly created: number[]
  readonly claims: Map<string, number>
  readonly edges: Edge[]
  readonly subjects: Map<number, Subject>
  /** Definitions of traits by their names as the command writes them, as far as they were sought. */
  readonly traits: Map<string, Subject<'trait'> | undefined>
  /** Codes of the subjects that the draft itself makes. */
  readonly newCodes: Map<string, number>
  /** Ids of those of them that there never were before. */
  readonly newSubjects: number[]
  readonly counters: Map<string, number>
  /** Serials taken from the counters for units that bring none. */
  readonly serials: string[]
  readonly refused: RefusedEntry[]
  readonly facts: {
    location: number | null
    order: number | null
    corrects: number | null
    standing: Standing | null
    subject: SubjectId | null
    data: Record<string, unknown>
  }
}

/** Opens a draft for a command that happened at `time`. */
export const openDraft = (set: WorkingSet, command: Command, time: number): Draft => ({
  set,
  command,
  event: set.nextEvent,
  time,
  links: new Map(),
  contested: new Set(),
  states: new Map(),
  created: [],
  claims: new Map(),
  edges: [],
  subjects: new Map(),
  traits: new Map(),
  newCodes: new Map(),
  newSubjects: [],
  counters: new Map(),
  serials: [],
  refused: [],
  facts: { location: null, order: null, corrects: null, standing: null, subject: null, data: {} },
})

/** Whether the unit has a later event already, so that its state then differs from now. */
export function isLate(draft: Draft, unit: number): boolean {
  const known = draft.set.units.get(unit)
  return known !== undefined && draft.time < known.time
}

/** State of a unit at the command's time, with what the draft did to it so far. */
export function stateOf(draft: Draft, unit: number): UnitState {
  const pending = draft.states.get(unit)
  if (pending) return pending
  const known = draft.set.units.get(unit)
  if (!known) return voidUnit
  if (!isLate(draft, unit)) return known.state
  return foldTimeline(known.links ?? need({ timelines: [unit] }), { until: draft.time })
}

/** Makes sure that the histories of those units that are past the command's time are loaded. */
export function needTimelines(draft: Draft, units: readonly number[]): void {
  const timelines = units.filter(
    (unit) => isLate(draft, unit) && draft.set.units.get(unit)!.links === null,
  )
  if (timelines.length > 0) need({ timelines })
}

/** A unit in words that a person can act on: serial and item where it has them. */
export function describeUnit(draft: Draft, unit: number): string {
  const state = draft.set.units.get(unit)?.state
  if (!state?.serial) return String(unit)
  const item = draft.set.subjects.get('item')?.get(state.item)
  return item ? `${state.serial} (${item.code})` : state.serial
}

/** Changes a unit by a step of its life; refuses a step that its status forbids. */
export function change(
  draft: Draft,
  unit: number,
  step: TransitionName,
  after: Readonly<Record<string, Scalar>>,
): void {
  checkStep(draft, unit, step)
  const status = transitionOf(step).to
  const stated = status === null ? after : { status, ...after }
  addChanges(draft, unit, statedChanges(stateOf(draft, unit), stated))
}

/** Records changes of a unit as they stand, merging with what the draft did to it before. */
export function addChanges(draft: Draft, unit: number, changes: Changes): void {
  const before = draft.links.get(unit)
  draft.states.set(unit, applyChanges(stateOf(draft, unit), changes))
  draft.links.set(unit, {
    role: 'subject',
    changes: before ? mergeChanges(before.changes, changes) : changes,
  })
}

function mergeChanges(first: Changes, second: Changes): Changes {
  const merged: Record<string, Change> = { ...first }
  for (const path in second) {
    const earlier = first[path]
    const later = second[path]!
    if (!earlier) merged[path] = later
    else if (earlier.length === 3 && later.length === 3) {
      merged[path] = [earlier[0], later[1], earlier[2] + later[2]]
    } else merged[path] = [earlier[0], later[1]]
  }
  return merged
}

/**
 * Says that what the command tells of a unit cannot be, and refuses it. When the unit, or a
 * container that it concerns, has a later event already, the fact is kept instead, without effect,
 * for people to review: what happened is never thrown away.
 */
export function contradict(
  draft: Draft,
  unit: number,
  code: RefusalCode,
  facts: RefusalFacts,
  container = unit,
): void {
  if (isLate(draft, unit) || isLate(draft, container)) draft.contested.add(unit)
  else refuse(code, { unit: describeUnit(draft, unit), ...facts })
}

/** Refuses a step that the unit's status forbids. */
export function checkStep(draft: Draft, unit: number, step: TransitionName): void {
  const { status } = stateOf(draft, unit)
  const { from } = transitionOf(step)
  if (from.includes(status)) return
  contradict(draft, unit, 'status_forbids', {
    status,
    step,
    allowed: from.join(', '),
  })
}

/** Refuses to use a unit that is on hold. */
export function checkHolds(draft: Draft, unit: number, step: string): void {
  const [reason] = holdsOf(stateOf(draft, unit)).values()
  if (reason !== undefined) contradict(draft, unit, 'held', { reason, step })
}

/** The row of a number under one type and scope. */
export function ownerOf(
  draft: Draft,
  type: string,
  scope: number,
  folded: string,
): IdentifierRow | undefined {
  return draft.set.identifiers.get(folded)?.find((row) => row.type === type && row.scope === scope)
}
