import { existsSync } from 'node:fs'
import { Kysely, PostgresDialect, SqliteDialect, sql } from 'kysely'
import type { StoreAddress } from '../../src/store/open.ts'
import { openPool, schemaOf } from '../../src/store/postgres/connection.ts'
import { openReader } from '../../src/store/sqlite/connection.ts'
import type { Tables } from '../../src/store/tables.ts'

/**
 * Looks at the tables of a store from beside Seriatim, all of them at one moment. Gives
 * `undefined` while the store has no tables yet; throws when it has a part of them.
 */
export async function inspect<T>(
  address: StoreAddress,
  look: (read: Kysely<Tables>) => Promise<T>,
): Promise<T | undefined> {
  if (address.engine === 'sqlite' && !hasFile(address.path)) return undefined
  const database = openDatabase(address)
  try {
    return await database
      .transaction()
      .setIsolationLevel('repeatable read')
      .execute(async (read) => ((await hasTables(address, read)) ? look(read) : undefined))
  } finally {
    await database.destroy()
  }
}

/** A journal is there only while an empty file is turned into one that has a log. */
const hasFile = (path: string): boolean => existsSync(path) && !existsSync(`${path}-journal`)

function openDatabase(address: StoreAddress): Kysely<Tables> {
  if (address.engine === 'sqlite') {
    return new Kysely({ dialect: new SqliteDialect({ database: openReader(address.path) }) })
  }
  const pool = openPool(address.url, schemaOf(address.company))
  return new Kysely({ dialect: new PostgresDialect({ pool }) })
}

/** Tables that are made in one transaction. */
const tablesOfLedger = [
  'company',
  'commands',
  'events',
  'links',
  'units',
  'identifiers',
  'edges',
  'subjects',
  'counters',
  'reviews',
  'actors',
]

async function hasTables(address: StoreAddress, read: Kysely<Tables>): Promise<boolean> {
  const names = (await read.introspection.getTables())
    .filter(({ schema }) => address.engine === 'sqlite' || schema === schemaOf(address.company))
    .map(({ name }) => name)
  const missing = tablesOfLedger.filter((name) => !names.includes(name))
  if (missing.length > 0 && missing.length < tablesOfLedger.length) {
    throw new Error(`The store was made without ${missing.join(', ')}`)
  }
  return missing.length === 0
}

/** What SQLite itself finds wrong with a file. */
export async function checkPages(read: Kysely<Tables>): Promise<string[]> {
  const { rows } = await sql<{ integrity_check: string }>`pragma integrity_check`.execute(read)
  return rows.map((row) => row.integrity_check).filter((found) => found !== 'ok')
}
