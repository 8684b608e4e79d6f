import { sql, type Kysely } from 'kysely'
import type { AccountStore } from './account-store.ts'
import type { AccountTables } from './tables.ts'

/**
 * Transactions on the accounts. Each begins by a write to the one row of the server, which makes
 * them follow each other on both engines, whichever process they come from.
 */
export async function transactor(
  db: Kysely<AccountTables>,
): Promise<Pick<AccountStore, 'key' | 'version' | 'transact'>> {
  const { key } = await db.selectFrom('server').select('key').executeTakeFirstOrThrow()
  let version = 0
  return {
    key,
    version: () => version,
    async transact(work) {
      try {
        return await db.transaction().execute(async (transaction) => {
          await transaction
            .updateTable('server')
            .set({ changes: sql<number>`changes + 1` })
            .execute()
          return work(transaction)
        })
      } finally {
        version += 1
      }
    },
  }
}
