import { mayFill, mayMake, mayTake, type TransitionName } from './life-cycle.ts'
import { applyChanges, voidUnit, type Changes, type UnitState } from './unit-state.ts'

/** What a unit was in an event: what it was about, or the container of what it was about. */
export const linkRoles = ['subject', 'container'] as const
export type LinkRole = (typeof linkRoles)[number]

/** How an event bears on one unit: one line of the unit's history. */
export interface Link {
  readonly unit: number
  readonly event: number
  readonly role: LinkRole
  readonly kind: LinkKind
  /** When it happened, in milliseconds UTC. */
  readonly time: number
  readonly location: number | null
  readonly parent: number | null
  readonly actor: number
  /** The event that this one takes back. */
  readonly corrects: number | null
  /** A fact that contradicts what is known: kept and shown, without effect on the state. */
  readonly contested: boolean
  readonly changes: Changes
}
export type LinkKind = TransitionName | 'correct'

/** How far a reading of history reaches. Both bounds are inclusive. */
export interface Reach {
  /** Only what had happened by this time (milliseconds UTC). */
  readonly until?: number
  /** Only what had been recorded by this event: what was believed then. */
  readonly knownUntil?: number
}

/**
 * Events that stand corrected, each with the correction; one that was itself corrected has no
 * effect.
 */
export function standingCorrections(
  links: readonly Pick<Link, 'event' | 'corrects'>[],
  knownUntil = Infinity,
): ReadonlyMap<number, number> {
  const correctedBy = new Map<number, number>()
  for (const { event, corrects } of links.toSorted((a, b) => b.event - a.event)) {
    if (corrects === null || event > knownUntil) continue
    if (!correctedBy.has(event)) correctedBy.set(corrects, event)
  }
  return correctedBy
}

/** The links that count, in the order in which they happened. */
export function effectiveLinks(links: readonly Link[], reach: Reach = {}): Link[] {
  const { until = Infinity, knownUntil = Infinity } = reach
  const corrected = standingCorrections(links, knownUntil)
  return links
    .filter(
      (link) =>
        link.corrects === null &&
        !link.contested &&
        link.time <= until &&
        link.event <= knownUntil &&
        !corrected.has(link.event),
    )
    .sort((a, b) => a.time - b.time || a.event - b.event)
}

/** The state of a unit as its history tells it, up to the reach. */
export function foldTimeline(links: readonly Link[], reach: Reach = {}): UnitState {
  return effectiveLinks(links, reach).reduce(
    (state, link) => applyChanges(state, link.changes),
    voidUnit,
  )
}

/** Before all time: the first millisecond that a date can name. */
export const beginning = -8_640_000_000_000_000

/** What a history comes to, and the first of its events that cannot have been, if any. */
export interface Judgement {
  readonly state: UnitState
  readonly time: number
  readonly impossible: Link | null
}

function mayBe({ kind, role, changes }: Link, { status, item }: UnitState): boolean {
  if (kind === 'correct') return true
  if (role === 'container') return mayFill(kind, status)
  // What says of which item the unit is makes it; nothing makes another item of it later.
  if (!changes['item']) return mayTake(kind, status)
  return mayMake(kind, status) && (status === 'void' || item === changes['item'][1])
}

/**
 * Reads a history and checks each step against the life cycle: a history with an event put in or
 * left out is possible only if every later step may still be taken, and every unit still be put
 * into it.
 */
export function judge(links: readonly Link[]): Judgement {
  let state = voidUnit
  let time = beginning
  for (const link of effectiveLinks(links)) {
    const allowed = mayBe(link, state)
    state = applyChanges(state, link.changes)
    time = link.time
    if (!allowed || state.content < 0) return { state, time, impossible: link }
  }
  return { state, time, impossible: null }
}
