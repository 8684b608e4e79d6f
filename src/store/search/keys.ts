import { chunkSize } from './bits.ts'
import type { ChunkView, TypedColumn } from './chunk-view.ts'
import type { TermBook } from './term-book.ts'
import type { DocumentValue } from './unit-document.ts'

/** What units are counted by, or ordered by: one value as people see it. */
export interface Label {
  readonly value: string | number | boolean
  /** What a code stands for, where it has a name besides. */
  readonly name?: string | null
  /** What it is ordered by, where that is not the value. */
  readonly rank?: string | number
}

/** The labels of the units of a chunk: for each slot a place in the list; -1 where it has none. */
export interface ChunkLabels {
  readonly places: Int32Array
  /** Several where a unit has several, such as reasons of holds. */
  readonly labels: readonly (readonly Label[])[]
}

/** A field as something to count or order by. */
export interface Key {
  /** Properties that it reads. */
  readonly names: readonly string[]
  /** @param slots the units in question */
  read(view: ChunkView, slots: readonly number[]): Promise<ChunkLabels>
  /** The first and the last rank of a chunk, where they can be told at a glance; null for none. */
  bounds?(view: ChunkView): readonly [first: Rank, last: Rank] | null
}

/** A property, and what its values are called; undefined: it says nothing of the unit. */
export interface KeySource {
  readonly name: string
  /** Its values are numbers, and what they are ordered by. */
  readonly isRank?: boolean
  /** Called with all values of a chunk before any of them is labelled. */
  load?(values: readonly DocumentValue[]): Promise<void>
  label(value: DocumentValue): Label | readonly Label[] | undefined
}

/** A key out of properties, of which the first that says something of a unit counts. */
export function keyOf(book: TermBook, sources: readonly KeySource[]): Key {
  const known = sources.map(() => new Map<DocumentValue, Label | readonly Label[] | undefined>())
  const labelOf = (source: KeySource, index: number) => (value: DocumentValue) => {
    const labels = known[index]!
    if (!labels.has(value)) labels.set(value, source.label(value))
    return labels.get(value)
  }
  return {
    names: sources.map(({ name }) => name),
    ...(sources.length === 1 &&
      sources[0]!.isRank && { bounds: (view: ChunkView) => boundsOf(view, sources[0]!.name) }),
    async read(view) {
      const places = new Int32Array(chunkSize).fill(-1)
      const labels: (readonly Label[])[] = []
      for (const [index, source] of sources.entries()) {
        for (const typed of view.columns(source.name)) {
          const values = await valuesOf(typed, book)
          await source.load?.(values)
          place(typed, values.map(labelOf(source, index)), places, labels)
        }
      }
      return { places, labels }
    },
  }
}

function boundsOf(view: ChunkView, name: string): readonly [Rank, Rank] | null {
  const columns = view.columns(name).filter(({ column }) => column.values.length > 0)
  if (columns.length === 0) return null
  const firsts = columns.map(({ column }) => column.values[0]!)
  const lasts = columns.map(({ column }) => column.values.at(-1)!)
  return [Math.min(...firsts), Math.max(...lasts)]
}

/** The values of a column as documents have them. */
async function valuesOf({ type, column }: TypedColumn, book: TermBook): Promise<DocumentValue[]> {
  const numbers = [...column.values]
  if (type === 'n') return numbers
  if (type === 'f') return numbers.map((value) => value === 1)
  await book.load(numbers)
  return numbers.map((term) => book.textOf(term))
}

function place(
  { column: { slots } }: TypedColumn,
  found: readonly (Label | readonly Label[] | undefined)[],
  places: Int32Array,
  labels: (readonly Label[])[],
): void {
  const base = labels.length
  for (const label of found) labels.push(label === undefined ? [] : [label].flat())
  for (let slot = 0; slot < chunkSize; slot += 1) {
    const at = slots[slot]! - 1
    if (at >= 0 && places[slot] === -1 && found[at] !== undefined) places[slot] = base + at
  }
}

/** What a unit is ordered by; null where it has no value. */
export type Rank = string | number | null

/** What a unit is ordered by: the first of its labels. */
export const rankOf = ({ places, labels }: ChunkLabels, slot: number): Rank =>
  rankAt(labels, places[slot]!)

/** What the units with labels in a place of the list are ordered by. */
export function rankAt(labels: ChunkLabels['labels'], place: number): Rank {
  const label = labels[place]?.[0]
  if (label === undefined) return null
  const { rank, value } = label
  return rank ?? (typeof value === 'boolean' ? Number(value) : value)
}
