import { deleteMapping, listMappings, saveMapping } from '../../contract/mappings.ts'
import { handle, invalid, type Handler } from '../context.ts'
import { deleteSetting, listSettings, saveSetting } from '../settings.ts'
import { mapping as mappingSchema } from './columns/mapping.ts'

export const mappingRoutes: readonly Handler[] = [
  handle(saveMapping, async ({ name, mapping }, context) => {
    const parsed = mappingSchema.safeParse(mapping)
    if (parsed.success) return saveSetting(context, 'mapping', name, parsed.data)
    const [issue] = parsed.error.issues
    const place = issue?.path.join('.') || 'its start'
    return invalid('mapping', `The mapping is wrong at ${place}: ${issue?.message}`)
  }),
  handle(listMappings, async (asked, context) => {
    const { settings, cursor } = await listSettings(context, 'mapping', asked)
    return {
      cursor,
      mappings: settings.map(({ name, changed, data }) => ({ name, changed, mapping: data })),
    }
  }),
  handle(deleteMapping, ({ name }, context) => deleteSetting(context, 'mapping', name)),
]
