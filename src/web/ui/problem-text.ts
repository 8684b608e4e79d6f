import { saidText } from '../texts/say.ts'
import { ProblemError, type Problem } from '../../contract/problem-error.ts'

/** The problem document behind an error, if there is one. */
export const problemOf = (error: unknown): Problem | undefined =>
  error instanceof ProblemError ? error.problem : undefined

/** What went wrong, in the chosen language; in English where it has no words for it. */
export function problemText(error: unknown): string {
  const problem = problemOf(error)
  if (!problem) return (error as Error).message
  return problem.said ? saidText(problem.said, problem.detail) : problem.detail
}
