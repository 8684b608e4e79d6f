import type { SubjectKind } from '../../domain/subject.ts'
import type { Store, SubjectRow } from '../store.ts'

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
}

/** Most subjects that are read at once. */
const subjectsPerRead = 1000

/** Loads the names of all the subjects that are referred to, in one read. */
export async function loadNames(
  store: Store,
  wanted: Readonly<Partial<Record<SubjectKind, Iterable<number | null>>>>,
): Promise<NameTable> {
  const refs: { kind: SubjectKind; id: number }[] = []
  for (const kind in wanted) {
    for (const id of new Set(wanted[kind as SubjectKind])) {
      if (id !== null) refs.push({ kind: kind as SubjectKind, id })
    }
  }
  const rows = new Map<string, SubjectRow>()
  for (let from = 0; from < refs.length; from += subjectsPerRead) {
    for (const row of await store.subjectRows(refs.slice(from, from + subjectsPerRead))) {
      rows.set(`${row.kind} ${row.id}`, row)
    }
  }
  return {
    find: (kind, id) => namedOf(rows.get(`${kind} ${id}`)),
    data: (kind, id) => JSON.parse(rows.get(`${kind} ${id}`)?.data ?? '{}') as unknown,
  }
}

const namedOf = (row: SubjectRow | undefined): Named | null =>
  row === undefined ? null : { id: row.id, code: row.code, name: row.name }
