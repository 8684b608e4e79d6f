import { z } from 'zod'
import { subjectKinds } from '../domain/subject.ts'
import { live, operation, page } from './operation.ts'
import { clause } from './clause.ts'

/** Most units that a change names; an event of more says how many there are. */
export const unitsNamedMax = 100

/** What happened, as a live stream tells it. */
const change = z
  .object({
    kind: z.string(),
    time: z.string().describe('When it happened, as ISO 8601.'),
    actor: z.string(),
    sentence: z
      .string()
      .describe(
        'The event in English words, without the thing that it happened to, and its clauses.',
      ),
    clauses: z.array(clause),
    units: z
      .array(z.object({ id: z.int(), serial: z.string().nullable() }))
      .describe('The units that it happened to, or the first of them.'),
    unitCount: z.int(),
    subject: z
      .object({ kind: z.enum(subjectKinds), id: z.int(), code: z.string() })
      .nullable()
      .describe('The item, location … that it made or changed.'),
    command: z.string().describe('Id of the command, by which whoever sent it knows it again.'),
    corrects: z.int().nullable().describe('The event that it takes back.'),
    contested: z.boolean(),
  })
  .meta({ id: 'Change' })
export type Change = z.infer<typeof change>

export const followChanges = live({
  name: 'followChanges',
  method: 'GET',
  path: '/changes',
  summary: 'Follow what happens, event by event, from now on or from where it was left',
  needs: 'read',
  input: z.object({
    after: z.coerce
      .number()
      .int()
      .min(0)
      .optional()
      .describe('Number of the last event that is known; only what is new when absent.'),
  }),
  output: z.object({
    id: z.int().describe('Number of the event: everything up to it has been told.'),
    change: change
      .nullable()
      .describe('Null says that nothing happened since, so that a silence is known to be one.'),
  }),
})

/** An event with its number. */
const numberedChange = z.object({ id: z.int(), change })

export const listChanges = operation({
  name: 'listChanges',
  method: 'GET',
  path: '/events',
  summary: 'List what happened, the latest first',
  needs: 'read',
  input: z.object(page),
  output: z.object({ changes: z.array(numberedChange), cursor: z.string().nullable() }),
})

export const listReviews = operation({
  name: 'listReviews',
  method: 'GET',
  path: '/reviews',
  summary: 'List late facts that contradict what is known, and wait for somebody to look at them',
  needs: 'read',
  input: z.object(page),
  output: z.object({
    total: z.int().describe('How many wait in all.'),
    changes: z.array(numberedChange),
    cursor: z.string().nullable(),
  }),
})

export const settleReview = operation({
  name: 'settleReview',
  method: 'POST',
  path: '/reviews/{event}',
  summary: 'Leave a contested event as it is: somebody has looked at it',
  needs: 'record',
  input: z.object({ event: z.coerce.number().int().min(1) }),
  output: z.object({ event: z.int() }),
})
