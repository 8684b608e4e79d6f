import { failWith, ProblemError, problemOfType } from '../contract/problem.ts'
import { whyNotOpened, whyUnreachable } from '../store/unreachable.ts'

/** Where the stores of a server are. */
export interface StoresPlace {
  /** Folder of the SQLite files. */
  readonly data: string
  /** Address of a PostgreSQL database to be used in place of the folder. */
  readonly databaseUrl: string | undefined
}

/** Does what needs a store; where it cannot be reached, says so and why. */
export async function reach<T>(
  { data, databaseUrl }: StoresPlace,
  what: string,
  work: () => Promise<T>,
): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof ProblemError) throw error
    const where = databaseUrl === undefined ? data : 'the database'
    return failWith(
      'store_unreachable',
      `${what} in ${where} cannot be opened: ${whyNotOpened(error)}`,
    )
  }
}

/** A store that cannot be reached is a problem that whoever asks can act on. */
export function reported(error: unknown): unknown {
  const why = whyUnreachable(error)
  return why === undefined ? error : new ProblemError(problemOfType('store_unreachable', why))
}
