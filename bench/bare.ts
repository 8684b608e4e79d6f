import Database from 'better-sqlite3'
import pg from 'pg'
import type { BenchStore, Engine } from './bench-store.ts'

/** Bare statements against the same tables: what a scan costs without Seriatim. */
export interface Bare {
  /** One durable scan: command, event, link and state, in a transaction of its own. */
  scan(n: number): Promise<void>
  /** A unit by its serial with its last 20 events, as rows. */
  lookUp(value: string): Promise<number>
  close(): Promise<void>
}

const changes = '{"location":[3,4],"time.moved":[1700000000000,1700000000001]}'

const scanSql = (mark: (n: number) => string) => ({
  command: `insert into commands (id, hash, answer) values (${mark(1)}, 'h', '{"ok":true}')`,
  event: `insert into events (id, kind, time, recorded, actor, command, contested, units, data)
    values (${mark(1)}, 3, ${mark(2)}, ${mark(2 + 1)}, 1, ${mark(4)}, 0, ${mark(5)}, '{}')`,
  link: `insert into links (unit, event, role, kind, time, location, actor, contested, changes)
    values (${mark(1)}, ${mark(2)}, 0, 3, ${mark(3)}, 4, 1, 0, '${changes}')`,
  unit: `update units set location = ${mark(1)}, time = ${mark(2)}, event = ${mark(3)}
    where id = ${mark(4)}`,
  head: `update company set next_event = ${mark(1)}`,
})

const firstEvent = 10_000_000

/** Opens bare access to the tables of a benchmark's store. */
export const openBare = (engine: Engine, bench: BenchStore, url: string): Promise<Bare> =>
  engine === 'sqlite' ? openBareSqlite(bench.place) : openBarePostgres(url, bench.place)

async function openBareSqlite(path: string): Promise<Bare> {
  const database = new Database(path)
  database.pragma('synchronous = FULL')
  const sql = scanSql(() => '?')
  const command = database.prepare(sql.command)
  const event = database.prepare(sql.event)
  const link = database.prepare(sql.link)
  const unit = database.prepare(sql.unit)
  const head = database.prepare(sql.head)
  const named = database.prepare(
    'select u.* from identifiers i join units u on u.id = i.unit where i.value = ?',
  )
  const lines = database.prepare('select * from links where unit = ? order by event desc limit 20')
  const scan = database.transaction((n: number) => {
    const id = `bare-${n}`
    const target = (n % 10_000) + 1
    command.run(id)
    event.run(firstEvent + n, Date.now(), Date.now(), id, String(target))
    link.run(target, firstEvent + n, Date.now())
    unit.run(3 + (n % 2), Date.now(), firstEvent + n, target)
    head.run(firstEvent + n + 1)
  })
  return {
    scan: async (n) => scan.immediate(n),
    lookUp: async (value) => {
      const found = named.get(value) as { id: number }
      return lines.all(found.id).length
    },
    close: async () => void database.close(),
  }
}

async function openBarePostgres(url: string, schema: string): Promise<Bare> {
  const client = new pg.Client({
    connectionString: url,
    options: `-c search_path="${schema}" -c jit=off`,
  })
  await client.connect()
  const sql = scanSql((n) => `$${n}`)
  const run = (name: keyof typeof sql, values: unknown[]) =>
    client.query({ name: `bare_${name}`, text: sql[name], values })
  return {
    async scan(n) {
      const id = `bare-${n}`
      const target = (n % 10_000) + 1
      await client.query('begin')
      await run('command', [id])
      await run('event', [firstEvent + n, Date.now(), Date.now(), id, String(target)])
      await run('link', [target, firstEvent + n, Date.now()])
      await run('unit', [3 + (n % 2), Date.now(), firstEvent + n, target])
      await run('head', [firstEvent + n + 1])
      await client.query('commit')
    },
    async lookUp(value) {
      const named = await client.query({
        name: 'bare_named',
        text: 'select u.* from identifiers i join units u on u.id = i.unit where i.value = $1',
        values: [value],
      })
      const lines = await client.query({
        name: 'bare_lines',
        text: 'select * from links where unit = $1 order by event desc limit 20',
        values: [(named.rows[0] as { id: number }).id],
      })
      return lines.rows.length
    },
    close: () => client.end(),
  }
}
