import { copyFileSync, existsSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { dirname } from 'node:path'
import { raiseFence } from './fence.ts'
import { makeFolder } from './make-folder.ts'
import { restoreSchema } from './postgres/backup.ts'
import { companySchemas, schemaExists, schemaOf } from './postgres/connection.ts'
import { readSchemaSetting, removeSchema, renameSchema } from './postgres/company-schema.ts'
import { openPostgresStore } from './postgres/open.ts'
import { readFileSetting, removeCompanyFile, renameCompanyFile } from './sqlite/company-file.ts'
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
  makeFolder(dirname(address.path))
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

/** Deletes a company that nobody has open, with all its history; one that is not there is fine. */
export async function removeStore(address: StoreAddress): Promise<void> {
  if (address.engine === 'postgres') await removeSchema(address.url, address.company)
  else removeCompanyFile(address.path)
}

/** Gives a company that nobody has open another address of the same engine. */
export async function renameStore(from: StoreAddress, to: StoreAddress): Promise<void> {
  if (from.engine === 'postgres' && to.engine === 'postgres') {
    return renameSchema(from.url, from.company, to.company)
  }
  if (from.engine === 'sqlite' && to.engine === 'sqlite') {
    return renameCompanyFile(from.path, to.path)
  }
  throw new RangeError('A company cannot change its engine.')
}

/** A setting of a company, read without opening it; `null` where there is none. */
export async function readStoreSetting(
  address: StoreAddress,
  kind: string,
  name: string,
): Promise<string | null> {
  return address.engine === 'postgres'
    ? readSchemaSetting(address.url, address.company, kind, name)
    : readFileSetting(address.path, kind, name)
}

/**
 * Makes a company from a backup. Gives `false`, and changes nothing, when the company exists. The
 * backup is opened once, so that an older one is brought to the newest tables and a file that is
 * no backup is refused. Its counters skip what may have been given out since it was made.
 *
 * @param now the clock, in milliseconds UTC
 */
export async function restoreStore(
  address: StoreAddress,
  backup: string,
  now: number,
): Promise<boolean> {
  if (address.engine === 'postgres') {
    if (!(await restoreSchema(address.url, schemaOf(address.company), backup))) return false
    await fenceAndClose(await openStore(address), now)
  } else {
    if (existsSync(address.path)) return false
    makeFolder(dirname(address.path))
    await restoreFile(address.path, backup, now)
  }
  return true
}

async function fenceAndClose(store: Store, now: number): Promise<void> {
  try {
    await raiseFence(store, now)
  } finally {
    await store.close()
  }
}

/** The copy gets its name when it has been opened: what is no backup leaves no company behind. */
async function restoreFile(path: string, backup: string, now: number): Promise<void> {
  const copy = `${path}.restoring`
  try {
    copyFileSync(backup, copy)
    if (!isCompanyFile(copy)) throw new Error('It is not a backup of a company.')
    await fenceAndClose(openSqliteStore(copy), now)
    renameSync(copy, path)
  } finally {
    for (const ending of ['', '-wal', '-shm']) rmSync(copy + ending, { force: true })
  }
}
