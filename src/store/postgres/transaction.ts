import type pg from 'pg'
import type { Answer } from '../../domain/command.ts'
import { eventOf, fenceOf, identifierOf, linkOf, newSecret, unitOf } from '../rows.ts'
import type { Head, LedgerTransaction } from '../store.ts'
import type { CompanyTable, EventTable, IdentifierTable, LinkTable, UnitTable } from '../tables.ts'
import { subjectReads } from './subject-reads.ts'
import { writeBatch } from './write.ts'

const statements = {
  answers: 'select * from commands where id = any($1)',
  identifiers: `select i.*, u.* from identifiers i join units u on u.id = i.unit
    where value = any($1)`,
  units: 'select * from units where id = any($1)',
  links: 'select * from links where unit = any($1) order by unit, event',
  everInside: `select parent as container, unit from links where parent = any($1)
    union select parent, id from units where parent = any($1)`,
  events: 'select * from events where id = any($1)',
  corrections: 'select id, corrects from events where corrects = any($1)',
  counters: 'select * from counters where key = any($1)',
  schemes: 'select item, pattern from schemes',
  secret: `select data from settings where kind = 'secret' and name = $1`,
  raiseCounters: 'update counters set last = last + $1',
  raiseFence: 'update company set epoch = epoch + 1, fenced = $1, gap = greatest(gap, $2)',
  actor: `with made as (
      insert into actors (code) values ($1) on conflict (code) do nothing returning id
    ) select id from made union all select id from actors where code = $1`,
  settleReview: `update reviews set settled = $2 where event = $1 and settled is null
    returning unit`,
  keepSetting: `insert into settings (kind, name, data, changed) values ($1, $2, $3, $4)
    on conflict (kind, name) do update set data = excluded.data, changed = excluded.changed`,
  dropSetting: 'delete from settings where kind = $1 and name = $2',
} as const

/**
 * A batch finds its rows by key. The planner does not know how few there are in a parameter and,
 * before the first statistics, would read whole tables to join them.
 */
const begin = `begin;
  set local enable_seqscan = off; set local enable_hashjoin = off;
  set local enable_mergejoin = off; set local plan_cache_mode = force_generic_plan;
  select * from company for update`

/**
 * Opens the transaction of a batch. The lock on the company's row makes batches follow each other,
 * whichever server writes them, so that the sequence of events is the order of commits.
 */
export async function openTransaction(client: pg.PoolClient): Promise<LedgerTransaction> {
  const opened = (await client.query(begin)) as unknown as readonly pg.QueryResult<CompanyTable>[]
  const ask = async <Row extends object>(name: keyof typeof statements, ...values: unknown[]) =>
    (await client.query<Row>({ name, text: statements[name], values })).rows
  const units = async (ids: readonly number[]) =>
    ids.length === 0 ? [] : (await ask<UnitTable>('units', ids)).map(unitOf)
  return {
    head: readHead(opened.at(-1)!.rows[0]!),
    async answers(ids) {
      const rows = await ask<{ id: string; hash: string; answer: string }>('answers', ids)
      return rows.map((row) => ({ ...row, answer: JSON.parse(row.answer) as Answer }))
    },
    async identifiers(folded) {
      const rows = await ask<IdentifierTable & UnitTable>('identifiers', folded)
      return {
        rows: rows.map(identifierOf),
        units: [...new Map(rows.map((row) => [row.id, unitOf(row)])).values()],
      }
    },
    units,
    links: async (ids) => (await ask<LinkTable>('links', ids)).map(linkOf),
    everInside: (containers) => ask<{ container: number; unit: number }>('everInside', containers),
    ...subjectReads(client),
    events: async (ids) => (await ask<EventTable>('events', ids)).map(eventOf),
    corrections: (ids) => ask<{ id: number; corrects: number }>('corrections', ids),
    async counters(keys) {
      const rows = await ask<{ key: string; last: number }>('counters', keys)
      const known = new Map(rows.map((row) => [row.key, row.last]))
      return new Map(keys.map((key) => [key, known.get(key) ?? null]))
    },
    schemes: () => ask<{ item: number; pattern: string }>('schemes'),
    async secret(name) {
      const [found] = await ask<{ data: string }>('secret', name)
      const hex = found ? (JSON.parse(found.data) as string) : newSecret()
      if (!found) await ask('keepSetting', 'secret', name, JSON.stringify(hex), 0)
      return Buffer.from(hex, 'hex')
    },
    async raiseFence(time, gap) {
      await ask('raiseCounters', gap)
      await ask('raiseFence', time, gap)
    },
    actor: async (code) => (await ask<{ id: number }>('actor', code))[0]!.id,
    write: (batch) => writeBatch(client, batch),
    settleReview: async (event, time) => (await ask('settleReview', event, time)).length,
    async keepSetting(kind, name, data, changed) {
      if (data === null) await ask('dropSetting', kind, name)
      else await ask('keepSetting', kind, name, data, changed)
    },
  }
}

const readHead = (row: CompanyTable): Head => ({
  nextEvent: row.next_event,
  nextUnit: row.next_unit,
  nextSubject: row.next_subject,
  recorded: row.recorded,
  fence: fenceOf(row),
})
