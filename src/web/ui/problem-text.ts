import { saidText } from '../texts/say.ts'
import { ProblemError, type Problem } from '../../contract/problem-error.ts'
import { problemOfType } from '../../contract/problem-types.ts'

/** The problem document behind an error, if there is one. */
export const problemOf = (error: unknown): Problem | undefined =>
  error instanceof ProblemError
    ? error.problem
    : isPartMissing(error)
      ? problemOfType('server_unreachable')
      : undefined

/** Whether a part of the app could not be loaded, as Chromium, Firefox and Safari say it. */
export const isPartMissing = (error: unknown): boolean =>
  error instanceof TypeError &&
  /dynamically imported module|Importing a module script/i.test(error.message)

/** What went wrong, in the chosen language; in English where it has no words for it. */
export function problemText(error: unknown): string {
  const problem = problemOf(error)
  if (!problem) return (error as Error).message
  return problem.said ? saidText(problem.said, problem.detail) : problem.detail
}
