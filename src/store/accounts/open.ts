import { copyFileSync, existsSync, renameSync, rmSync } from 'node:fs'
import { dirname } from 'node:path'
import { makeFolder } from '../make-folder.ts'
import { openPostgresAccounts } from '../postgres/accounts.ts'
import { restoreSchema } from '../postgres/backup.ts'
import { isAccountsFile, openSqliteAccounts } from '../sqlite/accounts.ts'
import type { AccountStore } from './account-store.ts'

/** Where the accounts are: a SQLite file, or a schema of a PostgreSQL database. */
export type AccountsAddress =
  | { readonly engine: 'sqlite'; readonly path: string }
  | { readonly engine: 'postgres'; readonly url: string; readonly schema: string }

/** Opens the accounts of a server, making them if there are none. */
export async function openAccounts(address: AccountsAddress): Promise<AccountStore> {
  if (address.engine === 'postgres') return openPostgresAccounts(address.url, address.schema)
  makeFolder(dirname(address.path))
  return openSqliteAccounts(address.path)
}

/**
 * Makes the accounts from a backup, with nobody signed in. Gives `false`, and changes nothing, when
 * there are accounts; throws when it is no backup of accounts.
 */
export async function restoreAccounts(address: AccountsAddress, backup: string): Promise<boolean> {
  if (address.engine === 'postgres') {
    if (!(await restoreSchema(address.url, address.schema, backup, 'server'))) return false
    await forgetSessions(await openAccounts(address))
    return true
  }
  if (existsSync(address.path)) return false
  makeFolder(dirname(address.path))
  const copy = `${address.path}.restoring`
  try {
    copyFileSync(backup, copy)
    if (!isAccountsFile(copy)) throw new Error('It is not a backup of accounts.')
    await forgetSessions(await openSqliteAccounts(copy))
    renameSync(copy, address.path)
  } finally {
    for (const ending of ['', '-wal', '-shm']) rmSync(copy + ending, { force: true })
  }
  return true
}

/** Who was signed in when the backup was made may have been signed out since. */
async function forgetSessions(accounts: AccountStore): Promise<void> {
  await accounts.transact(async (db) => {
    await db.deleteFrom('sessions').execute()
    await db.deleteFrom('links').where('used', 'is', null).execute()
  })
  await accounts.close()
}
