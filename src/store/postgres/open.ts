import { randomUUID } from 'node:crypto'
import { Kysely, PostgresDialect } from 'kysely'
import type pg from 'pg'
import { identifierOf, linkOf, unitOf } from '../rows.ts'
import type { LedgerTransaction, Store, SubjectRow } from '../store.ts'
import type { IdentifierTable, LinkTable, Tables, UnitTable } from '../tables.ts'
import { backupSchema } from './backup.ts'
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
    ...hotReads(pool),
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

/** Reads of every scan and page, prepared once. */
type HotReads = Pick<Store, 'history' | 'resolve' | 'subjectRows' | 'schemePatterns'>

function hotReads(pool: pg.Pool): HotReads {
  const all = 'select * from links where unit = $1 order by event'
  const latest = 'select * from links where unit = $1 order by event desc limit $2'
  const patterns = 'select pattern from schemes where item = $1'
  const subjects = `select s.kind, s.id, s.code, s.name, s.data
    from unnest($1::text[], $2::bigint[]) n (kind, id)
    join subjects s on s.kind = n.kind and s.id = n.id`
  // The fence (offset 0) keeps it at two look-ups a number: a plan for any array of numbers would
  // read the tables whole.
  const named = `select found.* from unnest($1::text[]) n (value) cross join lateral
    (select i.*, u.* from identifiers i join units u on u.id = i.unit
     where i.value = n.value offset 0) found`
  return {
    async history(id, most) {
      if (most === undefined) {
        const query = { name: 'history', text: all, values: [id] }
        return (await pool.query<LinkTable>(query)).rows.map(linkOf)
      }
      const query = { name: 'latest', text: latest, values: [id, most] }
      return (await pool.query<LinkTable>(query)).rows.map(linkOf).reverse()
    },
    async resolve(...folded) {
      const query = { name: 'resolve', text: named, values: [folded] }
      const { rows } = await pool.query<IdentifierTable & UnitTable>(query)
      return {
        rows: rows.map(identifierOf),
        units: [...new Map(rows.map((row) => [row.id, unitOf(row)])).values()],
      }
    },
    async schemePatterns(item) {
      const query = { name: 'patterns', text: patterns, values: [item] }
      return (await pool.query<{ pattern: string }>(query)).rows.map(({ pattern }) => pattern)
    },
    async subjectRows(refs) {
      const values = [refs.map(({ kind }) => kind), refs.map(({ id }) => id)]
      const query = { name: 'subjects', text: subjects, values }
      return (await pool.query<SubjectRow>(query)).rows
    },
  }
}
