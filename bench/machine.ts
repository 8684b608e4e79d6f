import { cpus, totalmem } from 'node:os'
import Database from 'better-sqlite3'

/** What the figures were measured on. */
export function describeMachine(): Record<string, string | number> {
  const database = new Database(':memory:')
  const sqlite = database.prepare('select sqlite_version() as version').get() as { version: string }
  database.close()
  return {
    processor: cpus()[0]?.model ?? 'unknown',
    cores: cpus().length,
    memoryGiB: Math.round(totalmem() / 2 ** 30),
    node: process.version,
    sqlite: sqlite.version,
  }
}
