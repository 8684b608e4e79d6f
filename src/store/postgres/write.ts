import type pg from 'pg'
import {
  columns,
  eventCells,
  identifierCells,
  linkCells,
  parkKeys,
  schemeCells,
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

const insert = (table: Table, parameter = '$1', conflict = '') =>
  `insert into ${table} (${columns[table]}) ${rowsFrom(table, parameter)} ${conflict}`

const unitColumns = columns.units.split(',').slice(1)
const unitChanges = unitColumns.map((column) => `${column} = n.${column}`).join(', ')

/** What nearly every batch writes, in one statement and so in one round trip. */
const writeCommon = `with
  answered as (insert into commands (id, hash, answer)
    select r ->> 0, r ->> 1, r ->> 2 from jsonb_array_elements($1::jsonb) r),
  happened as (${insert('events', '$2')}),
  made as (${insert('units', '$3')}),
  changed as (update units set ${unitChanges} from (${rowsFrom('units', '$4')}) n
    where units.id = n.id),
  named as (${insert('identifiers', '$5', identifierConflict)}),
  linked as (${insert('links', '$6')})
  update company set next_event = $7, next_unit = $8, next_subject = $9, recorded = $10`

/** Writes a batch: all rows of a table in one JSON parameter. */
export async function writeBatch(client: pg.PoolClient, batch: Batch): Promise<void> {
  const run = (name: string, text: string, values: unknown[]) =>
    client.query({ name: `write_${name}`, text, values })
  for (const { name, text, cells } of uncommon) {
    const rows = cells(batch)
    if (rows.length > 0) await run(name, text, [JSON.stringify(rows)])
  }
  for (const { event, by, units, counts } of batch.standings) {
    await run('switched', switchEdges, [counts ? 1 : 0, units, event])
    await run('reviewed', settleReviews, [counts ? null : by, units, event])
  }
  const { nextEvent, nextUnit, nextSubject, recorded } = batch.head
  await run('common', writeCommon, [
    JSON.stringify(batch.answers.map(({ id, hash, answer }) => [id, hash, JSON.stringify(answer)])),
    JSON.stringify(batch.events.map(eventCells)),
    JSON.stringify(batch.newUnits.map(unitCells)),
    JSON.stringify(batch.changedUnits.map(unitCells)),
    JSON.stringify(batch.identifiers.map(identifierCells)),
    JSON.stringify(batch.links.map(linkCells)),
    nextEvent,
    nextUnit,
    nextSubject,
    recorded,
  ])
}

const switchEdges = 'update edges set active = $1 where unit = any($2) and event = $3'
const settleReviews = 'update reviews set settled = $1 where unit = any($2) and event = $3'

/** Writes subjects in place of what has their ids; takes the cells of `subjectCells` as JSON. */
export const upsertSubjects = insert('subjects', '$1', subjectConflict)
/** Notes schemes that items have; takes rows of item and pattern as JSON. */
export const insertSchemes = `insert into schemes (item, pattern)
  select (r ->> 0)::bigint, r ->> 1 from jsonb_array_elements($1::jsonb) r on conflict do nothing`

/** What few batches write; a number is given up before it passes to another unit. */
const uncommon: readonly { name: string; text: string; cells: (batch: Batch) => Cell[][] }[] = [
  {
    name: 'retired',
    text: insert('identifiers', '$1', identifierConflict),
    cells: ({ retired }) => retired.map(identifierCells),
  },
  {
    name: 'park',
    text: parkKeys('in (select r ->> 0, (r ->> 1)::bigint from jsonb_array_elements($1::jsonb) r)'),
    cells: ({ changedSubjects }) => changedSubjects.map(({ kind, id }) => [kind, id]),
  },
  {
    name: 'subjects',
    text: upsertSubjects,
    cells: ({ subjects }) => subjects.map(subjectCells),
  },
  { name: 'schemes', text: insertSchemes, cells: ({ subjects }) => schemeCells(subjects) },
  {
    name: 'edges',
    text: insert('edges'),
    cells: ({ edges }) =>
      edges.flatMap(({ from, to, event, quantity }) => [
        [from, 1, event, to, quantity, 1],
        [to, -1, event, from, quantity, 1],
      ]),
  },
  {
    name: 'reviews',
    text: `insert into reviews (event, unit)
      select (r ->> 0)::bigint, (r ->> 1)::bigint from jsonb_array_elements($1::jsonb) r`,
    cells: ({ links }) =>
      links
        .filter((link) => link.contested && link.corrects === null)
        .map(({ event, unit }) => [event, unit]),
  },
  {
    name: 'counters',
    text: `insert into counters (key, last)
      select r ->> 0, (r ->> 1)::bigint from jsonb_array_elements($1::jsonb) r
      on conflict (key) do update set last = excluded.last`,
    cells: ({ counters }) => [...counters],
  },
]
