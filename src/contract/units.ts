import { z } from 'zod'
import { operation, page } from './operation.ts'
import { historyLine, unitView } from './views.ts'

/** Names a unit: its id with a `#`, or any of its numbers. */
const unit = z.string().min(1).max(200)

export const showUnit = operation({
  name: 'showUnit',
  method: 'GET',
  path: '/units/{unit}',
  summary: 'Show what is true of a unit now, or at a past moment',
  needs: 'read',
  input: z.object({
    unit,
    /** As it was at this time (ISO 8601). */
    at: z.string().optional(),
    /** As it was known after this event: what was believed then. */
    knownUntil: z.coerce.number().int().optional(),
  }),
  output: unitView,
})

export const showHistory = operation({
  name: 'showHistory',
  method: 'GET',
  path: '/units/{unit}/history',
  summary: 'List everything that happened to a unit, oldest first',
  needs: 'read',
  input: z.object({
    unit,
    /** Only so many of the latest lines. */
    latest: z.coerce.number().int().min(1).max(10_000).optional(),
  }),
  output: z.object({ unit: unitView, lines: z.array(historyLine) }),
})

export const listContents = operation({
  name: 'listContents',
  method: 'GET',
  path: '/locations/{location}/contents',
  summary: 'List the units that stand in a location now, or stood there at a past moment',
  needs: 'read',
  input: z.object({
    location: z.string().min(1).max(100),
    at: z.string().optional(),
    ...page,
  }),
  output: z.object({ units: z.array(unitView), cursor: z.string().nullable() }),
})
