import { copyFileSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { dirname } from 'node:path'
import { restoreSchema } from './postgres/backup.ts'
import { companySchemas, schemaExists, schemaOf } from './postgres/connection.ts'
import { openPostgresStore } from './postgres/open.ts'
import { isCompanyFile } from './sqlite/connection.ts'
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

/** Whether there is a company. */
export async function storeExists(address: StoreAddress): Promise<boolean> {
  if (address.engine === 'sqlite') return existsSync(address.path)
  return schemaExists(address.url, schemaOf(address.company))
}

/** Names of the stores in a folder, or in a PostgreSQL database where one is given. */
export async function listStores(place: {
  readonly data: string
  readonly databaseUrl: string | undefined
}): Promise<string[]> {
  if (place.databaseUrl !== undefined) return companySchemas(place.databaseUrl)
  if (!existsSync(place.data)) return []
  return readdirSync(place.data).flatMap((file) => /^([a-z][a-z0-9_]*)\.db$/.exec(file)?.[1] ?? [])
}

/**
 * Makes a company from a backup. Gives `false`, and changes nothing, when the company exists. The
 * backup is opened once, so that an older one is brought to the newest tables and a file that is
 * no backup is refused.
 */
export async function restoreStore(address: StoreAddress, backup: string): Promise<boolean> {
  if (address.engine === 'postgres') {
    if (!(await restoreSchema(address.url, schemaOf(address.company), backup))) return false
    await (await openStore(address)).close()
  } else {
    if (existsSync(address.path)) return false
    mkdirSync(dirname(address.path), { recursive: true })
    await restoreFile(address.path, backup)
  }
  return true
}

/** The copy gets its name when it has been opened: what is no backup leaves no company behind. */
async function restoreFile(path: string, backup: string): Promise<void> {
  const copy = `${path}.restoring`
  try {
    copyFileSync(backup, copy)
    if (!isCompanyFile(copy)) throw new Error('It is not a backup of a company.')
    await openSqliteStore(copy).close()
    renameSync(copy, path)
  } finally {
    for (const ending of ['', '-wal', '-shm']) rmSync(copy + ending, { force: true })
  }
}
