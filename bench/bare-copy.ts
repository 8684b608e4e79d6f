import Database from 'better-sqlite3'
import pg from 'pg'
import { openStore, type StoreAddress } from '../src/store/open.ts'

/** The tables that an import fills, with the column by which their rows go with a unit. */
const tables = { units: 'id', identifiers: 'unit', links: 'unit' } as const
type Row = Record<string, unknown>

/** Units whose rows are inserted in one transaction, as many as an import records in one. */
const unitsPerTransaction = 1000

/** Rows of a finished import, by rising unit. */
interface Source {
  readonly units: number
  rows(table: string, column: string, from: number, to: number): Promise<Row[]>
  close(): Promise<void>
}

/**
 * Inserts the rows of a finished import once more, by bare prepared statements into empty tables of
 * the same shape, and gives the time of the statements alone, in milliseconds.
 *
 * @param unitsMost stops after so many units
 * @returns the time and how many units it was for
 */
export async function copyBare(
  from: StoreAddress,
  to: StoreAddress,
  unitsMost = Infinity,
): Promise<{ ms: number; units: number }> {
  await (await openStore(to)).close()
  const source = await openSource(from)
  const target = await openTarget(to)
  const units = Math.min(source.units, unitsMost)
  let ms = 0
  const insert = async (groups: readonly [string, Row[]][]) => {
    const start = performance.now()
    await target.insert(groups)
    ms += performance.now() - start
  }
  const share = units / source.units
  const events = await source.rows('events', 'id', 0, Infinity)
  await insert([['events', events.slice(0, Math.ceil(events.length * share))]])
  for (let at = 0; at < units; at += unitsPerTransaction) {
    const groups: [string, Row[]][] = []
    for (const [table, column] of Object.entries(tables)) {
      groups.push([table, await source.rows(table, column, at, at + unitsPerTransaction)])
    }
    await insert(groups)
  }
  await source.close()
  await target.close()
  return { ms, units }
}

async function openSource(address: StoreAddress): Promise<Source> {
  if (address.engine === 'sqlite') {
    const database = new Database(address.path, { readonly: true })
    const { units } = database.prepare('select count(*) as units from units').get() as Source
    return {
      units,
      rows: async (table, column, after, last) =>
        database
          .prepare(`select * from ${table} where ${column} > ? and ${column} <= ?`)
          .all(after, last) as Row[],
      close: async () => void database.close(),
    }
  }
  const client = await connect(address)
  const { rows } = await client.query<{ units: string }>('select count(*) as units from units')
  return {
    units: Number(rows[0]!.units),
    rows: async (table, column, after, last) =>
      (
        await client.query<Row>(`select * from ${table} where ${column} > $1 and ${column} <= $2`, [
          after,
          Math.min(last, Number.MAX_SAFE_INTEGER),
        ])
      ).rows,
    close: () => client.end(),
  }
}

async function openTarget(address: StoreAddress) {
  const sqlOf = (table: string, row: Row, mark: (index: number) => string) =>
    `insert into ${table} (${Object.keys(row).join(', ')})
     values (${Object.keys(row)
       .map((_, index) => mark(index + 1))
       .join(', ')})`
  if (address.engine === 'sqlite') {
    const database = new Database(address.path)
    database.pragma('synchronous = FULL')
    database.pragma('cache_size = -65536')
    const insert = database.transaction((groups: readonly [string, Row[]][]) => {
      for (const [table, rows] of groups) {
        if (rows.length === 0) continue
        const statement = database.prepare(sqlOf(table, rows[0]!, () => '?'))
        for (const row of rows) statement.run(Object.values(row))
      }
    })
    return {
      insert: async (groups: readonly [string, Row[]][]) => insert.immediate(groups),
      close: async () => void database.close(),
    }
  }
  const client = await connect(address)
  return {
    async insert(groups: readonly [string, Row[]][]) {
      await client.query('begin')
      for (const [table, rows] of groups) {
        for (const row of rows) {
          const text = sqlOf(table, row, (index) => `$${index}`)
          await client.query({ name: `copy_${table}`, text, values: Object.values(row) })
        }
      }
      await client.query('commit')
    },
    close: () => client.end(),
  }
}

async function connect(address: StoreAddress & { engine: 'postgres' }): Promise<pg.Client> {
  const options = `-c search_path="seriatim_${address.company}"`
  const client = new pg.Client({ connectionString: address.url, options })
  await client.connect()
  return client
}
