import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
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
