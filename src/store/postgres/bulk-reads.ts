import type pg from 'pg'
import type { BulkReads, FoundNumbers } from '../hot-reads.ts'
import { columns, linkOf } from '../rows.ts'
import type { Store } from '../store.ts'
import { references, type SubjectRow } from '../subject-rows.ts'
import type { LinkTable, UnitTable } from '../tables.ts'

// A list comes as JSON: how many it holds is guessed alike each time, so that a plan is made once
// and kept. Of an array the planner looks at the length, and makes a plan for every one: 110 µs.
// The fence (offset 0) keeps it at two look-ups a number; other plans read the tables whole.
const list = 'json_array_elements_text($1::json) as key'
const units = `select u.* from ${list}
  cross join lateral (select * from units where id = key::bigint offset 0) u`

const subjectsBy = (keys: string) => `select s.kind, s.id, s.code, s.name, s.data, coalesce(
    (select json_agg(pattern order by pattern)::text from schemes where item = s.id), '[]') patterns
  from ${keys}
  cross join lateral (select * from subjects where kind = key.kind and id = key.id offset 0) s`
const subjects = subjectsBy('json_to_recordset($1::json) as key (kind text, id bigint)')

const cells = [columns.identifiers, columns.units].join().split(',')
const referred = references.map(([column, kind]) => `('${kind}', ${column})`).join()

/**
 * Both lists in one answer, as JSON: half the round trips of two statements, and reading a value
 * of JSON costs half of what reading its cells one by one does.
 */
const numbers = `with found as materialized (
    select hit.* from ${list} cross join lateral
      (select i.*, u.* from identifiers i join units u on u.id = i.unit
       where i.value = key offset 0) hit),
    key as (select distinct key.* from found, lateral (values ${referred}) key (kind, id)
      where key.id is not null)
  select (select json_agg(json_build_array(${cells.join()}))::text from found) as rows,
    (select json_agg(subject)::text from (${subjectsBy('key')}) subject) as subjects`

/** One number by itself: nobody else waits, so what its unit refers to is read when it is shown. */
const number = 'select i.*, u.* from identifiers i join units u on u.id = i.unit where i.value = $1'

const history = 'select * from links where unit = $1 order by event'
const latest = 'select * from links where unit = $1 order by event desc limit $2'

/** The reads of every scan and page, prepared once a connection. */
export function bulkReads(pool: pg.Pool): BulkReads {
  const ask = asker(pool)
  return {
    async numbers(folded) {
      // What a text of PostgreSQL cannot hold names nothing; saying it would fail all who asked.
      const possible = folded.filter((one) => one.isWellFormed() && !one.includes('\0'))
      if (possible.length === 1) {
        return { rows: await ask<FoundRow>('number', number, possible[0]), subjects: null }
      }
      const [found] = await ask<Found>('numbers', numbers, JSON.stringify(possible))
      return {
        rows: (JSON.parse(found?.rows ?? '[]') as unknown[][]).map(rowOf),
        subjects: JSON.parse(found?.subjects ?? '[]') as SubjectRow[],
      }
    },
    units: (ids) => ask<UnitTable>('units', units, JSON.stringify(ids)),
    subjects: (ids) => ask<SubjectRow>('subjects', subjects, JSON.stringify(ids)),
  }
}

/** What numbers lead to, as JSON. */
type Found = Readonly<Record<keyof FoundNumbers, string | null>>

type FoundRow = FoundNumbers['rows'][number]

const rowOf = (values: readonly unknown[]): FoundRow => {
  const row: Record<string, unknown> = {}
  for (let index = 0; index < cells.length; index += 1) row[cells[index]!] = values[index]
  return row as unknown as FoundRow
}

/** Reads histories: each is one range. */
export function historyReader(pool: pg.Pool): Store['history'] {
  const ask = asker(pool)
  return async (unit, most) =>
    most === undefined
      ? (await ask<LinkTable>('history', history, unit)).map(linkOf)
      : (await ask<LinkTable>('latest', latest, unit, most)).map(linkOf).reverse()
}

/** Asks prepared statements; the batches of the ledger have names of their own for theirs. */
const asker =
  (pool: pg.Pool) =>
  async <Row extends object>(name: string, text: string, ...values: unknown[]): Promise<Row[]> =>
    (await pool.query<Row>({ name: `read ${name}`, text, values })).rows
