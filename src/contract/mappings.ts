import { z } from 'zod'
import { operation, page, plainText } from './operation.ts'

const name = plainText(100).trim().min(1)

export const saveMapping = operation({
  name: 'saveMapping',
  method: 'PUT',
  path: '/mappings/{name}',
  summary: 'Save what the columns of a file mean under a name',
  needs: 'manage',
  input: z.object({ name, mapping: z.unknown() }),
  output: z.object({ name: z.string() }),
})

export const listMappings = operation({
  name: 'listMappings',
  method: 'GET',
  path: '/mappings',
  summary: 'List the saved mappings',
  needs: 'read',
  input: z.object(page),
  output: z.object({
    mappings: z.array(z.object({ name: z.string(), changed: z.string(), mapping: z.unknown() })),
    cursor: z.string().nullable(),
  }),
})

export const deleteMapping = operation({
  name: 'deleteMapping',
  method: 'DELETE',
  path: '/mappings/{name}',
  summary: 'Delete a saved mapping',
  needs: 'manage',
  input: z.object({ name }),
  output: z.object({ name: z.string() }),
})
