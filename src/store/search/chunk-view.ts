import { chunkSize, noBits, setBit, slotOf, type Bits } from './bits.ts'
import { decodeColumn, emptyColumn, withValues, type Column } from './column.ts'
import { placesOfChunk, segmentOfChunk } from './grams.ts'
import { isAmong, type Reads } from './load-documents.ts'
import type { ValuePlan } from './plan.ts'
import type { Field, TermBook } from './term-book.ts'
import type { DocumentValue, UnitDocument } from './unit-document.ts'

/** What a search sees of the units of one chunk. */
export interface ChunkView {
  readonly chunk: number
  /** Units whose own documents took the place of what the index holds of them. */
  readonly fresh: Bits
  /** The columns of a property, one for each type of its values. */
  columns(name: string): readonly TypedColumn[]
  /** Units with the gram, of those that are not fresh. */
  gram(gram: string): Bits
}

export interface TypedColumn {
  readonly type: Field['type']
  readonly column: Column
  /** The test of a search on this column's numbers. */
  readonly test: (plan: ValuePlan) => (value: number) => boolean
}

/** The numbers of a column and what they stand for. */
const testOn =
  (type: Field['type'], book: TermBook): TypedColumn['test'] =>
  (plan) => {
    if (type === 'n') return plan.test
    if (type === 'f') return (value) => plan.test(value === 1)
    return (value) => book.passes(plan, value)
  }

/** Columns as they were read: chunk → field → what it holds. */
export type StoredColumns = ReadonlyMap<number, ReadonlyMap<number, Column>>

/** Reads columns of chunks; a column without values is not there. */
export async function readColumns(
  reads: Reads,
  fields: readonly number[],
  chunks: readonly number[],
): Promise<StoredColumns> {
  const found = new Map(chunks.map((chunk) => [chunk, new Map<number, Column>()]))
  if (fields.length === 0 || chunks.length === 0) return found
  const rows = await reads.db
    .selectFrom('search_columns')
    .select(['field', 'chunk', 'data'])
    .where(isAmong(reads, 'field', fields))
    .where(isAmong(reads, 'chunk', chunks))
    .execute()
  for (const { field, chunk, data } of rows) found.get(chunk)!.set(field, decodeColumn(data))
  return found
}

/** Grams as they were read: segment → gram → the units that have it. */
export type StoredGrams = ReadonlyMap<number, ReadonlyMap<string, Uint8Array>>

/** Reads grams of the segments of chunks. */
export async function readGrams(
  reads: Reads,
  grams: readonly string[],
  chunks: readonly number[],
): Promise<StoredGrams> {
  const segments = [...new Set(chunks.map(segmentOfChunk))]
  const found = new Map(segments.map((segment) => [segment, new Map<string, Uint8Array>()]))
  if (grams.length === 0) return found
  const rows = await reads.db
    .selectFrom('search_grams')
    .selectAll()
    .where(isAmong(reads, 'segment', segments))
    .where(isAmong(reads, 'gram', grams))
    .execute()
  for (const { segment, gram, units } of rows) found.get(segment)!.set(gram, units)
  return found
}

/** What the index holds of a chunk, with the documents of some units put in place of it. */
export function viewChunk(
  chunk: number,
  stored: { readonly columns: ReadonlyMap<number, Column>; readonly grams: StoredGrams },
  fields: readonly Field[],
  book: TermBook,
  documents: readonly UnitDocument[],
): ChunkView {
  const fresh = noBits()
  for (const { id } of documents) setBit(fresh, slotOf(id))
  const made = new Map<string, readonly TypedColumn[]>()
  const grams = stored.grams.get(segmentOfChunk(chunk))
  return {
    chunk,
    fresh,
    columns(name) {
      const known = made.get(name)
      if (known) return known
      const columns = (['n', 't', 'f'] as const).flatMap((type) => {
        const id = fields.find((field) => field.name === name && field.type === type)?.id
        const kept = id === undefined ? undefined : stored.columns.get(id)
        const column = refreshed(kept, name, type, book, documents)
        return column ? [{ type, column, test: testOn(type, book) }] : []
      })
      made.set(name, columns)
      return columns
    },
    gram(gram) {
      const data = grams?.get(gram)
      return data ? placesOfChunk(data, chunk) : noBits()
    },
  }
}

function refreshed(
  kept: Column | undefined,
  name: string,
  type: Field['type'],
  book: TermBook,
  documents: readonly UnitDocument[],
): Column | undefined {
  if (documents.length === 0) return kept
  const changes = new Map<number, number | undefined>()
  let isNeeded = kept !== undefined
  for (const { id, values } of documents) {
    const value = numberFor(values.get(name), type, book)
    isNeeded ||= value !== undefined
    changes.set(id % chunkSize, value)
  }
  return isNeeded ? withValues(kept ?? emptyColumn, changes) : undefined
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
