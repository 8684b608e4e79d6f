import { ProblemError } from '../../contract/problem-error.ts'

/** What went wrong, as the sentence that the server or the ledger said. */
export const problemText = (error: unknown): string =>
  error instanceof ProblemError ? error.problem.detail : (error as Error).message
