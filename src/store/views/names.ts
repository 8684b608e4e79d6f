import type { SubjectKind } from '../../domain/subject.ts'
import type { Store } from '../store.ts'
import { subjectRowsOf, type SubjectRow, type SubjectRows } from '../subject-rows.ts'

/** Code and name of a subject. */
export interface Named {
  readonly id: number
  readonly code: string
  readonly name: string | null
}

/** Names of subjects by kind and id, loaded for one page of rows. */
export interface NameTable {
  find(kind: SubjectKind, id: number | null): Named | null
  /** What is particular to its kind. */
  data(kind: SubjectKind, id: number): unknown
  /** Patterns of the schemes that an item has or had. */
  patterns(item: number): readonly string[]
}

/** Most subjects that are read at once. */
const subjectsPerRead = 1000

/**
 * Gives the names of all the subjects that are referred to; those that are not known yet are
 * loaded, in one read.
 *
 * @param known rows that were read already
 */
export function loadNames(
  store: Store,
  wanted: Readonly<Partial<Record<SubjectKind, Iterable<number | null>>>>,
  known?: SubjectRows,
): NameTable | Promise<NameTable> {
  const missing = new Map<SubjectKind, Set<number>>()
  for (const name in wanted) {
    const kind = name as SubjectKind
    for (const id of wanted[kind]!) {
      if (id === null || known?.get(kind)?.has(id)) continue
      const ofKind = missing.get(kind)
      if (ofKind) ofKind.add(id)
      else missing.set(kind, new Set([id]))
    }
  }
  if (missing.size === 0) return nameTable((kind, id) => known?.get(kind)?.get(id))
  return loadMissing(store, missing, known)
}

async function loadMissing(
  store: Store,
  missing: ReadonlyMap<SubjectKind, ReadonlySet<number>>,
  known: SubjectRows | undefined,
): Promise<NameTable> {
  const refs = Array.from(missing, ([kind, ids]) => Array.from(ids, (id) => ({ kind, id }))).flat()
  const rows: SubjectRow[] = []
  for (let from = 0; from < refs.length; from += subjectsPerRead) {
    rows.push(...(await store.subjectRows(refs.slice(from, from + subjectsPerRead))))
  }
  const loaded = subjectRowsOf(rows)
  return nameTable((kind, id) => known?.get(kind)?.get(id) ?? loaded.get(kind)?.get(id))
}

const nameTable = (row: (kind: SubjectKind, id: number) => SubjectRow | undefined): NameTable => ({
  find: (kind, id) => (id === null ? null : namedOf(row(kind, id))),
  data: (kind, id) => JSON.parse(row(kind, id)?.data ?? '{}') as unknown,
  patterns: (item) => JSON.parse(row('item', item)?.patterns ?? '[]') as string[],
})

const namedOf = (row: SubjectRow | undefined): Named | null =>
  row === undefined ? null : { id: row.id, code: row.code, name: row.name }
