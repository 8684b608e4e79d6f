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
    /** When it happened, as ISO 8601. */
    time: z.string(),
    actor: z.string(),
    /** The event in English words, without the thing that it happened to, and its clauses. */
    sentence: z.string(),
    clauses: z.array(clause),
    /** The units that it happened to, or the first of them. */
    units: z.array(z.object({ id: z.int(), serial: z.string().nullable() })),
    unitCount: z.int(),
    /** The item, location … that it made or changed. */
    subject: z.object({ kind: z.enum(subjectKinds), id: z.int(), code: z.string() }).nullable(),
    /** Id of the command, by which whoever sent it knows it again. */
    command: z.string(),
    /** The event that it takes back. */
    corrects: z.int().nullable(),
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
    /** Number of the last event that is known; only what is new when absent. */
    after: z.coerce.number().int().min(0).optional(),
  }),
  output: z.object({
    /** Number of the event: everything up to it has been told. */
    id: z.int(),
    /** Null says that nothing happened since, so that a silence is known to be one. */
    change: change.nullable(),
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
    /** How many wait in all. */
    total: z.int(),
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
