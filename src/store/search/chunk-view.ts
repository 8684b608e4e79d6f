import { chunkSize, noBits, setBit, slotOf, type Bits } from './bits.ts'
import { emptyColumn, withValues, type Column } from './column.ts'
import { bitsOfChunk, segmentOfChunk } from './grams.ts'
import type { ValuePlan } from './plan.ts'
import type { GramShelf } from './gram-shelf.ts'
import type { Field, TermBook } from './term-book.ts'
import type { DocumentValue, UnitDocument } from './unit-document.ts'

/** Units of a chunk of which the index does not say, or not for certain, what they are. */
export interface Doubts {
  /** Units of which anything may be different from what the index holds. */
  readonly changed: Bits
  /** Units that were something else at the moment of the search, but of the same item and kind. */
  readonly past: Bits
  /** Units that cannot be what is searched for. */
  readonly absent: Bits
}

/** What a search sees of the units of one chunk. */
export interface ChunkView {
  readonly chunk: number
  readonly doubts: Doubts
  /** Units that were read: the columns have what is true of them, the grams have not. */
  readonly documents: readonly UnitDocument[]
  /** The columns of a property, one for each type of its values. */
  columns(name: string): readonly TypedColumn[]
  /** Units with the gram. */
  gram(gram: string): Bits
}

export interface TypedColumn {
  readonly type: Field['type']
  readonly column: Column
  /** The test of a search on this column's numbers. */
  readonly test: (plan: ValuePlan) => (value: number) => boolean
}

/** What was read of a chunk, and what it is read with. */
export interface ChunkSource {
  readonly chunk: number
  readonly columns: ReadonlyMap<number, Column>
  readonly grams: GramShelf
  readonly fields: readonly Field[]
  readonly book: TermBook
}

/** A chunk as the index has it, with documents of units in place of what it holds of them. */
export function viewChunk(
  source: ChunkSource,
  doubts: Doubts,
  documents: readonly UnitDocument[],
): ChunkView {
  const { chunk, grams, fields, book } = source
  const made = new Map<string, readonly TypedColumn[]>()
  const none = noBits()
  return {
    chunk,
    doubts,
    documents,
    columns(name) {
      const known = made.get(name)
      if (known) return known
      const columns = (['n', 't', 'f'] as const).flatMap((type) => {
        const field = fields.find((one) => one.name === name && one.type === type)
        const kept = field && source.columns.get(field.id)
        const column = withDocuments(kept, name, type, book, documents)
        return column ? [{ type, column, test: testOn(type, book) }] : []
      })
      made.set(name, columns)
      return columns
    },
    gram(gram) {
      const found = grams.find(segmentOfChunk(chunk), gram)
      return found ? bitsOfChunk(found, chunk) : none
    },
  }
}

/** The numbers of a column and what they stand for. */
const testOn =
  (type: Field['type'], book: TermBook): TypedColumn['test'] =>
  (plan) => {
    if (type === 'n') return plan.test
    if (type === 'f') return (value) => plan.test(value === 1)
    return (value) => book.passes(plan, value)
  }

function withDocuments(
  kept: Column | undefined,
  name: string,
  type: Field['type'],
  book: TermBook,
  documents: readonly UnitDocument[],
): Column | undefined {
  if (documents.length === 0) return kept
  const values = documents.map((document) => numberFor(document.values.get(name), type, book))
  if (!kept && values.every((value) => value === undefined)) return undefined
  const slots = documents.map(({ id }) => slotOf(id))
  return withValues(kept ?? emptyColumn, { slots, values })
}

/** The number that a column of a type holds for a value; undefined for values of other types. */
function numberFor(
  value: DocumentValue | undefined,
  type: Field['type'],
  book: TermBook,
): number | undefined {
  if (type === 'n') return typeof value === 'number' ? value : undefined
  if (type === 'f') return typeof value === 'boolean' ? Number(value) : undefined
  return typeof value === 'string' ? book.termFor(value) : undefined
}

/** The bits of units of a chunk. */
export function bitsOf(ids: Iterable<number>): Bits {
  const bits = noBits()
  for (const id of ids) setBit(bits, slotOf(id))
  return bits
}

/** Ids of the units of a chunk whose bits are set. */
export const idsOf = (chunk: number, slots: readonly number[]): number[] =>
  slots.map((slot) => chunk * chunkSize + slot)
