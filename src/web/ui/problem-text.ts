import type { Problem } from '../../contract/problem.ts'
import { ProblemError } from '../../contract/problem-error.ts'

/** The problem document behind an error, if there is one. */
export const problemOf = (error: unknown): Problem | undefined =>
  error instanceof ProblemError ? error.problem : undefined

/** What went wrong, as the sentence that the server or the ledger said. */
export const problemText = (error: unknown): string =>
  problemOf(error)?.detail ?? (error as Error).message
