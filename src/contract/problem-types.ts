import type { Clause } from '../i18n/clause.ts'
import texts from '../i18n/en/problems.json' with { type: 'json' }
import { inEnglish, sayFrom } from '../i18n/english.ts'
import { ProblemError, type Problem } from './problem-error.ts'

/** Says a text of src/i18n/en/problems.json. */
export const sayProblem = sayFrom('problems', texts)

/** Name of a text of problems: its kind, and after a point the case, where there are several. */
export type ProblemText = keyof typeof texts

/**
 * Kinds of problems besides the refusals of the ledger, with the HTTP status that suits each. What
 * they say stands in src/i18n/en/problems.json, filled in for the case. A test compares this list
 * with `docs/errors.md` both ways.
 */
export const problemTypes = {
  request_invalid: 400,
  sign_in_needed: 401,
  sign_in_refused: 401,
  permission_denied: 403,
  origin_refused: 403,
  not_found: 404,
  company_unknown: 404,
  method_not_allowed: 405,
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
} as const satisfies Record<KindOf<ProblemText>, number>

type KindOf<Text extends string> = Text extends `${infer Kind}.${string}` ? Kind : Text
export type ProblemType = keyof typeof problemTypes

/** A problem of a known kind in English words, for faces that speak nothing else. */
const problemInEnglish = (type: ProblemType, detail: string): Problem => ({
  type,
  title: type.replaceAll('_', ' '),
  status: problemTypes[type],
  detail,
})

/** A problem of a known kind that says a text of any file. */
export const problemThatSays = (type: ProblemType, said: Clause): Problem => ({
  ...problemInEnglish(type, inEnglish(said)),
  said,
})

/**
 * A problem of a known kind.
 *
 * @param text what it says; the kind is the beginning of its name
 */
export const problemOfType = (text: ProblemText, values: Clause['values'] = {}): Problem =>
  problemThatSays(text.replace(/\..*/, '') as ProblemType, sayProblem(text, values))

/**
 * Ends an operation with a problem of a known kind.
 *
 * @param field the property of the input that is wrong
 */
export function failWith(text: ProblemText, values?: Clause['values'], field?: string): never {
  throw new ProblemError({ ...problemOfType(text, values), ...(field !== undefined && { field }) })
}

/** Ends what a person does at a face that speaks English alone. */
export function failInEnglish(type: ProblemType, detail: string): never {
  throw new ProblemError(problemInEnglish(type, detail))
}

/** How a time is to be written. */
export const instantForm = sayProblem('input_invalid.time_form')
