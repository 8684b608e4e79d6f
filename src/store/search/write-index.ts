import { foldIdentifier } from '../../domain/identifier.ts'
import { chunkOf, slotOf } from './bits.ts'
import {
  decodeColumn,
  emptyColumn,
  encodeColumn,
  isChanged,
  valueOf,
  withValues,
  type Column,
} from './column.ts'
import { valueTypes } from './index-tables.ts'
import { isAmong, type Reads } from './load-documents.ts'
import type { Field } from './term-book.ts'
import type { UnitDocument } from './unit-document.ts'

/** Rows of one statement. */
const rowsPerWrite = 500

/**
 * Puts the documents of units into the columns of their chunks, in place of what these held of
 * them. Gives those whose numbers are not among the grams yet.
 */
export async function writeColumns(
  reads: Reads,
  documents: readonly UnitDocument[],
  revision: number,
): Promise<UnitDocument[]> {
  const fields = await fieldsFor(reads, documents)
  const chunks = Map.groupBy(documents, ({ id }) => chunkOf(id))
  const stored = await readStored(reads, [...chunks.keys()])
  const terms = await termsFor(reads, fields, documents)
  for (const [chunk, own] of chunks) {
    const changes = changesOf(own, fields, stored.get(chunk) ?? new Map(), terms)
    await writeChunk(reads, chunk, changes, revision)
  }
  return withNewNumbers(documents, fields, stored)
}

type Terms = ReadonlyMap<number, ReadonlyMap<string, number>>

/** Columns as they are kept: chunk → field → what it holds. */
type StoredColumns = ReadonlyMap<number, ReadonlyMap<number, Column>>

async function readStored(reads: Reads, chunks: readonly number[]): Promise<StoredColumns> {
  const rows = await reads.db
    .selectFrom('search_columns')
    .select(['field', 'chunk', 'data'])
    .where(isAmong(reads, 'chunk', chunks))
    .execute()
  const stored = new Map(chunks.map((chunk) => [chunk, new Map<number, Column>()]))
  for (const { field, chunk, data } of rows) stored.get(chunk)!.set(field, decodeColumn(data))
  return stored
}

/** The columns of a chunk in which something changes, as they are then: field → column. */
function changesOf(
  documents: readonly UnitDocument[],
  fields: readonly Field[],
  stored: ReadonlyMap<number, Column>,
  terms: Terms,
): Map<number, Column> {
  const changed = new Map<number, Column>()
  const slots = documents.map(({ id }) => slotOf(id))
  for (const field of fields) {
    const before = stored.get(field.id) ?? emptyColumn
    const values = documents.map((one) => numberFor(one.values.get(field.name), field, terms))
    const changes = { slots, values }
    if (isChanged(before, changes)) changed.set(field.id, withValues(before, changes))
  }
  return changed
}

async function writeChunk(
  { db }: Reads,
  chunk: number,
  columns: ReadonlyMap<number, Column>,
  revision: number,
): Promise<void> {
  const emptied = [...columns].filter(([, { values }]) => values.length === 0).map(([id]) => id)
  const rows = [...columns]
    .filter(([, { values }]) => values.length > 0)
    .map(([field, column]) => {
      const bounds = { low: column.values[0]!, high: column.values.at(-1)! }
      return { field, chunk, ...bounds, revision, data: encodeColumn(column) }
    })
  for (let at = 0; at < rows.length; at += rowsPerWrite) {
    await db
      .insertInto('search_columns')
      .values(rows.slice(at, at + rowsPerWrite))
      .onConflict((conflict) =>
        conflict.columns(['field', 'chunk']).doUpdateSet((row) => ({
          low: row.ref('excluded.low'),
          high: row.ref('excluded.high'),
          revision: row.ref('excluded.revision'),
          data: row.ref('excluded.data'),
        })),
      )
      .execute()
  }
  if (emptied.length > 0) {
    await db
      .deleteFrom('search_columns')
      .where('chunk', '=', chunk)
      .where('field', 'in', emptied)
      .execute()
  }
}

function numberFor(
  value: string | number | boolean | undefined,
  { id, type }: Field,
  terms: Terms,
): number | undefined {
  if (value === undefined || valueTypes[typeof value as 'string'] !== type) return undefined
  return typeof value === 'string' ? terms.get(id)!.get(value)! : Number(value)
}

/** The columns of the index, with one for each kind of value that the documents have. */
async function fieldsFor(reads: Reads, documents: readonly UnitDocument[]): Promise<Field[]> {
  const { db } = reads
  const fields: Field[] = await db.selectFrom('search_fields').selectAll().execute()
  const known = new Map<string, string>()
  const note = (name: string, type: string) => known.set(name, (known.get(name) ?? '') + type)
  for (const { name, type } of fields) note(name, type)
  const missing: Omit<Field, 'id'>[] = []
  for (const { values } of documents) {
    for (const [name, value] of values) {
      const type = valueTypes[typeof value as 'string']
      if (known.get(name)?.includes(type)) continue
      note(name, type)
      missing.push({ name, type })
    }
  }
  if (missing.length === 0) return fields
  const added = await db
    .insertInto('search_fields')
    .values(missing as Field[])
    .returningAll()
    .execute()
  return [...fields, ...added]
}

/** The terms of the texts of the documents; new texts get one. */
async function termsFor(
  reads: Reads,
  fields: readonly Field[],
  documents: readonly UnitDocument[],
): Promise<Terms> {
  const terms = new Map<number, Map<string, number>>()
  for (const { id, name, type } of fields) {
    if (type !== 't') continue
    const texts = new Set<string>()
    for (const { values } of documents) {
      const value = values.get(name)
      if (typeof value === 'string') texts.add(value)
    }
    terms.set(id, await termsOfField(reads, id, [...texts]))
  }
  return terms
}

async function termsOfField(
  reads: Reads,
  field: number,
  texts: readonly string[],
): Promise<Map<string, number>> {
  if (texts.length === 0) return new Map()
  const rows = await reads.db
    .selectFrom('search_terms')
    .select(['id', 'value'])
    .where('field', '=', field)
    .where(isAmong(reads, 'value', texts))
    .execute()
  const terms = new Map(rows.map(({ id, value }) => [value, id]))
  const missing = texts
    .filter((text) => !terms.has(text))
    .map((value) => ({ field, value, folded: foldIdentifier(value) }))
  for (let at = 0; at < missing.length; at += rowsPerWrite) {
    const added = await reads.db
      .insertInto('search_terms')
      .values(missing.slice(at, at + rowsPerWrite) as never)
      .returning(['id', 'value'])
      .execute()
    for (const { id, value } of added) terms.set(value, id)
  }
  return terms
}

/** Numbers are only ever added to those that a unit has or had: their count tells. */
function withNewNumbers(
  documents: readonly UnitDocument[],
  fields: readonly Field[],
  stored: StoredColumns,
): UnitDocument[] {
  const field = fields.find(({ name }) => name === 'numbers')
  return documents.filter(({ id, numbers }) => {
    const column = stored.get(chunkOf(id))?.get(field?.id ?? 0)
    return numbers.length > ((column && valueOf(column, slotOf(id))) ?? 0)
  })
}
