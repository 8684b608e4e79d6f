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
}

/** A property, and what its values are called; undefined: it says nothing of the unit. */
export interface KeySource {
  readonly name: string
  /** Called with all values of a chunk before any of them is labelled. */
  load?(values: readonly DocumentValue[]): Promise<void>
  label(value: DocumentValue): Label | readonly Label[] | undefined
}

/** A key out of properties, of which the first that says something of a unit counts. */
export function keyOf(book: TermBook, sources: readonly KeySource[]): Key {
  return {
    names: sources.map(({ name }) => name),
    async read(view) {
      const places = new Int32Array(chunkSize).fill(-1)
      const labels: (readonly Label[])[] = []
      for (const source of sources) {
        for (const typed of view.columns(source.name)) {
          const values = await valuesOf(typed, book)
          await source.load?.(values)
          place(
            typed,
            values.map((value) => source.label(value)),
            places,
            labels,
          )
        }
      }
      return { places, labels }
    },
  }
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

/** The first label of a unit, by which it is ordered. */
export const rankOf = ({ places, labels }: ChunkLabels, slot: number): string | number | null => {
  const label = labels[places[slot]!]?.[0]
  if (label === undefined) return null
  const { rank, value } = label
  return rank ?? (typeof value === 'boolean' ? Number(value) : value)
}
