import type { StatedUnit } from '../views/unit-view.ts'
import { chunkSize, hasBit, slotsFalling } from './bits.ts'
import { evaluate } from './evaluate.ts'
import { lookAt } from './find-units.ts'
import { rankOf, type ChunkLabels, type Key } from './keys.ts'
import type { Plan } from './plan.ts'
import { walkChunks, type Walk } from './walk.ts'

export interface SortBy {
  readonly key: Key
  readonly descending: boolean
}

type Rank = string | number | null

/** Where a unit stands in an order: its ranks, and among equal ones the newest first. */
export interface Standing {
  readonly ranks: readonly Rank[]
  readonly id: number
}

/** One page in the order of keys. What follows on the page after stands behind the last unit. */
export async function findSorted(
  walk: Walk,
  plan: Plan,
  sort: readonly SortBy[],
  asked: { readonly limit: number; readonly after: Standing | null },
): Promise<{ units: StatedUnit[]; next: Standing | null }> {
  const { limit, after } = asked
  const compare = comparing(sort)
  const best: Standing[] = []
  const names = [...new Set(sort.flatMap(({ key }) => key.names))]
  for await (const view of walkChunks(walk, plan, names, Infinity, 32)) {
    const { sure, maybe } = evaluate(plan, view)
    const slots = slotsFalling(maybe)
    if (slots.length === 0) continue
    const labels: ChunkLabels[] = []
    for (const { key } of sort) labels.push(await key.read(view, slots))
    const standings = slots
      .map((slot) => ({
        slot,
        id: view.chunk * chunkSize + slot,
        ranks: labels.map((label) => rankOf(label, slot)),
      }))
      .filter((one) => after === null || compare(one, after) > 0)
    const certain = standings.filter(({ slot }) => sure === maybe || hasBit(sure, slot))
    const doubtful = standings.filter(({ slot }) => sure !== maybe && !hasBit(sure, slot))
    const confirmed = new Set(
      (
        await lookAt(
          walk,
          plan,
          doubtful.map(({ id }) => id),
        )
      ).map(({ id }) => id),
    )
    keepBest(best, [...certain, ...doubtful.filter(({ id }) => confirmed.has(id))], limit, compare)
  }
  const page = best.slice(0, limit)
  const units = new Map(
    (
      await lookAt(
        walk,
        plan,
        page.map(({ id }) => id),
      )
    ).map((u) => [u.id, u]),
  )
  return {
    units: page.flatMap(({ id }) => units.get(id) ?? []),
    next: best.length > limit ? { ranks: page.at(-1)!.ranks, id: page.at(-1)!.id } : null,
  }
}

type Compare = (one: Standing, other: Standing) => number

function keepBest(
  best: Standing[],
  more: readonly Standing[],
  limit: number,
  compare: Compare,
): void {
  const worst = best.length > limit ? best[limit]! : null
  best.push(...(worst ? more.filter((one) => compare(one, worst) < 0) : more))
  best.sort(compare)
  best.length = Math.min(best.length, limit + 1)
}

/** Numbers stand before texts, and units without a value at the end, whichever way round. */
function comparing(sort: readonly SortBy[]): Compare {
  return (one, other) => {
    for (let index = 0; index < sort.length; index += 1) {
      const order = compareRanks(one.ranks[index]!, other.ranks[index]!, sort[index]!.descending)
      if (order !== 0) return order
    }
    return other.id - one.id
  }
}

function compareRanks(one: Rank, other: Rank, descending: boolean): number {
  if (one === other) return 0
  if (one === null) return 1
  if (other === null) return -1
  const rises = typeof one === typeof other ? one < other : typeof one === 'number'
  return rises === descending ? 1 : -1
}
