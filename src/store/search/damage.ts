import { DamagedIndexError } from './column.ts'

/** Whether the search index could not be read because it holds what was never written to it. */
export const isDamage = (error: unknown): boolean =>
  error instanceof DamagedIndexError ||
  /malformed|not a database|no such table: search_|relation "search_\w+" does not exist/.test(
    (error as Error).message,
  )
