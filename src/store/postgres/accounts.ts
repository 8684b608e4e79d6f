import { randomBytes } from 'node:crypto'
import { Kysely, PostgresDialect } from 'kysely'
import type { AccountStore } from '../accounts/account-store.ts'
import { accountTables, saidDetails } from '../accounts/schema.ts'
import type { AccountTables } from '../accounts/tables.ts'
import { transactor } from '../accounts/transactor.ts'
import { backupSchema } from './backup.ts'
import { openPool } from './connection.ts'
import { bringUpTo, postgresDialect } from './migrations.ts'

const triggers = [
  `create function refuse_change() returns trigger language plpgsql as
     $$ begin raise exception '%: what happened is never changed', tg_table_name; end $$`,
  `create trigger access_log_refuse_change before update or delete or truncate on access_log
     for each statement execute function refuse_change()`,
]

const releases: readonly (readonly string[])[] = [
  [...accountTables(postgresDialect), ...triggers],
  [saidDetails(postgresDialect)],
]

/** Opens the schema of the accounts, making it if there is none. */
export async function openPostgresAccounts(url: string, schema: string): Promise<AccountStore> {
  const pool = openPool(url, schema)
  const client = await pool.connect()
  try {
    await bringUpTo(client, schema, releases)
    await client.query('insert into server values (1, $1, 0) on conflict do nothing', [
      randomBytes(32).toString('base64url'),
    ])
  } finally {
    client.release()
  }
  const db = new Kysely<AccountTables>({ dialect: new PostgresDialect({ pool }) })
  const backup = (path: string) => backupSchema(url, schema, path)
  return { db, ...(await transactor(db)), backup, close: () => db.destroy() }
}
