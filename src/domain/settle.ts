import type { Draft } from './draft.ts'
import type { Edge, EventRecord, IdentifierRow, Standing } from './event.ts'
import { projectIdentifiers } from './projection.ts'
import { settleLines } from './settle-lines.ts'
import type { SettledLine } from './settled-line.ts'
import type { Subject } from './subject.ts'
import type { Link } from './timeline.ts'
import { putIdentifier, putInside, putSubject, putUnit, type KnownUnit } from './working-set.ts'

/** What one command leaves behind, ready to be written. */
export interface Settled {
  readonly event: EventRecord
  readonly links: readonly Link[]
  readonly units: readonly KnownUnit[]
  readonly identifiers: readonly IdentifierRow[]
  readonly edges: readonly Edge[]
  readonly standing: Standing | null
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
 * each unit's history; where that makes a history impossible, the fact is kept as contested and
 * the state stays. Refuses (before anything is changed) when a number would name two units.
 */
export function settle(draft: Draft, circumstances: Circumstances): Settled | null {
  if (draft.links.size === 0 && draft.facts.subject === null) return null
  const lines = settleLines(draft, circumstances.actor)
  const links = lines.map(({ link }) => link)
  const settled = {
    event: eventRecord(draft, circumstances, lines),
    links,
    units: lines.map(({ known }) => known),
    identifiers: projectIdentifiers(draft, lines),
    // What went in and came out of an event that cannot have been counts for nothing.
    edges: links.some(({ contested }) => contested) ? [] : draft.edges,
    standing: draft.facts.standing,
    subjects: [...draft.subjects.values()],
  }
  apply(draft, settled)
  return settled
}

function eventRecord(
  draft: Draft,
  circumstances: Circumstances,
  lines: readonly SettledLine[],
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
    contested: lines.some(({ link }) => link.contested),
    units: [...draft.links.keys()].sort((a, b) => a - b),
    subject: facts.subject,
    data: facts.data,
  }
}

function apply(draft: Draft, settled: Settled): void {
  const { set } = draft
  for (const subject of settled.subjects) putSubject(set, subject)
  for (const unit of settled.units) putUnit(set, unit)
  for (const { parent, unit } of settled.links) if (parent !== null) putInside(set, parent, unit)
  for (const identifier of settled.identifiers) putIdentifier(set, identifier)
  for (const unit of draft.created) set.contentsKnown.add(unit)
  for (const [key, value] of draft.counters) {
    set.counters.set(key, value)
    set.changedCounters.set(key, value)
  }
  set.events.set(draft.event, settled.event)
  if (draft.facts.corrects !== null) turnCorrections(draft, draft.facts.corrects)
  set.nextEvent += 1
  set.nextUnit += draft.created.length
  set.nextSubject += draft.newSubjects.length
}

/** A correction takes back the event, which, if it was a correction, restores another, and so on. */
function turnCorrections({ set, event }: Draft, corrected: number): void {
  let by = event
  let counts = true
  for (let target: number | null = corrected; target !== null;) {
    if (counts) set.correctedBy.set(target, by)
    else set.correctedBy.delete(target)
    counts = !counts
    by = target
    target = set.events.get(target)!.corrects
  }
}
