import type { StatedUnit } from '../views/unit-view.ts'
import { chunkOf, chunkSize, slotsFalling } from './bits.ts'
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
const unitsPerPageMax = 20_000
/** Units whose grams fit are read in groups of this size: many of them may not fit. */
const unitsPerLook = 256

/** One page of what is searched for, the newest units first. */
export async function findNewest(walk: Walk, plan: Plan, asked: PageAsked): Promise<Page> {
  const { limit, after } = asked
  const found: StatedUnit[] = []
  const below = after ?? Infinity
  for await (const view of walkChunks(walk, plan, [], chunkFrom(after), 1)) {
    const { sure, maybe } = evaluate(plan, view)
    const ids = slotsFalling(maybe)
      .map((slot) => view.chunk * chunkSize + slot)
      .filter((id) => id < below)
    for (let at = 0; at < ids.length;) {
      const missing = limit + 1 - found.length
      const size = sure === maybe ? missing : Math.max(missing, unitsPerLook)
      const candidates = ids.slice(at, at + size)
      at += size
      // What the index says may be a moment old: each unit is looked at before it is shown.
      found.push(...(await lookAt(walk, plan, candidates)))
      if (found.length > limit) return cut(found, limit)
      if (walk.effort.unitsRead > unitsPerPageMax) return { units: found, next: candidates.at(-1)! }
    }
    if (walk.effort.unitsRead > unitsPerPageMax) {
      return { units: found, next: view.chunk === 0 ? null : view.chunk * chunkSize }
    }
  }
  return { units: found, next: null }
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
