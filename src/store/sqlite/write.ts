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
import type { Connection } from './connection.ts'

/**
 * Writes a batch through prepared statements, a row at a time: in the same process this is a
 * quarter faster than one statement that unpacks a JSON parameter.
 */
export function batchWriter(connection: Connection): (batch: Batch) => void {
  const insert = (table: keyof typeof columns, conflict = '') => {
    const marks = columns[table].replace(/\w+/g, '?')
    const sql = `insert into ${table} (${columns[table]}) values (${marks}) ${conflict}`
    return connection.prepare<[Cell[]]>(sql)
  }
  const statements = {
    events: insert('events'),
    links: insert('links'),
    units: insert('units'),
    changeUnit: connection.prepare<[Cell[]]>(`update units set ${unitChanges} where id = ?`),
    identifiers: insert('identifiers', identifierConflict),
    edges: insert('edges'),
    subjects: insert('subjects', subjectConflict),
    answer: connection.prepare('insert into commands (id, hash, answer) values (?, ?, ?)'),
    counter: connection.prepare(
      'insert into counters (key, last) values (?, ?) on conflict do update set last = excluded.last',
    ),
    review: connection.prepare('insert into reviews (event, unit) values (?, ?)'),
    settle: connection.prepare('update reviews set settled = ? where event = ? and unit = ?'),
    edge: connection.prepare('update edges set active = ? where unit = ? and event = ?'),
    head: connection.prepare(
      'update company set next_event = ?, next_unit = ?, next_subject = ?, recorded = ?',
    ),
  }
  return (batch) => writeBatch(statements, batch)
}

const unitChanges = columns.units
  .split(',')
  .slice(1)
  .map((column) => `${column} = ?`)
  .join(', ')

const identifierConflict = `on conflict do update
  set unit = excluded.unit, written = excluded.written, active = excluded.active`

const subjectConflict = `on conflict (kind, id) do update
  set code = excluded.code, key = excluded.key, item = excluded.item, parent = excluded.parent,
      number = excluded.number, name = excluded.name, data = excluded.data`

type Runs = { run(...parameters: unknown[]): unknown }
type Statements = Record<
  | 'events'
  | 'links'
  | 'units'
  | 'changeUnit'
  | 'identifiers'
  | 'edges'
  | 'subjects'
  | 'answer'
  | 'counter'
  | 'review'
  | 'settle'
  | 'edge'
  | 'head',
  Runs
>

function writeBatch(statements: Statements, batch: Batch): void {
  for (const { id, hash, answer } of batch.answers) {
    statements.answer.run(id, hash, JSON.stringify(answer))
  }
  for (const subject of batch.subjects) statements.subjects.run(subjectCells(subject))
  for (const event of batch.events) statements.events.run(eventCells(event))
  for (const unit of batch.newUnits) statements.units.run(unitCells(unit))
  for (const unit of batch.changedUnits) {
    const [id, ...changed] = unitCells(unit)
    statements.changeUnit.run([...changed, id])
  }
  for (const row of batch.retired) statements.identifiers.run(identifierCells(row))
  for (const row of batch.identifiers) statements.identifiers.run(identifierCells(row))
  for (const link of batch.links) {
    statements.links.run(linkCells(link))
    if (link.contested && link.corrects === null) statements.review.run(link.event, link.unit)
  }
  for (const { from, to, event, quantity } of batch.edges) {
    statements.edges.run([from, 1, event, to, quantity, 1])
    statements.edges.run([to, -1, event, from, quantity, 1])
  }
  for (const { event, by, units, counts } of batch.standings) {
    for (const unit of units) {
      statements.edge.run(counts ? 1 : 0, unit, event)
      statements.settle.run(counts ? null : by, event, unit)
    }
  }
  for (const [key, last] of batch.counters) statements.counter.run(key, last)
  const { nextEvent, nextUnit, nextSubject, recorded } = batch.head
  statements.head.run(nextEvent, nextUnit, nextSubject, recorded)
}
