import type { SqliteDatabase, SqliteStatement } from 'kysely'
import type { Connection } from './connection.ts'

/** Most statements that are kept prepared. */
const statementsMax = 200

/**
 * Keeps the statements of a connection prepared by their text, for preparing one costs more than
 * most of them do. Those that were not used for longest go first.
 */
export function cachingStatements(connection: Connection): SqliteDatabase {
  const kept = new Map<string, SqliteStatement & { readonly busy: boolean }>()
  return {
    prepare(sql) {
      const known = kept.get(sql)
      // One whose rows are still being read cannot be begun anew.
      if (known?.busy) return connection.prepare(sql)
      const statement = known ?? connection.prepare(sql)
      if (known) kept.delete(sql)
      kept.set(sql, statement)
      if (kept.size > statementsMax) kept.delete(kept.keys().next().value!)
      return statement
    },
    close: () => void connection.close(),
  }
}
