import { chunkSize, countBits, hasBit, type Bits } from './bits.ts'
import { foundBits } from './find-units.ts'
import type { ChunkLabels, Key, Label } from './keys.ts'
import type { Plan } from './plan.ts'
import { walkChunks, type Walk } from './walk.ts'

/** Units that have the same values; null where they have none. */
export interface Group {
  readonly labels: readonly (Label | null)[]
  readonly count: number
}

export interface Counted {
  readonly total: number
  readonly groups: readonly Group[]
}

/** Counts what is searched for, by the keys if there are any. */
export async function countUnits(walk: Walk, plan: Plan, keys: readonly Key[]): Promise<Counted> {
  const tally = openTally(keys.length)
  const names = [...new Set(keys.flatMap((key) => key.names))]
  let total = 0
  for await (const view of walkChunks(walk, plan, { names, isWhole: true })) {
    const found = await foundBits(walk, plan, view)
    const count = countBits(found)
    total += count
    if (count === 0 || keys.length === 0) continue
    const labels: ChunkLabels[] = []
    for (const key of keys) labels.push(await key.read(view, []))
    tally.add(found, labels)
  }
  return { total, groups: tally.groups() }
}

/** Counts of combinations of labels over all chunks. */
interface Tally {
  add(found: Bits, labels: readonly ChunkLabels[]): void
  groups(): Group[]
}

function openTally(keyCount: number): Tally {
  const shelves = Array.from({ length: keyCount }, openShelf)
  const counts = new Map<string | number, { readonly numbers: readonly number[]; count: number }>()
  return {
    add(found, labels) {
      const numbered = labels.map((own, index) => own.labels.map(shelves[index]!.numbersOf))
      for (const [places, count] of countPlaces(found, labels)) {
        const numbers = places.map((place, index) => numbered[index]![place] ?? noLabel)
        for (const combination of combinations(numbers)) {
          const key = keyOf(combination)
          const counted = counts.get(key)
          if (counted) counted.count += count
          else counts.set(key, { numbers: combination, count })
        }
      }
    },
    groups: () =>
      [...counts.values()].map(({ numbers, count }) => ({
        labels: numbers.map((number, index) => shelves[index]!.labels[number] ?? null),
        count,
      })),
  }
}

const noLabel: readonly number[] = [-1]

/** What tells a combination from others: a number where there are but one or two keys. */
const keyOf = (numbers: readonly number[]): string | number =>
  numbers.length > 2
    ? numbers.join()
    : numbers.reduce((key, number) => key * 2 ** 26 + number + 1, 0)

/** The labels of one key that were met, each once. */
function openShelf() {
  const labels: Label[] = []
  const numbers = new Map<string, number>()
  const numberOf = (label: Label): number => {
    const key = `${typeof label.value}\u0000${label.value}\u0000${label.name ?? ''}`
    let number = numbers.get(key)
    if (number === undefined) numbers.set(key, (number = labels.push(label) - 1))
    return number
  }
  return { labels, numbersOf: (own: readonly Label[]) => own.map(numberOf) }
}

/** Each choice of one number a key: a unit with several values counts under each of them. */
const combinations = (numbers: readonly (readonly number[])[]): readonly (readonly number[])[] =>
  numbers.every(({ length }) => length === 1) ? [numbers.map(([only]) => only!)] : choices(numbers)

const choices = (numbers: readonly (readonly number[])[]): number[][] =>
  numbers.reduce<number[][]>(
    (before, own) => before.flatMap((rest) => own.map((number) => [...rest, number])),
    [[]],
  )

/** Up to so many combinations are counted in a list with a place for each. */
const listedMax = 2 ** 18

/** How many units have each combination of places in the lists of labels. */
function countPlaces(found: Bits, labels: readonly ChunkLabels[]): [places: number[], number][] {
  const sizes = labels.map((own) => own.labels.length + 1)
  const room = sizes.reduce((product, size) => product * size, 1)
  const listed = room <= listedMax ? new Uint16Array(room) : null
  const mapped = new Map<number, number>()
  const combined = combinePlaces(labels, sizes)
  for (let slot = 0; slot < chunkSize; slot += 1) {
    if (!hasBit(found, slot)) continue
    const combination = combined[slot]!
    if (listed) listed[combination]! += 1
    else mapped.set(combination, (mapped.get(combination) ?? 0) + 1)
  }
  listed?.forEach((count, combination) => count > 0 && mapped.set(combination, count))
  return [...mapped].map(([combination, count]) => [placesOf(combination, sizes), count])
}

/** One number for the places of each unit, whatever the number of keys. */
function combinePlaces(
  labels: readonly ChunkLabels[],
  sizes: readonly number[],
): Float64Array<ArrayBuffer> {
  const combined = new Float64Array(chunkSize)
  for (const [index, { places }] of labels.entries()) {
    const size = sizes[index]!
    for (let slot = 0; slot < chunkSize; slot += 1) {
      combined[slot] = combined[slot]! * size + places[slot]! + 1
    }
  }
  return combined
}

function placesOf(combination: number, sizes: readonly number[]): number[] {
  const places: number[] = []
  let rest = combination
  for (const size of sizes.toReversed()) {
    places.unshift((rest % size) - 1)
    rest = Math.floor(rest / size)
  }
  return places
}
