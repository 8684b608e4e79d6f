import { sql, type Kysely } from 'kysely'
import { kindCode } from '../../domain/event-kinds/kind-names.ts'
import type { Link, Reach } from '../../domain/timeline.ts'
import { linkOf, unitOf } from '../rows.ts'
import type { Engine, Tables } from '../tables.ts'
import { unitAsOf } from '../stated-unit.ts'
import { documentOf, type UnitDocument } from './unit-document.ts'

/** One way to read a company. */
export interface Reads {
  readonly engine: Engine
  readonly db: Kysely<Tables>
}

/** Whether a column is one of many ids or texts, which go to the database as one parameter. */
export const isAmong = (
  { engine }: Pick<Reads, 'engine'>,
  column: string,
  list: readonly (number | string)[],
) =>
  engine === 'postgres'
    ? sql<boolean>`${sql.ref(column)} = any(${list})`
    : sql<boolean>`${sql.ref(column)} in (select value from json_each(${JSON.stringify(list)}))`

/** The documents of those of the units that there are, as they are now. */
export async function currentDocuments(
  reads: Reads,
  ids: readonly number[],
): Promise<UnitDocument[]> {
  if (ids.length === 0) return []
  const rows = await reads.db
    .selectFrom('units')
    .selectAll()
    .where(isAmong(reads, 'id', ids))
    .execute()
  const firsts = await firstTimes(reads, ids)
  const links = await linksThatTell(reads, ids)
  return rows.map((row) => {
    const stated = unitOf(row)
    const { id, time } = stated
    return documentOf({ stated, links: links.get(id) ?? [], first: firsts.get(id) ?? time })
  })
}

/** The documents of those of the units that there were, as their histories tell them. */
export async function pastDocuments(
  reads: Reads,
  ids: readonly number[],
  reach: Reach,
): Promise<UnitDocument[]> {
  if (ids.length === 0) return []
  const rows = await reads.db
    .selectFrom('links')
    .selectAll()
    .where(isAmong(reads, 'unit', ids))
    .orderBy('unit')
    .orderBy('event')
    .execute()
  const documents: UnitDocument[] = []
  for (const [id, own] of Map.groupBy(rows, ({ unit }) => unit)) {
    const links = own.map(linkOf)
    const first = Math.min(...links.map(({ time }) => time))
    documents.push(documentOf({ stated: unitAsOf(id, links, reach), links, first }, reach))
  }
  return documents
}

async function firstTimes(
  reads: Reads,
  ids: readonly number[],
): Promise<ReadonlyMap<number, number>> {
  const rows = await reads.db
    .selectFrom('links')
    .select((query) => ['unit', query.fn.min('time').as('time')])
    .where(isAmong(reads, 'unit', ids))
    .groupBy('unit')
    .execute()
  return new Map(rows.map(({ unit, time }) => [unit, time]))
}

/**
 * The lines that say which numbers a unit has or had, and which party it came from. Most units have
 * only the one by which they arrived.
 */
async function linksThatTell(
  reads: Reads,
  ids: readonly number[],
): Promise<ReadonlyMap<number, Link[]>> {
  const rows = await reads.db
    .selectFrom('links')
    .selectAll()
    .where(isAmong(reads, 'unit', ids))
    .where((query) =>
      query.or([
        query('changes', 'like', '%"party":%'),
        query('changes', 'like', '%"serial":[%'),
        query('changes', 'like', '%"identifier.%'),
        query('kind', '=', kindCode('correct')),
      ]),
    )
    .orderBy('unit')
    .orderBy('event')
    .execute()
  return Map.groupBy(rows.map(linkOf), ({ unit }) => unit)
}
