import { sayProblem } from '../../contract/problem-types.ts'
import { StoreFailedError } from '../store.ts'

/** The disk did not take what was written; what it holds is known when the file is opened anew. */
export const diskRefused = (what: 'write' | 'checkpoint', cause: unknown): StoreFailedError =>
  new StoreFailedError(
    sayProblem(`store_unreachable.${what}_refused`, { reason: (cause as Error).message }),
    { cause },
  )
