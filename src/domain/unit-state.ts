import type { Stage, Status, UnitKind } from './status.ts'

/** A value that a field of a unit can have. Quantities and ids are integers. */
export type Scalar = string | number | boolean | null

/**
 * What is true of one unit at one moment.
 *
 * `detail` holds the open-ended rest by dotted path: `trait.colour`, `identifier.imei`,
 * `hold.<event>` (its reason) and `time.<mark>` (milliseconds UTC of the last event that made the
 * mark, as in `time.received`).
 */
export interface UnitState {
  item: number
  kind: UnitKind
  serial: string | null
  lot: number | null
  status: Status
  stage: Stage
  /** The location that the unit stands in; `null` when it is inside `parent`. */
  location: number | null
  /** The unit that this unit is inside of; `null` when it stands in `location`. */
  parent: number | null
  /** Integer amount in the item's smallest unit of measure; 1 for a discrete unit. */
  content: number
  order: number | null
  party: number | null
  detail: Readonly<Record<string, Scalar>>
}

/**
 * What one event did to one unit: path → [before, after]. A third number is the amount added to a
 * quantity; such a change is repeated by adding, not by setting, when history is read anew.
 */
export type Change =
  | readonly [before: Scalar, after: Scalar]
  | readonly [before: Scalar, after: Scalar, added: number]
export type Changes = Readonly<Record<string, Change>>

/** The location of everything that is nowhere we know: ordered, lost, destroyed, never made. */
export const elsewhere = 1

const fields = new Set([
  'item',
  'kind',
  'serial',
  'lot',
  'status',
  'stage',
  'location',
  'parent',
  'content',
  'order',
  'party',
])

/** Fields whose values are ids of subjects, of the kind that has the field's name. */
export const referringFields = ['item', 'lot', 'location', 'order', 'party'] as const

/** A unit before its first event. */
export const voidUnit: UnitState = {
  item: 0,
  kind: 'discrete',
  serial: null,
  lot: null,
  status: 'void',
  stage: 'finished',
  location: elsewhere,
  parent: null,
  content: 0,
  order: null,
  party: null,
  detail: {},
}

/** Value at a path such as `status` or `trait.colour`; `null` where there is none. */
export function valueAt(state: UnitState, path: string): Scalar {
  if (fields.has(path)) return state[path as keyof Omit<UnitState, 'detail'>]
  return state.detail[path] ?? null
}

/** The state after the changes; the given state is left as it was. */
export function applyChanges(state: UnitState, changes: Changes): UnitState {
  const next: Record<string, unknown> = { ...state }
  let detail: Record<string, Scalar> | undefined
  for (const path in changes) {
    const change = changes[path]!
    const after = change.length === 3 ? (valueAt(state, path) as number) + change[2] : change[1]
    if (fields.has(path)) next[path] = after
    else {
      detail ??= { ...state.detail }
      if (after === null) delete detail[path]
      else detail[path] = after
    }
  }
  if (detail) next['detail'] = detail
  // A unit is in one place: the one that is stated.
  if ('location' in changes && next['location'] !== null) next['parent'] = null
  if ('parent' in changes && next['parent'] !== null) next['location'] = null
  return next as unknown as UnitState
}

/**
 * The values that an event states, each with what it was before. A value that stays as it is
 * counts too: an earlier fact that comes to light only later must not undo it.
 */
export function statedChanges(before: UnitState, after: Readonly<Record<string, Scalar>>): Changes {
  const changes: Record<string, Change> = {}
  for (const path in after) {
    const was = valueAt(before, path)
    const value = after[path]!
    // That a unit is in a location says that it is in no container, and the other way round.
    const isImplied = value === null && (path === 'location' || path === 'parent')
    if (was !== null || !isImplied) changes[path] = [was, value]
  }
  return changes
}

/** The changes that lead from `before` to the values in `after`; what stays as it is left out. */
function changesTo(before: UnitState, after: Readonly<Record<string, Scalar>>): Changes {
  const changes: Record<string, Change> = {}
  for (const path in after) {
    const was = valueAt(before, path)
    const value = after[path]!
    if (was !== value) changes[path] = [was, value]
  }
  return changes
}

/** The changes that turn one state into another. */
export function difference(before: UnitState, after: UnitState): Changes {
  const target: Record<string, Scalar> = {}
  for (const path of fields) target[path] = valueAt(after, path)
  for (const path in before.detail) target[path] = after.detail[path] ?? null
  for (const path in after.detail) target[path] = after.detail[path]!
  return changesTo(before, target)
}

const isHold = (path: string): boolean => path.startsWith('hold.')

/** How many holds a unit has. */
export function countHolds({ detail }: UnitState): number {
  let count = 0
  for (const path in detail) if (isHold(path)) count += 1
  return count
}

/** Reasons why the unit may not be used or shipped, by the event that placed each. */
export function holdsOf(state: UnitState): ReadonlyMap<number, string> {
  const holds = new Map<number, string>()
  for (const path in state.detail) {
    if (isHold(path)) holds.set(Number(path.slice(5)), String(state.detail[path]))
  }
  return holds
}
