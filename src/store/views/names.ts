import type { SubjectKind } from '../../domain/subject.ts'
import type { Store, SubjectId, SubjectRow } from '../store.ts'

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

/** Loads the names of all the subjects that are referred to, in one read. */
export async function loadNames(
  store: Store,
  wanted: Readonly<Partial<Record<SubjectKind, Iterable<number | null>>>>,
): Promise<NameTable> {
  const rows: Partial<Record<SubjectKind, Map<number, SubjectRow | undefined>>> = {}
  const refs: SubjectId[] = []
  for (const name in wanted) {
    const kind = name as SubjectKind
    for (const id of wanted[kind]!) {
      if (id === null || rows[kind]?.has(id)) continue
      ;(rows[kind] ??= new Map()).set(id, undefined)
      refs.push({ kind, id })
    }
  }
  for (let from = 0; from < refs.length; from += subjectsPerRead) {
    for (const row of await store.subjectRows(refs.slice(from, from + subjectsPerRead))) {
      rows[row.kind]!.set(row.id, row)
    }
  }
  return {
    find: (kind, id) => (id === null ? null : namedOf(rows[kind]?.get(id))),
    data: (kind, id) => JSON.parse(rows[kind]?.get(id)?.data ?? '{}') as unknown,
    patterns: (item) => JSON.parse(rows.item?.get(item)?.patterns ?? '[]') as string[],
  }
}

const namedOf = (row: SubjectRow | undefined): Named | null =>
  row === undefined ? null : { id: row.id, code: row.code, name: row.name }
