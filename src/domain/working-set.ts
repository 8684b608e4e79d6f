import type { EventRecord, IdentifierRow } from './event.ts'
import type { Subject, SubjectData, SubjectKind } from './subject.ts'
import { subjectKey } from './subject.ts'
import { formsOf } from './identifier.ts'
import type { UnitRef } from './command.ts'
import type { Link } from './timeline.ts'
import type { UnitState } from './unit-state.ts'

/** A unit as a batch knows it. */
export interface KnownUnit {
  readonly id: number
  readonly state: UnitState
  /** When its last effective event happened, in milliseconds UTC. */
  readonly time: number
  readonly event: number
  /** Its whole history; loaded only where a late event or a correction needs it. */
  readonly links: readonly Link[] | null
}

/** How far counters skip what may have been given out between a backup and its restoring. */
export interface Fence {
  /** How often the company was restored from a backup. */
  readonly epoch: number
  /** When it was last restored, in milliseconds UTC. */
  readonly time: number
  /** Numbers that a counter skips which the backup did not know. */
  readonly gap: number
}

/** The fence of a company that was never restored. */
const openFence: Fence = { epoch: 0, time: 0, gap: 0 }

/**
 * All that a batch of commands names, held in memory: what the decisions read, and what they leave
 * behind. The ledger fills it, decisions change it through a draft.
 */
export interface WorkingSet {
  readonly units: Map<number, KnownUnit>
  /** Ids of the units that are, or ever were, inside each container, as far as they are known. */
  readonly contents: Map<number, Set<number>>
  /** Containers of which all contents, of now and of any earlier time, are known. */
  readonly contentsKnown: Set<number>
  /** Every row of a folded number, of whatever type and scope; empty where there is none. */
  readonly identifiers: Map<string, IdentifierRow[]>
  readonly subjects: Map<SubjectKind, Map<number, Subject>>
  /** Ids by {@link subjectKey}; `null` for a code that is known to be free. */
  readonly subjectIds: Map<string, number | null>
  /** Ids of the retired subjects that had a code, in rising order; by {@link subjectKey} too. */
  readonly retiredIds: Map<string, readonly number[]>
  /** Subjects that nothing outside of the set refers to. */
  readonly usersKnown: Set<number>
  readonly events: Map<number, EventRecord>
  /** Which event corrected an event, as far as is known. */
  readonly correctedBy: Map<number, number>
  /** Where each counter stands; `null` for one that never gave a number. */
  readonly counters: Map<string, number | null>
  /** Ids of the items that have a GTIN or had it, as far as they were asked for. */
  readonly itemsByGtin: Map<string, number[]>
  /** Secret keys by name. */
  readonly secrets: Map<string, Uint8Array>
  /** Numbers that a hand may have meant by a number that names nothing, in all their forms. */
  readonly meant: Map<string, readonly string[]>
  readonly fence: Fence
  /** Counters that were moved on. */
  readonly changedCounters: Map<string, number>
  /** Lines of history that are not written yet. */
  readonly pendingLinks: Map<number, Link[]>
  nextEvent: number
  nextUnit: number
  nextSubject: number
}

/** A working set in which nothing is known yet, or only the subjects of an earlier one. */
export const emptyWorkingSet = (
  next: { nextEvent: number; nextUnit: number; nextSubject: number; fence?: Fence },
  earlier?: Pick<WorkingSet, 'subjects' | 'subjectIds' | 'retiredIds'>,
): WorkingSet => ({
  units: new Map(),
  contents: new Map(),
  contentsKnown: new Set(),
  identifiers: new Map(),
  subjects: earlier?.subjects ?? new Map<SubjectKind, Map<number, Subject>>(),
  subjectIds: earlier?.subjectIds ?? new Map<string, number | null>(),
  retiredIds: earlier?.retiredIds ?? new Map<string, readonly number[]>(),
  usersKnown: new Set(),
  events: new Map(),
  correctedBy: new Map(),
  counters: new Map(),
  itemsByGtin: new Map(),
  secrets: new Map(),
  meant: new Map(),
  fence: next.fence ?? openFence,
  changedCounters: new Map(),
  pendingLinks: new Map(),
  nextEvent: next.nextEvent,
  nextUnit: next.nextUnit,
  nextSubject: next.nextSubject,
})

