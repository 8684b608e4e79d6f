import { deleteMapping, listMappings, saveMapping } from '../../contract/mappings.ts'
import { handle, type Handler } from '../context.ts'
import { deleteSetting, listSettings, saveSetting } from '../settings.ts'
import { mapping as mappingSchema, wrongMapping } from './columns/mapping.ts'
import { failWith } from '../../contract/problem.ts'

export const mappingRoutes: readonly Handler[] = [
  handle(saveMapping, async ({ name, mapping }, context) => {
    const parsed = mappingSchema.safeParse(mapping)
    if (parsed.success) return saveSetting(context, 'mapping', name, parsed.data)
    return failWith('input_invalid.mapping', wrongMapping(parsed.error), 'mapping')
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
