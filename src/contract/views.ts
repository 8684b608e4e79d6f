import { z } from 'zod'
import { statuses, stages, unitKinds } from '../domain/status.ts'
import { subjectKinds } from '../domain/subject.ts'
import { clause, scalar } from './clause.ts'
import { serialMeaning } from './schemes.ts'

/** Shapes that several operations answer with. */

/** A time as people and programs exchange it: ISO 8601, UTC. */
const instant = z.string()

/** An item, location … where something else refers to it. */
export const reference = z
  .object({ id: z.int(), code: z.string(), name: z.string().nullable() })
  .meta({ id: 'Reference' })

/** Where a unit is: the location, and the containers that it is in from the outermost inwards. */
const place = z
  .object({
    location: reference.nullable(),
    containers: z.array(z.object({ id: z.int(), serial: z.string().nullable() })),
  })
  .meta({ id: 'Place' })

export const unitView = z
  .object({
    id: z.int(),
    serial: z.string().nullable(),
    item: reference.nullable(),
    kind: z.enum(unitKinds),
    status: z.enum(statuses),
    stage: z.enum(stages),
    place,
    lot: reference.nullable(),
    order: reference.nullable(),
    party: reference.nullable(),
    content: z.int().describe('Integer amount in the item’s smallest unit of measure.'),
    quantity: z
      .object({ amount: z.string(), measure: z.string() })
      .nullable()
      .describe('The content of a portion in the item’s unit of measure, such as `3.500` `kg`.'),
    holds: z.array(z.object({ event: z.int(), reason: z.string() })),
    identifiers: z.array(z.object({ type: z.string(), value: z.string() })),
    traits: z.record(z.string(), scalar),
    expiry: instant
      .nullable()
      .describe('When its lot expires; of a unit without a lot, what was said of the unit itself.'),
    meaning: serialMeaning
      .nullable()
      .optional()
      .describe('What the serial says by the scheme that made it; where one unit alone is shown.'),
    times: z.record(z.string(), instant).describe('When it was last received, moved, seen, …'),
    time: instant.nullable().describe('When the last event happened.'),
    event: z.int().describe('Number of the last event.'),
  })
  .meta({ id: 'Unit' })
export type UnitView = z.infer<typeof unitView>

export const historyLine = z
  .object({
    event: z.int(),
    kind: z.string(),
    time: instant,
    sentence: z
      .string()
      .describe('The event in English words, and the clauses that it is made of.'),
    clauses: z.array(clause),
    actor: z.string(),
    location: reference.nullable(),
    corrects: z.int().nullable(),
    correctedBy: z.int().nullable().describe('The event that took this one back.'),
    contested: z.boolean(),
    changes: z.record(z.string(), z.array(scalar)).describe('Path → [before, after].'),
  })
  .meta({ id: 'HistoryLine' })
export type HistoryLineView = z.infer<typeof historyLine>

export const subjectView = z
  .object({
    kind: z.enum(subjectKinds),
    id: z.int(),
    code: z.string(),
    parent: z.int().nullable(),
    data: z.record(z.string(), z.unknown()),
  })
  .meta({ id: 'Subject' })
export type SubjectView = z.infer<typeof subjectView>
