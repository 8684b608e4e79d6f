import { rmSync } from 'node:fs'
import Database from 'better-sqlite3'
import { isDamaged } from '../unreachable.ts'
import { indexTables, indexVersion } from '../search/index-tables.ts'
import type { Connection } from './connection.ts'

/** The file that holds the search index of a company file. */
export const searchFileOf = (path: string): string => `${path.replace(/\.db$/, '')}.search.db`

const statements = indexTables({
  integer: 'integer',
  real: 'real',
  text: 'text',
  bytes: 'blob',
  risingKey: 'integer primary key',
})

const busyTimeoutMs = 10_000

/**
 * Opens a search file for writing. One that is missing, damaged or of another version is begun
 * anew, empty. Its commits are not forced to the disk: after a power cut it knows a little less.
 */
export function openSearchFile(path: string): Connection {
  try {
    return prepare(path)
  } catch (error) {
    if (!isDamaged(error)) throw error
    removeSearchFile(path)
    return prepare(path)
  }
}

/** Deletes a search file; connections that have it open go on with what it was. */
export function removeSearchFile(path: string): void {
  for (const suffix of ['', '-wal', '-shm']) rmSync(path + suffix, { force: true })
}

function prepare(path: string): Connection {
  const connection = new Database(path, { timeout: busyTimeoutMs })
  try {
    connection.pragma('journal_mode = WAL')
    connection.pragma('synchronous = NORMAL')
    connection.pragma('cache_size = -4096')
    connection.pragma('temp_store = MEMORY')
    connection.transaction(() => makeTables(connection)).immediate()
    return connection
  } catch (error) {
    connection.close()
    throw error
  }
}

function makeTables(connection: Connection): void {
  if (connection.pragma('user_version', { simple: true }) === indexVersion) return
  const tables = connection
    .prepare<[], { name: string }>(`select name from sqlite_master where type = 'table'`)
    .all()
  for (const { name } of tables) connection.exec(`drop table "${name}"`)
  for (const statement of statements) connection.exec(statement)
  connection.pragma(`user_version = ${indexVersion}`)
}
