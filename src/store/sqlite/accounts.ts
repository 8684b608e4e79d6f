import { randomBytes } from 'node:crypto'
import { chmodSync } from 'node:fs'
import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import Database from 'better-sqlite3'
import { Kysely, SqliteDialect } from 'kysely'
import type { AccountStore } from '../accounts/account-store.ts'
import { accountTables, saidDetails } from '../accounts/schema.ts'
import type { AccountTables } from '../accounts/tables.ts'
import { transactor } from '../accounts/transactor.ts'
import { bringUpTo, sqliteDialect } from './migrations.ts'

/** How long to wait for another process's write, in milliseconds. */
const busyTimeoutMs = 10_000

const triggers = ['update', 'delete'].map(
  (act) => `create trigger access_log_refuse_${act} before ${act} on access_log
    begin select raise(abort, 'access_log: what happened is never changed'); end`,
)

const releases: readonly (readonly string[])[] = [
  [...accountTables(sqliteDialect), ...triggers],
  [saidDetails(sqliteDialect)],
]

/** Opens the file of the accounts, making it if there is none. */
export async function openSqliteAccounts(path: string): Promise<AccountStore> {
  const connection = new Database(path, { timeout: busyTimeoutMs })
  // Nobody else on the machine has to read hashes.
  if (path !== ':memory:') chmodSync(path, 0o600)
  connection.pragma('journal_mode = WAL')
  connection.pragma('synchronous = FULL')
  connection.pragma('trusted_schema = OFF')
  connection.pragma('recursive_triggers = ON')
  bringUpTo(connection, releases)
  const insert = connection.prepare<[string]>(
    'insert into server values (1, ?, 0) on conflict do nothing',
  )
  insert.run(randomBytes(32).toString('base64url'))
  const db = new Kysely<AccountTables>({ dialect: new SqliteDialect({ database: connection }) })
  const backup = async (target: string) => {
    const worker = new Worker(new URL('./backup-worker.ts', import.meta.url), {
      workerData: { path, target },
    })
    await once(worker, 'exit')
  }
  return { db, ...(await transactor(db)), backup, close: () => db.destroy() }
}

/** Whether a file is a database that holds accounts. */
export function isAccountsFile(path: string): boolean {
  const connection = new Database(path, { readonly: true })
  try {
    return connection.prepare('select key from server').get() !== undefined
  } catch {
    return false
  } finally {
    connection.close()
  }
}
