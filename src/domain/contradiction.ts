import { everInside } from './contents.ts'
import type { Draft } from './draft.ts'
import { mayHoldUnits } from './life-cycle.ts'
import { need } from './need.ts'
import type { SettledLine } from './settled-line.ts'
import { effectiveLinks, foldTimeline } from './timeline.ts'
import { applyChanges, voidUnit, type UnitState } from './unit-state.ts'
import type { KnownUnit } from './working-set.ts'

/** An event that cannot have been as it is known, if the one at hand was. */
export interface Contradiction {
  readonly event: number
  readonly unit: number
}

type Lines = ReadonlyMap<number, SettledLine>

/**
 * What a line that is read into the past contradicts: a later step of the unit itself, the place of
 * the unit inside containers, or the units inside it.
 */
export function findContradiction(
  draft: Draft,
  lines: Lines,
  line: SettledLine,
): Contradiction | null {
  const { link, impossible } = line
  if (impossible) return { event: impossible.event, unit: link.unit }
  return findMisplaced(draft, lines, line) ?? findLeftInside(draft, lines, line)
}

/** The time from which on an event may have changed what is known, in milliseconds UTC. */
function changedSince({ facts, set, time }: Draft): number {
  return facts.standing ? set.events.get(facts.standing.event)!.time : time
}

/** A container that the unit would be in although it ended, or was inside the unit, by then. */
function findMisplaced(draft: Draft, lines: Lines, line: SettledLine): Contradiction | null {
  const { link, known } = line
  const enters = (link.changes['parent']?.[1] ?? null) !== null
  if (!enters && link.corrects === null) return null
  const inside = staysOf(known, changedSince(draft)).filter(({ state }) => state.parent !== null)
  needKnown(
    draft,
    lines,
    inside.map(({ state, from }) => ({ unit: state.parent!, from })),
  )
  for (const { state, from, until } of inside) {
    const container = state.parent!
    const found = findEnded(draft, lines, { within: [known.id], container, from, until })
    if (found) return found
  }
  return null
}

interface Inside {
  /** The unit and the containers around it, up to the one that is looked at. */
  readonly within: readonly number[]
  readonly container: number
  readonly from: number
  readonly until: number
}

function findEnded(draft: Draft, lines: Lines, inside: Inside): Contradiction | null {
  const { within, container, from, until } = inside
  needKnown(draft, lines, [{ unit: container, from }])
  for (const stay of staysOf(latest(draft, lines, container)!, from)) {
    if (stay.from >= until) break
    const { state, event } = stay
    const { parent } = state
    const isCircle = parent === container || (parent !== null && within.includes(parent))
    if (!holdsUnits(state) || isCircle) return { unit: container, event }
    if (parent === null) continue
    const outer = { within: [...within, container], container: parent, from: stay.from }
    const found = findEnded(draft, lines, { ...outer, until: Math.min(stay.until, until) })
    if (found) return found
  }
  return null
}

const holdsUnits = ({ kind, status }: UnitState): boolean =>
  kind === 'container' && mayHoldUnits(status)

/** Units that would be inside a container that could not hold them by then. */
function findLeftInside(draft: Draft, lines: Lines, line: SettledLine): Contradiction | null {
  const { link, known, historical } = line
  if (!historical && !endsAlone(lines, line)) return null
  const times = link.corrects === null ? [draft.time] : [changedSince(draft), draft.time]
  for (const time of times) {
    const state = historical ? foldTimeline(known.links!, { until: time }) : known.state
    if (holdsUnits(state)) continue
    const candidates = everInside(draft, known.id)
    needKnown(
      draft,
      lines,
      candidates.map((unit) => ({ unit, from: time })),
    )
    for (const unit of candidates) {
      const [stay] = staysOf(latest(draft, lines, unit)!, time)
      if (stay!.state.parent === known.id) return { unit, event: stay!.event }
    }
  }
  return null
}

/** Whether a container ends with an event of which the lines of its contents may count for nothing. */
function endsAlone(lines: Lines, { known: { state } }: SettledLine): boolean {
  if (state.kind !== 'container' || holdsUnits(state)) return false
  for (const { link } of lines.values()) if (link.contested) return true
  return false
}

/** A unit as it would be with the event at hand. */
const latest = (draft: Draft, lines: Lines, unit: number): KnownUnit | undefined =>
  lines.get(unit)?.known ?? draft.set.units.get(unit)

/** Makes sure that units are known, and their histories where these go on after the time given. */
function needKnown(
  draft: Draft,
  lines: Lines,
  wanted: readonly { unit: number; from: number }[],
): void {
  const units = wanted.map(({ unit }) => unit).filter((unit) => !latest(draft, lines, unit))
  if (units.length > 0) need({ units })
  const timelines = wanted
    .filter(({ unit, from }) => {
      const { time, links } = latest(draft, lines, unit)!
      return time > from && links === null
    })
    .map(({ unit }) => unit)
  if (timelines.length > 0) need({ timelines })
}

/** What a unit was from one moment on until the next. */
interface Stay {
  readonly from: number
  readonly until: number
  readonly state: UnitState
  readonly event: number
}

/** What a unit was since a time; what happened within one millisecond counts as one. */
function staysOf(known: KnownUnit, since: number): Stay[] {
  if (known.time <= since) {
    return [{ from: since, until: Infinity, state: known.state, event: known.event }]
  }
  const stays: Stay[] = []
  let state = voidUnit
  let from = -Infinity
  let event = 0
  for (const link of effectiveLinks(known.links!)) {
    if (link.time > Math.max(since, from)) {
      stays.push({ from: Math.max(since, from), until: link.time, state, event })
    }
    state = applyChanges(state, link.changes)
    from = link.time
    event = link.event
  }
  stays.push({ from: Math.max(since, from), until: Infinity, state, event })
  return stays
}
