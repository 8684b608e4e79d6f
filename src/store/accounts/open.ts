import { dirname } from 'node:path'
import { makeFolder } from '../make-folder.ts'
import { openPostgresAccounts } from '../postgres/accounts.ts'
import { openSqliteAccounts } from '../sqlite/accounts.ts'
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