/** Puts a unit into the set, and into the contents of the container that it is in. */
export function putUnit(set: WorkingSet, unit: KnownUnit): void {
  set.units.set(unit.id, unit)
  if (unit.state.parent !== null) putInside(set, unit.state.parent, unit.id)
}

/** Notes that a unit is, or was, inside a container. */
export function putInside(set: WorkingSet, container: number, unit: number): void {
  const inside = set.contents.get(container)
  if (inside) inside.add(unit)
  else set.contents.set(container, new Set([unit]))
}

/** Puts a number into the set in place of what stood under it. */
export function putIdentifier(set: WorkingSet, row: IdentifierRow): void {
  const rows = set.identifiers.get(row.value)
  if (!rows) {
    set.identifiers.set(row.value, [row])
    return
  }
  const at = rows.findIndex((other) => other.type === row.type && other.scope === row.scope)
  if (at < 0) rows.push(row)
  else rows[at] = row
}

/** Puts an item, location … into the set, to be found by id and by code. */
export function putSubject(set: WorkingSet, subject: Subject): void {
  let ofKind = set.subjects.get(subject.kind)
  if (!ofKind) set.subjects.set(subject.kind, (ofKind = new Map<number, Subject>()))
  const before = ofKind.get(subject.id)
  if (before?.retired) setRetired(set, before, false)
  else if (before) set.subjectIds.set(keyOf(before), null)
  ofKind.set(subject.id, subject)
  if (subject.retired) setRetired(set, subject, true)
  else set.subjectIds.set(keyOf(subject), subject.id)
  const { gtin } = subject.data as SubjectData['item']
  const ofGtin = gtin === undefined ? undefined : set.itemsByGtin.get(gtin)
  if (ofGtin && !ofGtin.includes(subject.id)) ofGtin.push(subject.id)
}

function setRetired({ retiredIds }: WorkingSet, subject: Subject, isRetired: boolean): void {
  const key = keyOf(subject)
  const others = (retiredIds.get(key) ?? []).filter((id) => id !== subject.id)
  const ids = isRetired ? [...others, subject.id].sort((a, b) => a - b) : others
  retiredIds.set(key, ids)
}

/** The items that have a GTIN; undefined where it was not asked yet who has. */
export const itemsOfGtin = (set: WorkingSet, gtin: string): Subject<'item'>[] | undefined =>
  set.itemsByGtin.get(gtin)?.flatMap((id) => {
    const item = set.subjects.get('item')!.get(id) as Subject<'item'>
    return !item.retired && item.data.gtin === gtin ? [item] : []
  })

function keyOf(subject: Subject): string {
  const item = subject.kind === 'lot' ? (subject as Subject<'lot'>).data.item : 0
  return subjectKey(subject.kind, subject.code, item)
}

/**
 * The rows that a unit's number can mean, active ones first. Where several numbers differ only in
 * what the rule of one item takes for nothing, the one that is nearest to the text is meant.
 */
export function rowsFor(set: WorkingSet, ref: Exclude<UnitRef, number>): IdentifierRow[] {
  const forms = formsOf(typeof ref === 'string' ? ref : ref.serial)
  const rows = forms.map((form) => set.identifiers.get(form) ?? [])
  if (rows.length === 1 && rows[0]!.length === 1) return rows[0]!
  const active = rows.map((ofForm) => ofForm.filter((row) => row.active))
  return [...active, ...rows].find((ofForm) => ofForm.length > 0) ?? []
}
