import type { SubjectData } from '../../domain/subject.ts'
import type { Store } from '../store.ts'

/** A trait with what is said of it. */
export interface DefinedTrait {
  readonly code: string
  readonly definition: SubjectData['trait']
}

/** Every definition of a trait, by code. */
export async function definedTraits({ read }: Pick<Store, 'read'>): Promise<DefinedTrait[]> {
  const rows = await read
    .selectFrom('live_subjects')
    .select(['code', 'data'])
    .where('kind', '=', 'trait')
    .orderBy('key')
    .execute()
  return rows.map(({ code, data }) => ({
    code,
    definition: JSON.parse(data) as SubjectData['trait'],
  }))
}

const prefix = 'trait.'

/** Names of traits that units, lots or items have, or had, as the search index knows them. */
export async function usedTraits({ search }: Store): Promise<string[]> {
  const reads = await search.reads('long')
  const fields = await reads.db
    .selectFrom('search_fields')
    .select('name')
    .distinct()
    .where('name', 'like', `${prefix}%`)
    .execute()
  const { items, lots } = await search.directory.read(reads)
  const names = new Set(fields.map(({ name }) => name.slice(prefix.length)))
  for (const { data, retired } of [...items.values(), ...lots.values()]) {
    if (!retired) for (const name in data.traits) names.add(name)
  }
  return [...names]
}
