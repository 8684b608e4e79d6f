import { describeUnit, isLate, stateOf, type Draft, type DraftLink } from './draft.ts'
import { findContradiction, type Contradiction } from './contradiction.ts'
import { need } from './need.ts'
import { refuse } from './refusal.ts'
import type { SettledLine } from './settled-line.ts'
import { beginning, judge, type Link } from './timeline.ts'
import { voidUnit } from './unit-state.ts'
import type { KnownUnit } from './working-set.ts'

/**
 * Reads an event into the history of each unit that it concerns. What contradicts the rest of what
 * is known is set aside as contested; a correction that does is refused.
 */
export function settleLines(draft: Draft, actor: number): SettledLine[] {
  const lines = new Map<number, SettledLine>()
  for (const [unit, drafted] of draft.links) {
    lines.set(unit, settleLine(draft, lineLink(draft, unit, drafted, actor)))
  }
  while (contestSome(draft, lines)) {
    // What stays as it was because its own line counts for nothing may contradict another line.
  }
  return contestTogether(draft, lines)
}

/** Sets aside what contradicts the rest of what is known; tells whether anything did. */
function contestSome(draft: Draft, lines: Map<number, SettledLine>): boolean {
  let some = false
  for (const line of lines.values()) {
    if (line.link.contested) continue
    const found = findContradiction(draft, lines, line)
    if (!found) continue
    if (draft.facts.corrects !== null) refuseCorrection(draft, found)
    lines.set(line.link.unit, contest(draft, line))
    some = true
  }
  return some
}

function lineLink(draft: Draft, unit: number, drafted: DraftLink, actor: number): Link {
  const state = stateOf(draft, unit)
  return {
    unit,
    event: draft.event,
    role: drafted.role,
    kind: draft.command.kind as Link['kind'],
    time: draft.time,
    location: draft.facts.location ?? state.location,
    parent: state.parent,
    actor,
    corrects: draft.facts.corrects,
    contested: draft.contested.has(unit),
    changes: drafted.changes,
  }
}

function settleLine(draft: Draft, link: Link): SettledLine {
  const { unit, time, event } = link
  const known = draft.set.units.get(unit)
  if (link.contested) return contested(link, known)
  if (!known) {
    const made = { id: unit, state: stateOf(draft, unit), time, event, links: [link] }
    return { link, known: made, historical: false, impossible: null }
  }
  if (link.corrects === null && !isLate(draft, unit)) {
    const links = known.links && [...known.links, link]
    const next = { id: unit, state: stateOf(draft, unit), time, event, links }
    return { link, known: next, historical: false, impossible: null }
  }
  const links = [...(known.links ?? need({ timelines: [unit] })), link]
  const judged = judge(links)
  return {
    link,
    known: { id: unit, state: judged.state, time: judged.time, event, links },
    historical: true,
    impossible: judged.impossible,
  }
}

const contest = (draft: Draft, { link }: SettledLine): SettledLine =>
  contested({ ...link, contested: true }, draft.set.units.get(link.unit))

/** A line that is kept without effect. A unit that only such a line tells of was never made. */
function contested(link: Link, known: KnownUnit | undefined): SettledLine {
  const { unit, event } = link
  const kept: KnownUnit = known
    ? { ...known, links: known.links && [...known.links, link] }
    : { id: unit, state: voidUnit, time: beginning, event, links: [link] }
  return { link, known: kept, historical: known !== undefined, impossible: null }
}

function refuseCorrection(draft: Draft, { unit, event }: Contradiction): never {
  const corrected = draft.facts.corrects
  return refuse('correction_blocked', {
    event: corrected,
    later: event,
    unit: describeUnit(draft, unit),
  })
}

/**
 * Some lines stand and fall together: what came out of a unit with what went in, and the line of a
 * container with those of the units that were put in or taken out.
 */
function contestTogether(draft: Draft, lines: ReadonlyMap<number, SettledLine>): SettledLine[] {
  const all = [...lines.values()]
  if (draft.facts.corrects !== null) return all
  const subjects = all.filter(({ link }) => link.role === 'subject')
  const some = subjects.some(({ link }) => link.contested)
  const every = subjects.every(({ link }) => link.contested)
  if (draft.edges.length > 0 && some) return all.map((line) => contest(draft, line))
  if (!every) return all
  return all.map((line) => (line.link.contested ? line : contest(draft, line)))
}
