import { decodeColumn, type Column } from './column.ts'
import { isAmong, type Reads } from './load-documents.ts'
import type { Bounds } from './prune.ts'
import type { Field } from './term-book.ts'

/** What is known of one column of a chunk before it is read. */
export interface ColumnHead extends Bounds {
  readonly field: number
  readonly chunk: number
  /** The step of the feeding that wrote it. */
  readonly revision: number
}

/**
 * Columns that were read lately. Each is written under a new revision, so that one of a revision
 * that is kept need not be read again.
 */
export interface ColumnCache {
  /** Reads columns: chunk → field → what it holds. */
  read(reads: Reads, heads: readonly ColumnHead[]): Promise<Map<number, Map<number, Column>>>
  /** Forgets everything when the index is another one than before. */
  enter(epoch: string): void
}

/** Columns that are kept: some 50 MB of them. */
const columnsMax = 8000

/** Opens an empty cache. */
export function openColumnCache(): ColumnCache {
  const kept = new Map<string, { readonly revision: number; readonly column: Column }>()
  let known = ''
  const keyOf = ({ field, chunk }: Pick<ColumnHead, 'field' | 'chunk'>) => `${field} ${chunk}`
  return {
    enter(epoch) {
      if (epoch !== known) kept.clear()
      known = epoch
    },
    async read(reads, heads) {
      const found = new Map<number, Map<number, Column>>()
      const put = ({ field, chunk }: Pick<ColumnHead, 'field' | 'chunk'>, column: Column) => {
        if (!found.get(chunk)?.set(field, column)) found.set(chunk, new Map([[field, column]]))
      }
      const missing: ColumnHead[] = []
      for (const head of heads) {
        const own = kept.get(keyOf(head))
        if (own?.revision === head.revision) put(head, own.column)
        else missing.push(head)
      }
      for (const row of await readRows(reads, missing)) {
        const column = decodeColumn(row.data)
        put(row, column)
        kept.delete(keyOf(row))
        kept.set(keyOf(row), { revision: row.revision, column })
      }
      for (const key of kept.keys()) {
        if (kept.size <= columnsMax) break
        kept.delete(key)
      }
      return found
    },
  }
}

async function readRows(reads: Reads, heads: readonly ColumnHead[]) {
  if (heads.length === 0) return []
  const wanted = new Set(heads.map(({ field, chunk }) => `${field} ${chunk}`))
  const rows = await reads.db
    .selectFrom('search_columns')
    .select(['field', 'chunk', 'revision', 'data'])
    .where(isAmong(reads, 'field', [...new Set(heads.map(({ field }) => field))]))
    .where(isAmong(reads, 'chunk', [...new Set(heads.map(({ chunk }) => chunk))]))
    .execute()
  return rows.filter(({ field, chunk }) => wanted.has(`${field} ${chunk}`))
}

/** Reads what is known of the columns of fields in a stretch of chunks. */
export async function readHeads(
  reads: Reads,
  fields: readonly Field[],
  chunks: readonly number[],
): Promise<ColumnHead[]> {
  if (fields.length === 0 || chunks.length === 0) return []
  const byId = new Map(fields.map((field) => [field.id, field]))
  const rows = await reads.db
    .selectFrom('search_columns')
    .select(['field', 'chunk', 'low', 'high', 'revision'])
    .where(isAmong(reads, 'field', [...byId.keys()]))
    .where('chunk', '>=', Math.min(...chunks))
    .where('chunk', '<=', Math.max(...chunks))
    .execute()
  return rows.map((row) => {
    const { name, type } = byId.get(row.field)!
    return { ...row, name, type }
  })
}
