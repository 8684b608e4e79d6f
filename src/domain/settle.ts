import { describeUnit, isLate, stateOf, type Draft, type DraftLink } from './draft.ts'
import type { Edge, EdgeSwitch, EventRecord, IdentifierRow } from './event.ts'
import { foldIdentifier, serialType, type SerialScope } from './identifier.ts'
import { serialScopeOf } from './making.ts'
import { need } from './need.ts'
import { refuse } from './refusal.ts'
import type { Subject } from './subject.ts'
import { judge, type Link } from './timeline.ts'
import type { Changes, UnitState } from './unit-state.ts'
import { putIdentifier, putSubject, putUnit, type KnownUnit } from './working-set.ts'

/** What one command leaves behind, ready to be written. */
export interface Settled {
  readonly event: EventRecord
  readonly links: readonly Link[]
  readonly units: readonly KnownUnit[]
  readonly identifiers: readonly IdentifierRow[]
  readonly edges: readonly Edge[]
  readonly edgeSwitch: EdgeSwitch | null
  readonly subjects: readonly Subject[]
}

/** Circumstances of an event that the ledger adds. */
export interface Circumstances {
  readonly recorded: number
  readonly actor: number
  readonly batch: number | null
}

/**
 * Turns a decided draft into rows and brings the working set up to date. A late event is read into
 * each unit's history; where that makes the history impossible, the fact is kept as contested and
 * the state stays. Refuses (before anything is changed) when a number would name two units.
 */
export function settle(draft: Draft, circumstances: Circumstances): Settled | null {
  if (draft.links.size === 0 && draft.facts.subject === null) return null
  const links: Link[] = []
  const units: KnownUnit[] = []
  const identifiers: IdentifierRow[] = []
  for (const [unit, drafted] of draft.links) {
    const settled = settleUnit(draft, unit, drafted, circumstances.actor)
    links.push(settled.link)
    if (!settled.known) continue
    units.push(settled.known)
    projectIdentifiers(draft, unit, settled.known.state, settled.changes, identifiers)
  }
  const event = eventRecord(draft, circumstances, links)
  const settled = {
    event,
    links,
    units,
    identifiers,
    edges: draft.edges,
    edgeSwitch: draft.facts.edgeSwitch,
    subjects: [...draft.subjects.values()],
  }
  apply(draft, settled)
  return settled
}

function eventRecord(
  draft: Draft,
  circumstances: Circumstances,
  links: readonly Link[],
): EventRecord {
  const { command, facts } = draft
  return {
    id: draft.event,
    kind: command.kind,
    time: draft.time,
    ...circumstances,
    location: facts.location,
    order: facts.order,
    command: command.id,
    corrects: facts.corrects,
    reason: command.reason ?? null,
    contested: links.some((link) => link.contested),
    units: [...draft.links.keys()].sort((a, b) => a - b),
    subject: facts.subject,
    data: facts.data,
  }
}

function settleUnit(draft: Draft, unit: number, drafted: DraftLink, actor: number) {
  const known = draft.set.units.get(unit)
  const state = stateOf(draft, unit)
  const link: Link = {
    unit,
    event: draft.event,
    role: drafted.role,
    kind: draft.command.kind as Link['kind'],
    time: draft.time,
    location: draft.facts.location ?? state.location,
    parent: state.parent,
    actor,
    corrects: draft.facts.corrects,
    contested: drafted.contested,
    changes: drafted.changes,
  }
  if (drafted.role === 'container' || drafted.contested) {
    return {
      link,
      known: known?.links ? { ...known, links: [...known.links, link] } : null,
      changes: {},
    }
  }
  const historical = link.corrects !== null || isLate(draft, unit)
  if (known && historical) return settleLate(known, link)
  const next: KnownUnit = {
    id: unit,
    state,
    time: draft.time,
    event: draft.event,
    links: known ? (known.links ? [...known.links, link] : null) : [link],
  }
  return { link, known: next, changes: drafted.changes }
}

