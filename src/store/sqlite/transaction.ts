import type { Answer } from '../../domain/command.ts'
import { eventOf, fenceOf, identifierOf, linkOf, newSecret, unitOf } from '../rows.ts'
import type { Batch, Head, LedgerTransaction } from '../store.ts'
import type { CompanyTable, EventTable, IdentifierTable, LinkTable, UnitTable } from '../tables.ts'
import type { Connection } from './connection.ts'
import { inList } from './in-list.ts'
import { subjectReads } from './subject-reads.ts'
import { batchWriter } from './write.ts'

/** Prepares the statements of a batch once; gives what opens a transaction over them. */
export function transactionOpener(connection: Connection): () => LedgerTransaction {
  const statements = prepare(connection)
  const write = batchWriter(connection)
  return () => openTransaction(statements, write)
}

function prepare(connection: Connection) {
  const prepared = <Row>(sql: string) => connection.prepare<unknown[], Row>(sql)
  return {
    head: prepared<CompanyTable>('select * from company'),
    answers: prepared<{ id: string; hash: string; answer: string }>(
      `select * from commands where ${inList('id')}`,
    ),
    identifiers: prepared<IdentifierTable>(`select * from identifiers where ${inList('value')}`),
    units: prepared<UnitTable>(`select * from units where ${inList('id')}`),
    links: prepared<LinkTable>(`select * from links where ${inList('unit')} order by unit, event`),
    everInside: prepared<{ container: number; unit: number }>(
      `select parent as container, unit from links where ${inList('parent')}
       union select parent, id from units where ${inList('parent')}`,
    ),
    subjects: subjectReads(connection),
    events: prepared<EventTable>(`select * from events where ${inList('id')}`),
    corrections: prepared<{ id: number; corrects: number }>(
      `select id, corrects from events where ${inList('corrects')}`,
    ),
    schemes: prepared<{ item: number; pattern: string }>('select item, pattern from schemes'),
    findSecret: prepared<{ data: string }>(
      `select data from settings where kind = 'secret' and name = ?`,
    ),
    raiseCounters: prepared<never>('update counters set last = last + ?'),
    raiseFence: prepared<never>(
      'update company set epoch = epoch + 1, fenced = ?, gap = max(gap, ?)',
    ),
    counters: prepared<{ key: string; last: number }>(
      `select * from counters where ${inList('key')}`,
    ),
    findActor: prepared<{ id: number }>('select id from actors where code = ?'),
    addActor: prepared<never>('insert into actors (code) values (?)'),
    settleReview: prepared<never>(
      'update reviews set settled = ? where event = ? and settled is null',
    ),
    keepSetting: prepared<never>(
      `insert into settings (kind, name, data, changed) values (?, ?, ?, ?)
       on conflict do update set data = excluded.data, changed = excluded.changed`,
    ),
    dropSetting: prepared<never>('delete from settings where kind = ? and name = ?'),
  }
}

function openTransaction(
  statements: ReturnType<typeof prepare>,
  write: (batch: Batch) => void,
): LedgerTransaction {
  const list = (values: readonly unknown[]) => JSON.stringify(values)
  const unitsById = (ids: readonly number[]) =>
    ids.length === 0 ? [] : statements.units.all(list(ids)).map(unitOf)
  return {
    head: readHead(statements.head.get()!),
    async answers(ids) {
      const rows = statements.answers.all(list(ids))
      return rows.map((row) => ({ ...row, answer: JSON.parse(row.answer) as Answer }))
    },
    async identifiers(folded) {
      const rows = statements.identifiers.all(list(folded)).map(identifierOf)
      return { rows, units: unitsById([...new Set(rows.map(({ unit }) => unit))]) }
    },
    units: async (ids) => unitsById(ids),
    links: async (units) => statements.links.all(list(units)).map(linkOf),
    async everInside(containers) {
      const ids = list(containers)
      return statements.everInside.all(ids, ids)
    },
    ...statements.subjects,
    events: async (ids) => statements.events.all(list(ids)).map(eventOf),
    corrections: async (ids) => statements.corrections.all(list(ids)),
    async counters(keys) {
      const known = new Map(statements.counters.all(list(keys)).map((row) => [row.key, row.last]))
      return new Map(keys.map((key) => [key, known.get(key) ?? null]))
    },
    schemes: async () => statements.schemes.all(),
    async secret(name) {
      const found = statements.findSecret.get(name)?.data
      const hex = found === undefined ? newSecret() : (JSON.parse(found) as string)
      if (found === undefined) statements.keepSetting.run('secret', name, JSON.stringify(hex), 0)
      return Buffer.from(hex, 'hex')
    },
    async raiseFence(time, gap) {
      statements.raiseCounters.run(gap)
      statements.raiseFence.run(time, gap)
    },
    async actor(code) {
      const known = statements.findActor.get(code)
      return known?.id ?? Number(statements.addActor.run(code).lastInsertRowid)
    },
    write: async (batch) => write(batch),
    settleReview: async (event, time) => statements.settleReview.run(time, event).changes,
    async keepSetting(kind, name, data, changed) {
      if (data === null) statements.dropSetting.run(kind, name)
      else statements.keepSetting.run(kind, name, data, changed)
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
