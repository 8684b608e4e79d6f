import { z } from 'zod'
import { listJoins, type Clause, type Said } from '../i18n/clause.ts'

/**
 * What is said, for faces that speak another language: the file and key of a text in src/i18n/en,
 * such as `events.movedTo`, and what it is filled with.
 */
export const clause: z.ZodType<Clause, Clause> = z
  .object({
    key: z.string(),
    values: z.record(
      z.string(),
      z.lazy(() => said),
    ),
  })
  .meta({ id: 'Clause' })

const clauseList = z
  .object({ join: z.enum(listJoins), parts: z.array(z.lazy(() => said)) })
  .meta({ id: 'ClauseList' })

/** A value as it stands. */
export const scalar = z.union([z.string(), z.number(), z.boolean(), z.null()])

/** Data as it stands, or what is said of it. */
export const said: z.ZodType<Said, Said> = z
  .union([scalar, clause, clauseList])
  .meta({ id: 'Said' })

/** A part of a code that was read: what it is called and what it says, such as `site` `Hamburg`. */
export const fact = z
  .object({ name: z.string(), value: z.string(), said: z.object({ name: said, value: said }) })
  .meta({ id: 'Fact' })
