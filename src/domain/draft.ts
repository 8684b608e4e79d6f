import type { Command, RefusedEntry, SubjectRef, UnitRef } from './command.ts'
import type { Edge, IdentifierRow, Standing } from './event.ts'
import { need } from './need.ts'
import { transitionOf, type TransitionName } from './life-cycle.ts'
import { measuredText } from './quantity.ts'
import { refuse, type RefusalCode, type RefusalFacts } from './refusal.ts'
import {
  subjectKey,
  type Subject,
  type SubjectData,
  type SubjectKind,
  type SubjectName,
} from './subject.ts'
import { foldTimeline, type LinkRole } from './timeline.ts'
import { applyChanges, holdsOf, statedChanges, voidUnit } from './unit-state.ts'
import type { Change, Changes, Scalar, UnitState } from './unit-state.ts'
import { rowsFor, type WorkingSet } from './working-set.ts'

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
  readonly counters: Map<string, number>
  /** Serials taken from the counters for units that bring none. */
  readonly serials: string[]
  readonly refused: RefusedEntry[]
  readonly facts: {
    location: number | null
    order: number | null
    corrects: number | null
    standing: Standing | null
    subject: { kind: SubjectKind; id: number } | null
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

/** Finds an item, location … by id or code, or refuses. */
export function findSubject<K extends SubjectKind>(
  draft: Draft,
  kind: K,
  ref: SubjectRef,
  item = 0,
): Subject<K> {
  return seekSubject(draft, kind, ref, item) ?? refuse(`${kind}_unknown`, { [kind]: ref })
}

/** Finds an item, location … by id or code, if there is one. */
export function seekSubject<K extends SubjectKind>(
  draft: Draft,
  kind: K,
  ref: SubjectRef,
  item = 0,
): Subject<K> | undefined {
  const id = typeof ref === 'number' ? ref : idOfCode(draft, { kind, item, code: ref })
  if (id === null) return undefined
  const subject = draft.subjects.get(id) ?? draft.set.subjects.get(kind)?.get(id)
  return subject as Subject<K> | undefined
}

function idOfCode(draft: Draft, name: SubjectName): number | null {
  const key = subjectKey(name.kind, name.code, name.item)
  const id = draft.newCodes.get(key) ?? draft.set.subjectIds.get(key)
  return id === undefined ? need({ codes: [name] }) : id
}

/** The item of a unit. */
export function itemOf(draft: Draft, unit: number): Subject<'item'> {
  const id = draft.set.units.get(unit)!.state.item
  const item = seekSubject(draft, 'item', id)
  if (item) return item
  // A unit whose making was corrected away has no item any more.
  return id === 0
    ? refuse('item_unknown', { item: '-' })
    : need({ subjects: [{ kind: 'item', id }] })
}

/** Makes an item, location … under the next free id. */
export function makeSubject<K extends SubjectKind>(
  draft: Draft,
  kind: K,
  code: string,
  parent: number | null,
  data: SubjectData[K],
): Subject<K> {
  const id = draft.set.nextSubject + draft.newCodes.size
  const subject: Subject<K> = { kind, id, code, parent, data }
  draft.subjects.set(id, subject)
  const item = kind === 'lot' ? (data as SubjectData['lot']).item : 0
  draft.newCodes.set(subjectKey(kind, code, item), id)
  return subject
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

/** Adds to a unit's content; a negative amount takes from it. */
export function addContent(draft: Draft, unit: number, added: number): void {
  const state = stateOf(draft, unit)
  const content = state.content + added
  if (content < 0) {
    const measure = state.item === 0 ? {} : itemOf(draft, unit).data
    const [held, wanted] = [state.content, -added].map((one) => measuredText(one, measure))
    contradict(draft, unit, 'content_short', { content: held!, wanted: wanted! })
  }
  addChanges(draft, unit, { content: [state.content, content, added] })
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
