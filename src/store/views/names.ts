import type { SubjectKind } from '../../domain/subject.ts'
import type { Store } from '../store.ts'

/** Code and name of a subject. */
export interface Named {
  readonly id: number
  readonly code: string
  readonly name: string | null
}

/** Names of subjects by kind and id, loaded for one page of rows. */
export interface NameTable {
  find(kind: SubjectKind, id: number | null): Named | null
}

/** Loads the names of all the subjects that are referred to, one query a kind, all at once. */
export async function loadNames(
  store: Store,
  wanted: Readonly<Partial<Record<SubjectKind, Iterable<number | null>>>>,
): Promise<NameTable> {
  const names = new Map<string, Named>()
  const reads = Object.entries(wanted).map(async ([kind, ids]) => {
    const present = [...new Set(ids)].filter((id) => id !== null)
    if (present.length === 0) return
    const rows = await store.read
      .selectFrom('subjects')
      .select(['id', 'code', 'name'])
      .where('kind', '=', kind)
      .where('id', 'in', present)
      .execute()
    for (const row of rows) names.set(`${kind} ${row.id}`, row)
  })
  await Promise.all(reads)
  return { find: (kind, id) => (id === null ? null : (names.get(`${kind} ${id}`) ?? null)) }
}
