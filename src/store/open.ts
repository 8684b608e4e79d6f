import { copyFileSync, existsSync, mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { restoreSchema } from './postgres/backup.ts'
import { schemaOf } from './postgres/connection.ts'
import { openPostgresStore } from './postgres/open.ts'
import { openSqliteStore } from './sqlite/open.ts'
import type { Store } from './store.ts'

/** Where a company's data is: a SQLite file, or a schema of a PostgreSQL database. */
export type StoreAddress =
  | { readonly engine: 'sqlite'; readonly path: string }
  | { readonly engine: 'postgres'; readonly url: string; readonly company: string }

/** Opens a company's store, making it if there is none. */
export async function openStore(address: StoreAddress): Promise<Store> {
  if (address.engine === 'postgres') return openPostgresStore(address.url, address.company)
  mkdirSync(dirname(address.path), { recursive: true })
  return openSqliteStore(address.path)
}

/**
 * Makes a company from a backup. Gives `false`, and changes nothing, when the company exists. The
 * backup is opened once, so that an older one is brought to the newest tables and a file that is
 * no backup is refused.
 */
export async function restoreStore(address: StoreAddress, backup: string): Promise<boolean> {
  if (address.engine === 'postgres') {
    if (!(await restoreSchema(address.url, schemaOf(address.company), backup))) return false
  } else {
    if (existsSync(address.path)) return false
    mkdirSync(dirname(address.path), { recursive: true })
    copyFileSync(backup, address.path)
  }
  await (await openStore(address)).close()
  return true
}
