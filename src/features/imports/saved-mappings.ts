import type { Store } from '../../store/store.ts'
import { findSetting } from '../settings.ts'
import { mapping as mappingSchema, type Mapping } from './columns/mapping.ts'

/** A mapping that was saved under a name. */
export const savedMapping = async (store: Store, name: string): Promise<Mapping> =>
  mappingSchema.parse(await findSetting({ store }, 'mapping', name))
