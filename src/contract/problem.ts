import { z } from 'zod'
import { refusals, refusalSaid, type Refusal } from '../domain/refusal.ts'
import type { Problem } from './problem-error.ts'
import { clause } from './clause.ts'

export { ProblemError, type Problem } from './problem-error.ts'
export {
  failInEnglish,
  failWith,
  problemOfType,
  problemThatSays,
  problemTypes,
} from './problem-types.ts'

/** The shape of a {@link Problem}. */
export const problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string(),
  said: clause.optional(),
  field: z.string().optional(),
  position: z.int().optional(),
  suggestion: z.string().optional(),
}) satisfies z.ZodType<Problem>

/** A problem that says what a refusal says. */
export function problemOf(refusal: Refusal): Problem {
  const { code, message, facts } = refusal
  const { field } = facts
  return {
    type: code,
    title: code.replaceAll('_', ' '),
    status: refusals[code],
    detail: message,
    said: refusalSaid(refusal),
    ...(typeof field === 'string' && { field }),
  }
}
