import { randomUUID } from 'node:crypto'
import { Kysely, PostgresDialect } from 'kysely'
import type pg from 'pg'
import { hotReads } from '../hot-reads.ts'
import type { LedgerTransaction, Store } from '../store.ts'
import type { Tables } from '../tables.ts'
import { backupSchema } from './backup.ts'
import { bulkReads, historyReader } from './bulk-reads.ts'
import { openPool, schemaOf } from './connection.ts'
import { migrate } from './migrations.ts'
import { openSearchIndex } from './search-index.ts'
import { openTransaction } from './transaction.ts'

/** Opens a company's schema, making it if there is none. */
export async function openPostgresStore(url: string, company: string): Promise<Store> {
  const schema = schemaOf(company)
  const pool = openPool(url, schema)
  await prepareSchema(pool, schema)
  const read = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) })
  const search = openSearchIndex(read, schema)
  return {
    engine: 'postgres',
    read,
    longRead: read,
    search,
    transact: transactor(pool, search.wake),
    history: historyReader(pool),
    ...hotReads(bulkReads(pool)),
    holds: null,
    backup: (path) => backupSchema(url, schema, path),
    findDamage: async () => [],
    async close() {
      await search.close()
      await pool.end()
    },
  }
}

async function prepareSchema(pool: pg.Pool, schema: string): Promise<void> {
  const client = await pool.connect()
  try {
    await migrate(client, schema)
    await client.query(
      `insert into company (one, key, next_event, next_unit, next_subject, recorded)
       values (1, $1, 1, 1, 2, 0) on conflict do nothing`,
      [randomUUID()],
    )
  } finally {
    client.release()
  }
}

function transactor(pool: pg.Pool, onCommit: () => void) {
  return async <T>(work: (transaction: LedgerTransaction) => Promise<T>): Promise<T> => {
    const client = await pool.connect()
    let broken = false
    try {
      const result = await work(await openTransaction(client))
      await client.query('commit')
      onCommit()
      return result
    } catch (error) {
      await client.query('rollback').catch(() => (broken = true))
      throw error
    } finally {
      // A connection that cannot roll back is thrown away.
      client.release(broken)
    }
  }
}
