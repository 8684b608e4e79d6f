import { setImmediate } from 'node:timers/promises'
import type { StatedUnit } from '../stated-unit.ts'
import { chunkOf, chunkSize, hasBit, or, slotsFalling, without, type Bits } from './bits.ts'
import { bitsOf, idsOf, type ChunkView } from './chunk-view.ts'
import { evaluate } from './evaluate.ts'
import { holds, type Plan } from './plan.ts'
import { documentsOf, walkChunks, type Walk } from './walk.ts'

/** Which part of a list is wanted. */
export interface PageAsked {
  readonly limit: number
  /** The last unit of the page before; null for the first page. */
  readonly after: number | null
}

export interface Page {
  readonly units: readonly StatedUnit[]
  /** The unit to go on after; null when there is no more. */
  readonly next: number | null
}

/** Units that are looked at one by one for a page; then it ends early, to be gone on with. */
const unitsPerPageMax = 10_000
/** Units in doubt are looked at in groups: many of them may not fit. */
const unitsPerLook = 256

/** One page of what is searched for, the newest units first. */
export async function findNewest(walk: Walk, plan: Plan, asked: PageAsked): Promise<Page> {
  const { limit, after } = asked
  const found: StatedUnit[] = []
  let waiting: number[] = []
  let certain = 0
  // What the index says may be a moment old: each unit is looked at before it is shown.
  const look = async () => {
    found.push(...(await lookAt(walk, plan, waiting)))
    waiting = []
    certain = 0
    await setImmediate()
  }
  for await (const view of walkChunks(walk, plan, { from: chunkFrom(after), isWhole: false })) {
    const { sure, maybe } = evaluate(plan, view)
    for (const slot of slotsFalling(maybe)) {
      const id = view.chunk * chunkSize + slot
      if (after !== null && id >= after) continue
      waiting.push(id)
      if (hasBit(sure, slot)) certain += 1
      else if (walk.before !== null) walk.effort.unitsReadBack += 1
      const missing = limit + 1 - found.length
      if (certain < missing && waiting.length - certain < unitsPerLook) continue
      await look()
      if (found.length > limit) return cut(found, limit)
      if (walk.effort.unitsRead > unitsPerPageMax) return { units: found, next: id }
    }
  }
  await look()
  return found.length > limit ? cut(found, limit) : { units: found, next: null }
}

const chunkFrom = (after: number | null): number => (after === null ? Infinity : chunkOf(after - 1))

function cut(found: readonly StatedUnit[], limit: number): Page {
  const units = found.slice(0, limit)
  return { units, next: units.at(-1)!.id }
}

/** Those of the units that are what is searched for, the newest first. */
export async function lookAt(
  walk: Walk,
  plan: Plan,
  ids: readonly number[],
): Promise<StatedUnit[]> {
  const documents = await documentsOf(walk, ids)
  return documents
    .flatMap((document) => (document.stated && holds(plan, document) ? [document.stated] : []))
    .sort((one, other) => other.id - one.id)
}

/** The units of a chunk that are what is searched for; those in doubt are looked at. */
export async function foundBits(walk: Walk, plan: Plan, view: ChunkView): Promise<Bits> {
  const { sure, maybe } = evaluate(plan, view)
  if (sure === maybe) return sure
  const doubtful = idsOf(view.chunk, slotsFalling(without(maybe, sure)))
  if (doubtful.length === 0) return sure
  const confirmed = await lookAt(walk, plan, doubtful)
  return or(sure, bitsOf(confirmed.map(({ id }) => id)))
}
