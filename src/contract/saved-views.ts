import { z } from 'zod'
import { operation, page, plainText } from './operation.ts'

const view = z.object({
  name: plainText(100).trim().min(1),
  query: z
    .string()
    .max(2000)
    .describe('The search as it was written, so that `today` stays today.'),
  columns: z
    .array(z.string().max(100))
    .max(50)
    .default([])
    .describe('Columns to show; the usual ones when empty.'),
  group: z
    .array(z.string().max(100))
    .max(4)
    .default([])
    .describe(
      'What units are counted by, such as `status` or `month(received)`; empty lists them.',
    ),
})

export const saveView = operation({
  name: 'saveView',
  method: 'PUT',
  path: '/views/{name}',
  summary: 'Save a search under a name, in place of what had the name',
  needs: 'record',
  input: view,
  output: z.object({ name: z.string() }),
})

export const listViews = operation({
  name: 'listViews',
  method: 'GET',
  path: '/views',
  summary: 'List the saved searches',
  needs: 'read',
  input: z.object(page),
  output: z.object({ views: z.array(view), cursor: z.string().nullable() }),
})

export const deleteView = operation({
  name: 'deleteView',
  method: 'DELETE',
  path: '/views/{name}',
  summary: 'Delete a saved search',
  needs: 'record',
  input: view.pick({ name: true }),
  output: z.object({ name: z.string() }),
})
