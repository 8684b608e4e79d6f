import { z } from 'zod'
import type { Refusal } from '../domain/refusal.ts'
import { refusals } from '../domain/refusal.ts'

/** Why an operation was not done, as a problem document (RFC 9457). */
export const problem = z.object({
  /** Stable name of the kind of problem. */
  type: z.string(),
  title: z.string(),
  status: z.int(),
  /** What happened and what to do about it. */
  detail: z.string(),
  /** The property of the input that is wrong. */
  field: z.string().optional(),
  /** Place in a text, such as a search, from 0. */
  position: z.int().optional(),
})
export type Problem = z.infer<typeof problem>

/** Thrown where an operation cannot be done; every face shows its problem. */
export class ProblemError extends Error {
  readonly problem: Problem
  constructor(problem: Problem) {
    super(problem.detail)
    this.problem = problem
  }
}

/** A problem that says what a refusal says. */
export function problemOf({ code, message, facts }: Refusal): Problem {
  const { field } = facts
  return {
    type: code,
    title: code.replaceAll('_', ' '),
    status: refusals[code][0],
    detail: message,
    ...(field && { field: String(field) }),
  }
}
