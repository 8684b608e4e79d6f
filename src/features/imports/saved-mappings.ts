import type { Store } from '../../store/store.ts'
import { notFound } from '../context.ts'
import { mapping as mappingSchema, type Mapping } from './columns/mapping.ts'

/** Kind under which mappings stand among the settings. */
export const mappingKind = 'mapping'

/** A mapping that was saved under a name. */
export async function savedMapping(store: Store, name: string): Promise<Mapping> {
  const row = await store.read
    .selectFrom('settings')
    .select('data')
    .where('kind', '=', mappingKind)
    .where('name', '=', name)
    .executeTakeFirst()
  if (!row) return notFound(`There is no mapping called ${name}.`, 'savedMapping')
  return mappingSchema.parse(JSON.parse(row.data))
}
