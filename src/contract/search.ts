import { z } from 'zod'
import { clause, scalar } from './clause.ts'
import { fileOperation, operation, page, pageSizeMax, streamed } from './operation.ts'
import { unitView } from './views.ts'

const query = z.string().max(2000)
/** Minutes east of UTC, for what `today` and `2013-06` mean. */
const timeZoneOffsetMinutes = z.coerce.number().int().min(-1080).max(1080).default(0)

/** How a search was answered: by an index, or by looking at units one by one, and why. */
const served = z.union([
  z.object({ by: z.literal('index'), unitsRead: z.int() }),
  z.object({ by: z.literal('scan'), because: z.string(), said: clause, unitsRead: z.int() }),
])

export const searchUnits = operation({
  name: 'searchUnits',
  method: 'GET',
  path: '/search',
  summary: 'Find units by the search language, newest first',
  needs: 'read',
  input: z.object({ query, timeZoneOffsetMinutes, ...page }),
  output: z.object({
    units: z.array(unitView),
    cursor: z.string().nullable(),
    served,
    query: z
      .string()
      .describe('The search as it was understood: in its canonical form, and in words.'),
    sentence: z.string(),
    hints: z
      .array(z.string())
      .describe('What should not be asked for, such as a value that is no choice of its trait.'),
  }),
})

export const outlineUnits = operation({
  name: 'outlineUnits',
  method: 'GET',
  path: '/search/outline',
  summary: 'Say how long the list of a search is, and the cursors at which it can be read on',
  needs: 'read',
  input: z.object({
    query,
    timeZoneOffsetMinutes,
    every: z.coerce
      .number()
      .int()
      .min(50)
      .max(pageSizeMax)
      .default(200)
      .describe('Units of one part; a very long list has larger parts.'),
  }),
  output: z.object({
    total: z.int(),
    every: z.int(),
    cursors: z
      .array(z.string().nullable())
      .nullable()
      .describe(
        'Where each part begins, null for the first; no list where the search has a `sort`.',
      ),
  }),
})

const label = z.object({
  value: z.union([z.string(), z.number(), z.boolean()]),
  name: z.string().nullable(),
})

export const countUnits = operation({
  name: 'countUnits',
  method: 'GET',
  path: '/search/counts',
  summary: 'Count the units that a search finds, in groups',
  needs: 'read',
  input: z.object({
    query,
    timeZoneOffsetMinutes,
    group: z
      .string()
      .max(300)
      .optional()
      .describe('What to count by, such as `status` or `model,month(received)`.'),
  }),
  output: z.object({
    total: z.int(),
    keys: z
      .array(z.string())
      .describe('What was counted by; empty when only the total was asked for.'),
    groups: z.array(z.object({ labels: z.array(label.nullable()), count: z.int() })),
    served,
  }),
})

const exported = z.object({
  query,
  timeZoneOffsetMinutes,
  columns: z
    .string()
    .max(2000)
    .optional()
    .describe(
      'Names of columns, such as `serial,status,trait.colour`; the usual ones when absent.',
    ),
})

export const exportUnits = streamed({
  name: 'exportUnits',
  method: 'GET',
  path: '/search/export',
  summary: 'Every unit that a search finds, as rows of named columns, batch by batch',
  needs: 'read',
  input: exported,
  output: z.object({
    columns: z.array(z.string()),
    rows: z.array(z.record(z.string(), scalar)),
  }),
})

/** Media types of the files that units are exported in, by their endings. */
export const exportTypes = {
  csv: 'text/csv',
  tsv: 'text/tab-separated-values',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  jsonl: 'application/x-ndjson',
} as const

export const downloadUnits = fileOperation({
  name: 'downloadUnits',
  method: 'GET',
  path: '/search/download',
  summary: 'Download every unit that a search finds as a file',
  needs: 'read',
  input: exported.extend({
    format: z.enum(Object.keys(exportTypes) as (keyof typeof exportTypes)[]).default('csv'),
  }),
  mediaTypes: Object.values(exportTypes),
})
