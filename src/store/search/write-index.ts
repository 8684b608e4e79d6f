import { foldIdentifier } from '../../domain/identifier.ts'
import { chunkOf, slotOf } from './bits.ts'
import { readColumns, type StoredColumns } from './chunk-view.ts'
import { emptyColumn, encodeColumn, isChanged, valueOf, withValues } from './column.ts'
import { valueTypes } from './index-tables.ts'
import { isAmong, type Reads } from './load-documents.ts'
import type { Field } from './term-book.ts'
import type { UnitDocument } from './unit-document.ts'

/** Rows of one statement. */
const rowsPerWrite = 500

/**
 * Puts the documents of units into the columns of their chunks, in place of what these held of them.
 * Gives those whose numbers are not among the grams yet.
 */
export async function writeColumns(
  reads: Reads,
  documents: readonly UnitDocument[],
): Promise<UnitDocument[]> {
  const fields = await fieldsFor(reads, documents)
  const chunks = Map.groupBy(documents, ({ id }) => chunkOf(id))
  const stored = await readColumns(
    reads,
    fields.map(({ id }) => id),
    [...chunks.keys()],
  )
  const terms = await termsFor(reads, fields, documents)
  for (const [chunk, own] of chunks) {
    await writeChunk(reads, chunk, own, fields, stored.get(chunk)!, terms)
  }
  return withNewNumbers(documents, fields, stored)
}

type Terms = ReadonlyMap<number, ReadonlyMap<string, number>>

async function writeChunk(
  { db }: Reads,
  chunk: number,
  documents: readonly UnitDocument[],
  fields: readonly Field[],
  stored: NonNullable<ReturnType<StoredColumns['get']>>,
  terms: Terms,
): Promise<void> {
  const rows: { field: number; chunk: number; low: number; high: number; data: Buffer }[] = []
  const emptied: number[] = []
  for (const field of fields) {
    const before = stored.get(field.id) ?? emptyColumn
    const changes = new Map(
      documents.map(({ id, values }) => [
        slotOf(id),
        numberFor(values.get(field.name), field, terms),
      ]),
    )
    if (!isChanged(before, changes)) continue
    const column = withValues(before, changes)
    const { values } = column
    if (values.length === 0) emptied.push(field.id)
    else {
      const bounds = { low: values[0]!, high: values.at(-1)! }
      rows.push({ field: field.id, chunk, ...bounds, data: encodeColumn(column) })
    }
  }
  for (let at = 0; at < rows.length; at += rowsPerWrite) {
    await db
      .insertInto('search_columns')
      .values(rows.slice(at, at + rowsPerWrite))
      .onConflict((conflict) =>
        conflict.columns(['field', 'chunk']).doUpdateSet((row) => ({
          low: row.ref('excluded.low'),
          high: row.ref('excluded.high'),
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
  const known = new Set(fields.map(({ name, type }) => `${type} ${name}`))
  const missing = new Map<string, Omit<Field, 'id'>>()
  for (const { values } of documents) {
    for (const [name, value] of values) {
      const type = valueTypes[typeof value as 'string']
      const key = `${type} ${name}`
      if (!known.has(key)) missing.set(key, { name, type })
    }
  }
  if (missing.size === 0) return fields
  const added = await db
    .insertInto('search_fields')
    .values([...missing.values()] as Field[])
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
