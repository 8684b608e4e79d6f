import { z } from 'zod'
import { unitsPerCommandMax } from '../domain/command.ts'
import { operation, page, plainText } from './operation.ts'
import { historyLine, unitView } from './views.ts'
import { issueText } from '../domain/issue.ts'

/** Names a unit: its id with a `#`, or any of its numbers. */
const unit = plainText(300)

export const showUnit = operation({
  name: 'showUnit',
  method: 'GET',
  path: '/units/{unit}',
  summary: 'Show what is true of a unit now, or at a past moment',
  needs: 'read',
  input: z.object({
    unit,
    at: z.string().optional().describe('As it was at this time (ISO 8601).'),
    knownUntil: z.coerce
      .number()
      .int()
      .optional()
      .describe('As it was known after this event: what was believed then.'),
  }),
  output: unitView,
})

/** Ids as runs, as a command says what it created: `1-1000,1005`. */
export const unitIdRuns = z
  .string()
  .regex(/^\d{1,15}(-\d{1,15})?(,\d{1,15}(-\d{1,15})?)*$/, { error: issueText('unitIds') })
  .refine((text) => runsOf(text).every(([first, last]) => first <= last), {
    error: issueText('unitIds'),
  })
  .refine((text) => countOf(text) <= unitsPerCommandMax, {
    error: issueText('unitIdsMany'),
    params: { most: unitsPerCommandMax },
  })

/** The first and the last id of each run. */
const runsOf = (text: string): [first: number, last: number][] =>
  text.split(',').map((run) => {
    const [first = 0, last = first] = run.split('-').map(Number)
    return [first, last]
  })

const countOf = (text: string): number =>
  runsOf(text).reduce((count, [first, last]) => count + last - first + 1, 0)

export const listSerials = operation({
  name: 'listSerials',
  method: 'GET',
  path: '/serials',
  summary: 'List the serials of units by id, such as those that a command created',
  needs: 'read',
  input: z.object({ units: unitIdRuns }),
  output: z.object({ serials: z.array(z.object({ id: z.int(), serial: z.string().nullable() })) }),
})

export const showHistory = operation({
  name: 'showHistory',
  method: 'GET',
  path: '/units/{unit}/history',
  summary: 'List everything that happened to a unit, oldest first',
  needs: 'read',
  input: z.object({
    unit,
    latest: z.coerce
      .number()
      .int()
      .min(1)
      .max(10_000)
      .optional()
      .describe('Only so many of the latest lines.'),
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
    location: plainText(100),
    at: z.string().optional(),
    ...page,
  }),
  /** A page can end early where many units were there at other times; the next one goes on. */
  output: z.object({ units: z.array(unitView), cursor: z.string().nullable() }),
})
