import type { StatedUnit } from '../stated-unit.ts'
import { chunkSize, slotsFalling } from './bits.ts'
import { foundBits, lookAt } from './find-units.ts'
import type { ChunkView } from './chunk-view.ts'
import { rankAt, rankOf, type ChunkLabels, type Key, type Rank } from './keys.ts'
import type { Plan } from './plan.ts'
import { walkChunks, type Walk } from './walk.ts'

export interface SortBy {
  readonly key: Key
  readonly descending: boolean
}

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
  for await (const view of walkChunks(walk, plan, { names, isWhole: true })) {
    const bounds = { after: after?.ranks[0], worst: best[limit]?.ranks[0], count: limit + 1 }
    if (isBehind(view, sort[0]!, bounds.worst)) continue
    const slots = slotsFalling(await foundBits(walk, plan, view))
    if (slots.length === 0) continue
    const labels = [await sort[0]!.key.read(view, slots)]
    const contenders = leading(slots, labels[0]!, sort[0]!.descending, bounds)
    if (contenders.length === 0) continue
    for (const { key } of sort.slice(1)) labels.push(await key.read(view, contenders))
    const standings = contenders.map((slot) => ({
      id: view.chunk * chunkSize + slot,
      ranks: labels.map((label) => rankOf(label, slot)),
    }))
    best.push(...standings.filter((one) => after === null || compare(one, after) > 0))
    best.sort(compare)
    best.length = Math.min(best.length, limit + 1)
  }
  const page = best.slice(0, limit)
  const ids = page.map(({ id }) => id)
  const units = new Map((await lookAt(walk, plan, ids)).map((unit) => [unit.id, unit]))
  const last = best.length > limit ? page.at(-1)! : null
  return { units: ids.flatMap((id) => units.get(id) ?? []), next: last }
}

interface Bounds {
  /** First ranks of the unit to go on after, and of the last unit that has a place so far. */
  readonly after: Rank | undefined
  readonly worst: Rank | undefined
  /** How many places there are. */
  readonly count: number
}

/** Whether every unit of a chunk stands behind the last one that has a place so far. */
function isBehind(view: ChunkView, { key, descending }: SortBy, worst: Rank | undefined): boolean {
  if (worst === undefined || worst === null) return false
  const bounds = key.bounds?.(view)
  if (bounds === undefined) return false
  return compareRanks(bounds?.[descending ? 1 : 0] ?? null, worst, descending) > 0
}

/** The units that by the first key alone can have a place: of a chunk few can. */
function leading(
  slots: readonly number[],
  { places, labels }: ChunkLabels,
  descending: boolean,
  { after, worst, count }: Bounds,
): number[] {
  // The first place is that of units without a label.
  const held = new Int32Array(labels.length + 1)
  for (const slot of slots) held[places[slot]! + 1]! += 1
  const ranked: { place: number; rank: Rank }[] = []
  for (let place = -1; place < labels.length; place += 1) {
    if (held[place + 1]! > 0) ranked.push({ place, rank: rankAt(labels, place) })
  }
  ranked.sort((one, other) => compareRanks(one.rank, other.rank, descending))
  const isChosen = new Uint8Array(labels.length + 1)
  let left = count
  let last: Rank = null
  for (const { place, rank } of ranked) {
    if (after !== undefined && compareRanks(rank, after, descending) < 0) continue
    if (worst !== undefined && compareRanks(rank, worst, descending) > 0) break
    // Two labels can have one rank: then it is the ids that say which unit stands first.
    if (left <= 0 && rank !== last) break
    isChosen[place + 1] = 1
    last = rank
    // Units that share the rank of the one gone on after may stand before it.
    if (rank !== after) left -= held[place + 1]!
  }
  return slots.filter((slot) => isChosen[places[slot]! + 1] === 1)
}

type Compare = (one: Standing, other: Standing) => number

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
