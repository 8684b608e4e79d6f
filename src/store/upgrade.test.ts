import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { expect, it } from 'vitest'
import { accept, forEachStore, runSql } from '../../test/support/stores.ts'
import type { StoreAddress } from './open.ts'
import { schemaOf } from './postgres/connection.ts'
import { firstRelease as firstPostgresRelease } from './postgres/migrations.ts'
import { openWriter } from './sqlite/connection.ts'
import { firstRelease as firstSqliteRelease } from './sqlite/migrations.ts'

const subject = (kind: string, id: number, code: string, data: object) =>
  `('${kind}', ${id}, '${code}', '${code.toUpperCase()}', 0, null, null, null, '${JSON.stringify(data)}')`

const unit = (id: number, item: number, serial: string) =>
  `(${id}, ${item}, 0, '${serial}', null, 2, 2, 1, null, 1, null, null, 0, 0, 3, '{}')`

/** What the first release wrote: what subjects refer to is there by code. */
const rows = [
  `insert into company values (1, '${randomUUID()}', 4, 3, 8, 0)`,
  `insert into subjects (kind, id, code, key, item, parent, number, name, data) values
     ${subject('party', 2, 'Müller', {})},
     ${subject('item', 3, 'MOTOR', { maker: 'müller', scheme: 'M{seq:4}', serialScope: 'maker' })},
     ${subject('item', 4, 'LAMP', { maker: 'Nobody', supplier: 'nobody' })},
     ${subject('location', 5, 'HALL', {})},
     ${subject('order', 6, 'PO-1', { party: 'MÜLLER', lines: [{ item: 'motor', quantity: 2 }] })}`,
  `insert into subjects (kind, id, code, key, item, parent, number, name, data)
     values ('location', 7, 'BIN', 'BIN', 0, 5, null, null, '{"parent":"HALL"}')`,
  `insert into units (id, item, kind, serial, lot, status, stage, location, parent, content,
     for_order, party, holds, time, event, detail)
     values ${unit(1, 3, 'M0001')}, ${unit(2, 4, 'L1')}`,
  `insert into identifiers values
     ('M0001', 'serial', -2, 1, 'M0001', 1), ('X1', 'maker_serial', 0, 1, 'x1', 1),
     ('X2', 'maker_serial', 0, 2, 'X2', 1)`,
]

async function makeFirstStore(address: StoreAddress): Promise<void> {
  if (address.engine === 'sqlite') {
    const connection = openWriter(address.path)
    for (const statement of [...firstSqliteRelease, ...rows]) connection.exec(statement)
    connection.pragma('user_version = 1')
    connection.close()
    return
  }
  const client = new pg.Client({ connectionString: address.url })
  await client.connect()
  const schema = schemaOf(address.company)
  await client.query(`create schema "${schema}"; set search_path to "${schema}"`)
  await client.query('create table schema_version (version integer not null)')
  for (const statement of [...firstPostgresRelease, ...rows]) await client.query(statement)
  await client.query('insert into schema_version values (1)')
  await client.end()
}

forEachStore('a store of the first release', (open) => {
  it('keeps by id what its subjects named by code, and makes missing parties', async () => {
    const { address, close } = await open()
    await close()
    const old: StoreAddress =
      address.engine === 'sqlite'
        ? { ...address, path: address.path.replace('company.db', 'first.db') }
        : { ...address, company: `${address.company}_first` }
    await makeFirstStore(old)
    const { ledger, store } = await open({ address: old })
    const subjects = await store.read.selectFrom('subjects').selectAll().orderBy('id').execute()
    const found = subjects.map(({ id, code, data }) => [id, code, JSON.parse(data) as unknown])
    expect(found.slice(1)).toEqual([
      [2, 'Müller', {}],
      [3, 'MOTOR', { maker: 2, scheme: 'M{seq:4}', serialScope: 'maker' }],
      [4, 'LAMP', { maker: 8, supplier: 8 }],
      [5, 'HALL', {}],
      [6, 'PO-1', { party: 2, lines: [{ item: 3, quantity: 2 }] }],
      [7, 'BIN', {}],
      [8, 'Nobody', {}],
    ])
    const numbers = await runSql(old, 'select value, scope from identifiers order by value')
    expect(numbers).toEqual([
      { value: 'M0001', scope: -2 },
      { value: 'X1', scope: -2 },
      { value: 'X2', scope: -8 },
    ])
    expect(await runSql(old, 'select item, pattern from schemes')).toEqual([
      { item: 3, pattern: 'M{seq:4}' },
    ])
    await accept(ledger, 'change_party', { code: 'MÜLLER', rename: 'MUELLER', set: {} })
    const { subject: made } = await accept(ledger, 'create_party', { code: 'NEW' })
    expect(made).toBe(9)
    const { created } = await accept(ledger, 'commission', { item: 'MOTOR', count: 1 })
    const [serial] = await runSql(old, `select serial from units where id = ${created}`)
    expect(serial).toEqual({ serial: 'M0002' })
  })
})
