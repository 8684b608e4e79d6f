import { z } from 'zod'
import { refusals, type RefusalCode } from '../domain/refusal.ts'
import type { Answer } from '../domain/command.ts'
import { operation } from './operation.ts'
import { said } from './clause.ts'

const refusalView = z
  .object({
    code: z.enum(Object.keys(refusals) as [RefusalCode, ...RefusalCode[]]),
    message: z.string(),
    facts: z.record(z.string(), said),
  })
  .meta({ id: 'Refusal' })

const answerView = z.union([
  z.object({
    ok: z.literal(true),
    event: z
      .int()
      .nullable()
      .describe('Number of the event; null when a partial command had nothing left to record.'),
    created: z.string().describe('Ids of the units that were made, as runs: `1-1000,1005`.'),
    subject: z.int().nullable().describe('Id of the item, location … that was made or changed.'),
    contested: z
      .boolean()
      .describe('It contradicts what is known: it was kept, and waits for review.'),
    refused: z
      .array(z.object({ index: z.int(), refusal: refusalView }))
      .describe('Entries of a partial command that were refused, by their places from 0.'),
  }),
  z.object({ ok: z.literal(false), refusal: refusalView }),
])

const commandInput = z.object({
  id: z
    .string()
    .describe(
      'UUIDv7 that the client makes once; sent again, it is the same command. ' +
        'That of a single command may be the `Idempotency-Key` instead.',
    ),
  kind: z.string(),
  input: z.unknown(),
  time: z.int().optional().describe('When it happened, in milliseconds UTC; now when absent.'),
  reason: z.string().max(500).optional(),
  batch: z.string().max(100).optional(),
})

/** Most commands of one call. */
export const commandsPerCallMax = 1000

/** Records what happened; each command is answered for itself, in order. */
export const recordCommands = operation({
  name: 'recordCommands',
  method: 'POST',
  path: '/commands',
  summary: 'Record commands; each is answered for itself. To set up items, orders … needs `manage`',
  needs: 'record',
  input: z.object({ commands: z.array(commandInput).min(1).max(commandsPerCallMax) }),
  output: z.object({ answers: z.array(answerView as z.ZodType<Answer>) }),
})
