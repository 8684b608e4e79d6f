import type { Kysely } from 'kysely'
import type { AccountTables } from './tables.ts'

/** The people of a server, how they are known, and what they may: beside the companies. */
export interface AccountStore {
  /** Reads, and writes of one statement. */
  readonly db: Kysely<AccountTables>
  /** Key of this server, for hashes that have to be found again; made with the store. */
  readonly key: string
  /**
   * Counts the writes of this process. What was remembered from the store holds as long as it is
   * the same; of the writes of other processes it knows nothing.
   */
  readonly version: () => number
  /** Runs `work` with the lock of the accounts held; nothing is written when it throws. */
  transact<T>(work: (db: Kysely<AccountTables>) => Promise<T>): Promise<T>
  /** Writes a consistent copy to `path` while others go on reading and writing. */
  backup(path: string): Promise<void>
  close(): Promise<void>
}
