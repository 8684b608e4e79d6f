import { z } from 'zod'
import type { Refusal } from '../domain/refusal.ts'
import { refusals } from '../domain/refusal.ts'
import { ProblemError, type Problem } from './problem-error.ts'

/** The shape of a {@link Problem}. */
export const problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string(),
  field: z.string().optional(),
  position: z.int().optional(),
  facts: z.record(z.string(), z.union([z.string(), z.number(), z.null()])).optional(),
}) satisfies z.ZodType<Problem>

/**
 * Kinds of problems besides the refusals of the ledger, with the HTTP status that suits each; the
 * sentence is made for the case. A test compares this list with `docs/errors.md` both ways.
 */
export const problemTypes = {
  request_invalid: 400,
  sign_in_needed: 401,
  sign_in_refused: 401,
  permission_denied: 403,
  origin_refused: 403,
  not_found: 404,
  company_unknown: 404,
  company_exists: 409,
  name_taken: 409,
  last_owner: 409,
  link_invalid: 410,
  unit_ambiguous: 409,
  key_reused: 409,
  body_too_large: 413,
  media_type_unknown: 415,
  host_refused: 421,
  input_invalid: 422,
  file_invalid: 422,
  label_refused: 422,
  printer_not_ready: 409,
  printer_unreachable: 503,
  job_moved_on: 409,
  password_weak: 422,
  too_many_attempts: 429,
  backup_invalid: 422,
  backup_failed: 500,
  server_failed: 500,
  local_only: 501,
  answer_unexpected: 502,
  server_unreachable: 503,
  store_unreachable: 503,
  live_full: 503,
  disk_full: 507,
} as const satisfies Record<string, number>

export type ProblemType = keyof typeof problemTypes

export { ProblemError, type Problem }

/** A problem of a known kind. */
export const problemOfType = (
  type: ProblemType,
  detail: string,
  at: Pick<Problem, 'field' | 'position'> = {},
): Problem => ({
  type,
  title: type.replaceAll('_', ' '),
  status: problemTypes[type],
  detail,
  ...at,
})

/** Ends an operation with a problem of a known kind. */
export function failWith(
  type: ProblemType,
  detail: string,
  at: Pick<Problem, 'field' | 'position'> = {},
): never {
  throw new ProblemError(problemOfType(type, detail, at))
}

/** A problem that says what a refusal says. */
export function problemOf({ code, message, facts }: Refusal): Problem {
  const { field } = facts
  return {
    type: code,
    title: code.replaceAll('_', ' '),
    status: refusals[code],
    detail: message,
    ...(field && { field: String(field) }),
    facts,
  }
}
