import { foldIdentifier, serialType } from '../../domain/identifier.ts'
import { codeOf, stages, statuses, unitKinds } from '../../domain/status.ts'
import { effectiveLinks, type Link, type Reach } from '../../domain/timeline.ts'
import { holdsOf, type Scalar, type UnitState } from '../../domain/unit-state.ts'
import type { StatedUnit } from '../stated-unit.ts'

/** A value that units can be found by. */
export type DocumentValue = string | number | boolean

/** A number that a unit has, or had once. */
export interface UnitNumber {
  readonly type: string
  readonly folded: string
  readonly written: string
  /** It was taken away or replaced; the unit is found by it all the same. */
  readonly isFormer: boolean
}

/**
 * What a search sees of a unit. `values` are its properties by name: `item`, `lot`, `order`,
 * `party`, `supplier`, `location` and `parent` are ids; `status`, `stage` and `kind` storage codes;
 * `content` is an amount, `time.*`, `changed` and `first` milliseconds UTC; `has` and `has.<type>`
 * say that it has a number, or one of a type; `numbers` is how many it has and had; `hold` is its
 * reasons, one a line; `trait.*` are its own traits.
 */
export interface UnitDocument {
  readonly id: number
  /** What is shown of it; null of a unit that was not made yet. */
  readonly stated: StatedUnit | null
  readonly values: ReadonlyMap<string, DocumentValue>
  readonly numbers: readonly UnitNumber[]
}

/** What is needed of a unit, at whatever moment, to make its document. */
export interface UnitStory {
  readonly stated: StatedUnit
  /** The lines of its history that say where it came from and which numbers it had. */
  readonly links: readonly Link[]
  /** When the first event of its history happened, in milliseconds UTC. */
  readonly first: number
}

/** Separates the reasons of several holds. */
export const holdSeparator = '\n'

/** The document of a unit, as it was up to the reach. */
export function documentOf(story: UnitStory, reach: Reach = {}): UnitDocument {
  const { stated, first } = story
  const { id, state } = stated
  const values = new Map<string, DocumentValue>()
  const put = (name: string, value: Scalar | undefined) => {
    if (value !== null && value !== undefined) values.set(name, value)
  }
  const numbers = numbersOf(story)
  put('status', codeOf(statuses, state.status))
  put('first', first)
  put('numbers', numbers.length)
  // Of a unit that was never made there is nothing else to say.
  if (state.status !== 'void') putState(story, reach, put)
  if (numbers.some(({ isFormer }) => !isFormer)) put('has', 1)
  for (const { type, isFormer } of numbers) if (!isFormer) put(`has.${type}`, 1)
  return { id, stated, values, numbers }
}

function putState(
  { stated: { state, time }, links }: UnitStory,
  reach: Reach,
  put: (name: string, value: Scalar | undefined) => void,
): void {
  put('stage', codeOf(stages, state.stage))
  put('kind', codeOf(unitKinds, state.kind))
  put('item', state.item)
  put('lot', state.lot)
  put('order', state.order)
  put('party', state.party)
  put('supplier', supplierOf(links, reach))
  put('location', state.location)
  put('parent', state.parent)
  put('content', state.content)
  put('changed', time)
  const holds = [...holdsOf(state).values()]
  if (holds.length > 0) put('hold', holds.sort().join(holdSeparator))
  for (const path in state.detail) {
    if (path.startsWith('trait.') || searchedTimes.has(path)) put(path, state.detail[path])
  }
  put('time.seen', lastSeen(state))
}

const searchedTimes = new Set(
  ['received', 'made', 'shipped', 'moved', 'failed'].map((mark) => `time.${mark}`),
)

/** A unit is seen when it is scanned, and when it is inspected. */
function lastSeen({ detail }: UnitState): number | null {
  const seen = detail['time.seen'] as number | undefined
  const inspected = detail['time.inspected'] as number | undefined
  if (seen === undefined || inspected === undefined) return seen ?? inspected ?? null
  return Math.max(seen, inspected)
}

const arrivals: ReadonlySet<string> = new Set(['expect', 'receive'])

/** The party that the unit last came from; who has it now is another matter. */
function supplierOf(links: readonly Link[], reach: Reach): Scalar {
  const arrival = effectiveLinks(links, reach).findLast(
    ({ kind, changes }) => arrivals.has(kind) && (changes['party']?.[1] ?? null) !== null,
  )
  return arrival?.changes['party']?.[1] ?? null
}

/** The numbers that a unit has, and those that its history knows besides. */
function numbersOf({ stated: { state }, links }: UnitStory): UnitNumber[] {
  const numbers = new Map<string, UnitNumber>()
  const add = (type: string, written: string, isFormer: boolean) => {
    const folded = foldIdentifier(written)
    const key = `${type} ${folded}`
    if (!numbers.has(key)) numbers.set(key, { type, folded, written, isFormer })
  }
  if (state.serial !== null) add(serialType, state.serial, false)
  for (const path in state.detail) {
    const type = typeInPath(path)
    if (type !== null) add(type, String(state.detail[path]), false)
  }
  for (const { changes, contested } of links) {
    for (const path in changes) {
      const type = path === 'serial' ? serialType : typeInPath(path)
      if (type === null) continue
      const [before, after] = changes[path]!
      if (before !== null) add(type, String(before), true)
      if (after !== null && !contested) add(type, String(after), true)
    }
  }
  return [...numbers.values()]
}

/** `imei` of `identifier.imei.353918057689321`. */
function typeInPath(path: string): string | null {
  return path.startsWith('identifier.') ? path.slice(11, path.indexOf('.', 11)) : null
}