/** Reads an event into the history it belongs to, or sets it aside as contested. */
function settleLate(known: KnownUnit, link: Link) {
  const history = known.links ?? need({ timelines: [known.id] })
  const links = [...history, link]
  const judged = judge(links)
  if (judged.impossible) {
    const contested = { ...link, contested: true }
    const kept = { ...known, links: [...history, contested] }
    return { link: contested, known: kept, changes: {} }
  }
  const state = judged.state
  const next = { id: known.id, state, time: judged.time, event: link.event, links }
  return { link, known: next, changes: identityChanges(known.state, state) }
}

/** The changes in the numbers that name a unit. */
function identityChanges(before: UnitState, after: UnitState): Changes {
  const changes: Record<string, Changes[string]> = {}
  if (before.serial !== after.serial) changes['serial'] = [before.serial, after.serial]
  for (const path of new Set([...Object.keys(before.detail), ...Object.keys(after.detail)])) {
    const was = before.detail[path] ?? null
    const is = after.detail[path] ?? null
    if (was !== is && path.startsWith('identifier.')) changes[path] = [was, is]
  }
  return changes
}

/** The table of identifiers follows from the states: what a unit no longer has is retired. */
function projectIdentifiers(
  draft: Draft,
  unit: number,
  state: UnitState,
  changes: Changes,
  rows: IdentifierRow[],
): void {
  const before = draft.set.units.get(unit)?.state
  for (const path in changes) {
    const isSerial = path === 'serial'
    if (!isSerial && !path.startsWith('identifier.')) continue
    const [was, is] = changes[path]!
    const type = isSerial ? serialType : path.slice(11, path.indexOf('.', 11))
    if (was !== null) {
      const scope = isSerial ? scopeOf(draft, before!.item) : 0
      rows.push(row(type, scope, String(was), unit, false))
    }
    if (is !== null) {
      const scope = isSerial ? scopeOf(draft, state.item) : 0
      rows.push(checkFree(draft, row(type, scope, String(is), unit, true)))
    }
  }
}

const row = (
  type: string,
  scope: number,
  written: string,
  unit: number,
  active: boolean,
): IdentifierRow => ({ type, scope, value: foldIdentifier(written), unit, written, active })

function scopeOf(draft: Draft, itemId: number): SerialScope {
  const item = (draft.subjects.get(itemId) ?? draft.set.subjects.get('item')?.get(itemId)) as
    | Subject<'item'>
    | undefined
  if (!item) return need({ subjects: [{ kind: 'item', id: itemId }] })
  return serialScopeOf(draft, item)
}

function checkFree(draft: Draft, wanted: IdentifierRow): IdentifierRow {
  const rows = draft.set.identifiers.get(wanted.value)
  if (!rows) return need({ numbers: [wanted.value] })
  const owner = rows.find((other) => other.type === wanted.type && other.scope === wanted.scope)
  if (owner?.active && owner.unit !== wanted.unit) {
    refuse('identifier_taken', {
      type: wanted.type,
      value: wanted.written,
      unit: describeUnit(draft, owner.unit),
    })
  }
  return wanted
}

function apply(draft: Draft, settled: Settled): void {
  const { set } = draft
  for (const subject of settled.subjects) putSubject(set, subject)
  for (const unit of settled.units) putUnit(set, unit)
  for (const identifier of settled.identifiers) putIdentifier(set, identifier)
  for (const unit of draft.created) set.contentsKnown.add(unit)
  for (const [key, value] of draft.counters) {
    set.counters.set(key, value)
    set.changedCounters.set(key, value)
  }
  const { corrects } = draft.facts
  if (corrects !== null) {
    set.correctedBy.set(corrects, draft.event)
    const undone = set.events.get(corrects)?.corrects
    if (undone) set.correctedBy.delete(undone)
  }
  set.events.set(draft.event, settled.event)
  set.nextEvent += 1
  set.nextUnit += draft.created.length
  set.nextSubject += draft.newCodes.size
}
