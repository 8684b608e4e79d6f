import type pg from 'pg'
import {
  columns,
  eventCells,
  identifierCells,
  linkCells,
  subjectCells,
  unitCells,
  type Cell,
} from '../rows.ts'
import type { Batch } from '../store.ts'

/** Type of each column, to take the cells out of a JSON parameter. */
const types: Readonly<Record<string, string>> = {
  kind: 'smallint',
  role: 'smallint',
  status: 'smallint',
  stage: 'smallint',
  holds: 'smallint',
  contested: 'smallint',
  active: 'smallint',
  direction: 'smallint',
  serial: 'text',
  detail: 'text',
  changes: 'text',
  command: 'text',
  reason: 'text',
  units: 'text',
  subject_kind: 'text',
  data: 'text',
  value: 'text',
  type: 'text',
  written: 'text',
  code: 'text',
  key: 'text',
  number: 'text',
  name: 'text',
}

const identifierConflict = `on conflict (value, type, scope) do update
  set unit = excluded.unit, written = excluded.written, active = excluded.active`

const subjectConflict = `on conflict (kind, id) do update
  set code = excluded.code, key = excluded.key, item = excluded.item, parent = excluded.parent,
      number = excluded.number, name = excluded.name, data = excluded.data`

type Table = keyof typeof columns

const typeOf = (table: Table, column: string) =>
  table === 'subjects' && column === 'kind' ? 'text' : (types[column] ?? 'bigint')

/** Rows of a table out of one JSON parameter: an array of arrays of cells. */
function rowsFrom(table: Table, parameter: string): string {
  const cells = columns[table]
    .split(',')
    .map((column, index) => `(r ->> ${index})::${typeOf(table, column)} as ${column}`)
  return `select ${cells.join(', ')} from jsonb_array_elements(${parameter}::jsonb) r`
}

const insert = (table: Table, conflict = '') =>
  `insert into ${table} (${columns[table]}) ${rowsFrom(table, '$1')} ${conflict}`

const unitColumns = columns.units.split(',').slice(1)
const changeUnits = `update units set ${unitColumns
  .map((column) => `${column} = n.${column}`)
  .join(', ')} from (${rowsFrom('units', '$1')}) n where units.id = n.id`

/** Writes a batch: one prepared statement a table, all rows in one parameter. */
export async function writeBatch(client: pg.PoolClient, batch: Batch): Promise<void> {
  const writes: Promise<unknown>[] = []
  const run = (name: string, text: string, values: unknown[]) =>
    writes.push(client.query({ name: `write_${name}`, text, values }))
  const rows = (name: string, text: string, cells: readonly Cell[][]) => {
    if (cells.length > 0) run(name, text, [JSON.stringify(cells)])
  }
  rows(
    'answers',
    insertAnswers,
    batch.answers.map(({ id, hash, answer }) => [id, hash, JSON.stringify(answer)]),
  )
  rows('subjects', insert('subjects', subjectConflict), batch.subjects.map(subjectCells))
  rows('events', insert('events'), batch.events.map(eventCells))
  rows('units', insert('units'), batch.newUnits.map(unitCells))
  rows('changed', changeUnits, batch.changedUnits.map(unitCells))
  rows('identifiers', insertIdentifiers, batch.retired.map(identifierCells))
  rows('identifiers', insertIdentifiers, batch.identifiers.map(identifierCells))
  rows('links', insert('links'), batch.links.map(linkCells))
  const contested = batch.links.filter((link) => link.contested && link.corrects === null)
  rows(
    'reviews',
    insertReviews,
    contested.map(({ event, unit }) => [event, unit]),
  )
  const settled = batch.links.filter((link) => link.corrects !== null)
  rows(
    'settled',
    settleReviews,
    settled.map(({ event, corrects, unit }) => [event, corrects, unit]),
  )
  rows(
    'edges',
    insert('edges'),
    batch.edges.flatMap(({ from, to, event, quantity }) => [
      [from, 1, event, to, quantity, 1],
      [to, -1, event, from, quantity, 1],
    ]),
  )
  for (const { event, units, active } of batch.edgeSwitches) {
    run('switch', 'update edges set active = $1 where unit = any($2) and event = $3', [
      active ? 1 : 0,
      units,
      event,
    ])
  }
  rows('counters', insertCounters, [...batch.counters])
  const { nextEvent, nextUnit, nextSubject, recorded } = batch.head
  run('head', updateHead, [nextEvent, nextUnit, nextSubject, recorded])
  await Promise.all(writes)
}

const insertIdentifiers = insert('identifiers', identifierConflict)

const insertAnswers = `insert into commands (id, hash, answer)
  select r ->> 0, r ->> 1, r ->> 2 from jsonb_array_elements($1::jsonb) r`

const insertReviews = `insert into reviews (event, unit)
  select (r ->> 0)::bigint, (r ->> 1)::bigint from jsonb_array_elements($1::jsonb) r`

const settleReviews = `update reviews set settled = (r ->> 0)::bigint
  from jsonb_array_elements($1::jsonb) r
  where event = (r ->> 1)::bigint and unit = (r ->> 2)::bigint and settled is null`

const insertCounters = `insert into counters (key, last)
  select r ->> 0, (r ->> 1)::bigint from jsonb_array_elements($1::jsonb) r
  on conflict (key) do update set last = excluded.last`

const updateHead = `update company
  set next_event = $1, next_unit = $2, next_subject = $3, recorded = $4`
