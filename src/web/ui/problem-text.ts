import type { Problem } from '../../contract/problem.ts'
import { refusalText } from '../texts/say.ts'
import { ProblemError } from '../../contract/problem-error.ts'

/** The problem document behind an error, if there is one. */
export const problemOf = (error: unknown): Problem | undefined =>
  error instanceof ProblemError ? error.problem : undefined

/** What went wrong: what the ledger refused in the chosen language, else as the server said it. */
export function problemText(error: unknown): string {
  const problem = problemOf(error)
  if (!problem) return (error as Error).message
  const { type, detail, facts } = problem
  return facts ? refusalText({ code: type, facts, message: detail }) : detail
}
