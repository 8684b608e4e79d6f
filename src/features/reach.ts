import { failWith, ProblemError, problemThatSays } from '../contract/problem.ts'
import { whyNotOpened, whyUnreachable } from '../store/unreachable.ts'

/** Where the stores of a server are. */
export interface StoresPlace {
  /** Folder of the SQLite files. */
  readonly data: string
  /** Address of a PostgreSQL database to be used in place of the folder. */
  readonly databaseUrl: string | undefined
}

/**
 * Does what needs a store; where it cannot be reached, says so and why.
 *
 * @param company the company whose store it is; null for the accounts
 */
export async function reach<T>(
  { data, databaseUrl }: StoresPlace,
  company: string | null,
  work: () => Promise<T>,
): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof ProblemError) throw error
    const what = company === null ? 'accounts' : 'company'
    const where = databaseUrl === undefined ? 'folder' : 'database'
    const reason = whyNotOpened(error)
    return failWith(`store_unreachable.${what}_${where}`, { company, folder: data, reason })
  }
}

/** A store that cannot be reached is a problem that whoever asks can act on. */
export function reported(error: unknown): unknown {
  const why = whyUnreachable(error)
  return why === undefined ? error : new ProblemError(problemThatSays('store_unreachable', why))
}
