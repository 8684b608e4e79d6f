import {
  groundRows,
  groundTables,
  liveSubjects,
  schemeTables,
  type SchemaDialect,
} from '../schema.ts'
import type { SubjectTable } from '../tables.ts'
import { scopeMakerNumbers, scopeNumbersOfMaker, upgradeSubjects } from '../upgrade-subjects.ts'
import type { Connection } from './connection.ts'
import { triggers } from './triggers.ts'
import { insertScheme, upsertSubject } from './write.ts'

export const sqliteDialect: SchemaDialect = {
  integer: 'integer',
  code: 'integer',
  text: 'text',
  clustered: 'without rowid, strict',
  ordinary: 'strict',
  risingKey: 'integer primary key',
}

/** What a release does to a file: statements, or a function where these are not enough. */
export type Release = readonly string[] | ((connection: Connection) => void)

/** The tables of the first release. */
export const firstRelease = [...groundTables(sqliteDialect), ...triggers, ...groundRows]

/** Each release, oldest first; the file's `user_version` says how many it has. */
const releases: readonly Release[] = [firstRelease, makeSecondRelease, liveSubjects]

function makeSecondRelease(connection: Connection): void {
  for (const statement of schemeTables(sqliteDialect)) connection.exec(statement)
  const rows = connection.prepare<[], SubjectTable>('select * from subjects order by id').all()
  const company = connection
    .prepare<[], { next_subject: number }>('select next_subject from company')
    .get()
  const upgraded = upgradeSubjects(rows, company?.next_subject ?? 2)
  const upsert = connection.prepare(upsertSubject)
  for (const row of upgraded.rows) upsert.run(row)
  const insert = connection.prepare(insertScheme)
  for (const scheme of upgraded.schemes) insert.run(scheme)
  connection.prepare('update company set next_subject = ?').run(upgraded.nextSubject)
  connection.exec(scopeMakerNumbers)
  const scope = connection.prepare(scopeNumbersOfMaker('?', '?'))
  for (const [item, maker] of upgraded.makers) scope.run(-maker, item)
}

/** Finds a table in a file without a release; both at one moment, as another process may make them. */
const foreignTable = `select 1 from sqlite_schema, pragma_user_version where user_version = 0`

/** Brings a company file to the newest release's tables. */
export const migrate = (connection: Connection): void => bringUpTo(connection, releases)

/** Brings a file to the newest of its releases; all of a release or nothing of it. */
export function bringUpTo(connection: Connection, releases: readonly Release[]): void {
  const version = () => connection.pragma('user_version', { simple: true }) as number
  if (version() > releases.length) {
    throw new Error('This file was written by a newer Seriatim. Start that version instead.')
  }
  if (connection.prepare(foreignTable).get() !== undefined) {
    throw new Error('This file is a database of another program. Choose another folder.')
  }
  while (version() < releases.length) {
    connection
      .transaction(() => {
        // Another process may have been faster: the lock is held only from here on.
        const next = version()
        const release = releases[next] ?? []
        if (typeof release === 'function') release(connection)
        else for (const statement of release) connection.exec(statement)
        connection.pragma(`user_version = ${Math.min(next + 1, releases.length)}`)
      })
      .immediate()
  }
}
