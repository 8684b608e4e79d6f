import { and, chunkSize, countBits, hasBit, not, setBit, slotsFalling, type Bits } from './bits.ts'
import type { ChunkView } from './chunk-view.ts'
import { evaluate } from './evaluate.ts'
import { lookAt } from './find-units.ts'
import type { ChunkLabels, Key, Label } from './keys.ts'
import type { Plan } from './plan.ts'
import { walkChunks, type Walk } from './walk.ts'

/** Units that have the same values; null where they have none. */
export interface Group {
  readonly labels: readonly (Label | null)[]
  count: number
}

export interface Counted {
  readonly total: number
  readonly groups: Group[]
}

/** Counts what is searched for, by the keys if there are any. */
export async function countUnits(walk: Walk, plan: Plan, keys: readonly Key[]): Promise<Counted> {
  const groups = new Map<string, Group>()
  const names = [...new Set(keys.flatMap((key) => key.names))]
  let total = 0
  for await (const view of walkChunks(walk, plan, names, Infinity, 32)) {
    const found = await confirmed(walk, plan, view)
    const count = countBits(found)
    total += count
    if (count === 0 || keys.length === 0) continue
    const labels: ChunkLabels[] = []
    for (const key of keys) labels.push(await key.read(view, []))
    for (const [places, own] of countPlaces(found, labels)) addGroup(groups, labels, places, own)
  }
  return { total, groups: [...groups.values()] }
}

/** The units of a chunk that are what is searched for; doubtful ones are looked at. */
async function confirmed(walk: Walk, plan: Plan, view: ChunkView): Promise<Bits> {
  const { sure, maybe } = evaluate(plan, view)
  if (sure === maybe) return sure
  const doubtful = slotsFalling(and(maybe, not(sure)))
  const ids = doubtful.map((slot) => view.chunk * chunkSize + slot)
  const found = sure.slice()
  for (const { id } of ids.length > 0 ? await lookAt(walk, plan, ids) : []) {
    setBit(found, id % chunkSize)
  }
  return found
}

/** How many units have each combination of places in the lists of labels. */
function countPlaces(found: Bits, labels: readonly ChunkLabels[]): [places: number[], number][] {
  const sizes = labels.map((own) => own.labels.length + 1)
  const counts = new Map<number, number>()
  for (let slot = 0; slot < chunkSize; slot += 1) {
    if (!hasBit(found, slot)) continue
    let combination = 0
    for (let index = 0; index < labels.length; index += 1) {
      combination = combination * sizes[index]! + labels[index]!.places[slot]! + 1
    }
    counts.set(combination, (counts.get(combination) ?? 0) + 1)
  }
  return [...counts].map(([combination, count]) => {
    const places: number[] = []
    for (const size of sizes.toReversed()) {
      places.unshift((combination % size) - 1)
      combination = Math.floor(combination / size)
    }
    return [places, count]
  })
}

/** A unit with several values of one kind counts under each of them. */
function addGroup(
  groups: Map<string, Group>,
  labels: readonly ChunkLabels[],
  places: readonly number[],
  count: number,
): void {
  let combinations: (Label | null)[][] = [[]]
  for (const [index, place] of places.entries()) {
    const own: readonly (Label | null)[] = labels[index]!.labels[place] ?? [null]
    combinations = combinations.flatMap((before) => own.map((label) => [...before, label]))
  }
  for (const combination of combinations) {
    const key = JSON.stringify(combination.map((label) => (label ? [label.value, label.name] : 0)))
    const group = groups.get(key)
    if (group) group.count += count
    else groups.set(key, { labels: combination, count })
  }
}
