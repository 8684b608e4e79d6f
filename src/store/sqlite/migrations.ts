import { groundRows, groundTables, type SchemaDialect } from '../schema.ts'
import type { Connection } from './connection.ts'
import { triggers } from './triggers.ts'

export const sqliteDialect: SchemaDialect = {
  integer: 'integer',
  code: 'integer',
  text: 'text',
  clustered: 'without rowid, strict',
  ordinary: 'strict',
  risingKey: 'integer primary key',
}

/** Each release's statements, oldest first; the file's `user_version` says how many it has. */
const releases: readonly (readonly string[])[] = [
  [...groundTables(sqliteDialect), ...triggers, ...groundRows],
]

/** Brings a company file to the newest release's tables. */
export const migrate = (connection: Connection): void => bringUpTo(connection, releases)

/** Brings a file to the newest of its releases; all of a release or nothing of it. */
export function bringUpTo(connection: Connection, releases: readonly (readonly string[])[]): void {
  const version = () => connection.pragma('user_version', { simple: true }) as number
  if (version() > releases.length) {
    throw new Error('This file was written by a newer Seriatim. Start that version instead.')
  }
  while (version() < releases.length) {
    connection
      .transaction(() => {
        // Another process may have been faster: the lock is held only from here on.
        const next = version()
        for (const statement of releases[next] ?? []) connection.exec(statement)
        connection.pragma(`user_version = ${Math.min(next + 1, releases.length)}`)
      })
      .immediate()
  }
}
