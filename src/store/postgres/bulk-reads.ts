import type pg from 'pg'
import type { BulkReads } from '../hot-reads.ts'
import { linkOf } from '../rows.ts'
import type { Store, SubjectRow } from '../store.ts'
import type { IdentifierTable, LinkTable, UnitTable } from '../tables.ts'

/** A list of one, which is most of them, has a statement whose plan is made once and kept. */
const number = 'select i.*, u.* from identifiers i join units u on u.id = i.unit where i.value = $1'
const unit = 'select * from units where id = $1'

// The fence (offset 0) keeps it at two look-ups a number: a plan for any array of numbers would
// read the tables whole.
const numbers = `select found.* from unnest($1::text[]) n (value) cross join lateral
  (select i.*, u.* from identifiers i join units u on u.id = i.unit
   where i.value = n.value offset 0) found`
const units = `select u.* from unnest($1::bigint[]) n (id) cross join lateral
  (select * from units where id = n.id offset 0) u`
const subjects = `select s.kind, s.id, s.code, s.name, s.data, coalesce(
    (select json_agg(pattern order by pattern)::text from schemes where item = s.id), '[]') patterns
  from unnest($1::text[], $2::bigint[]) n (kind, id)
  join subjects s on s.kind = n.kind and s.id = n.id`

const history = 'select * from links where unit = $1 order by event'
const latest = 'select * from links where unit = $1 order by event desc limit $2'

/** The reads of every scan and page, prepared once a connection. */
export function bulkReads(pool: pg.Pool): BulkReads {
  const ask = asker(pool)
  return {
    numbers(folded) {
      // A text of PostgreSQL cannot hold this character; saying it would fail all who asked.
      const possible = folded.filter((one) => !one.includes('\0'))
      return possible.length === 1
        ? ask<IdentifierTable & UnitTable>('number', number, possible[0])
        : ask<IdentifierTable & UnitTable>('numbers', numbers, possible)
    },
    units: (ids) =>
      ids.length === 1 ? ask<UnitTable>('unit', unit, ids[0]) : ask<UnitTable>('units', units, ids),
    subjects(ids) {
      const columns = [ids.map(({ kind }) => kind), ids.map(({ id }) => id)]
      return ask<SubjectRow>('subjects', subjects, ...columns)
    },
  }
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
