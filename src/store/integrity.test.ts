import { expect, it } from 'vitest'
import { accept, forEachStore, runSql, type OpenedStore } from '../../test/support/stores.ts'

/** Two bikes and a pallet, an IMEI, a split portion: something in every table of the ledger. */
async function setUp({ ledger }: OpenedStore): Promise<void> {
  const make = (item: string, entry: object) =>
    accept(ledger, 'commission', { item, entries: [entry], location: 'BIN-1' })
  await Promise.all([
    accept(ledger, 'create_location', { code: 'BIN-1' }),
    accept(ledger, 'create_item', { code: 'BIKE' }),
    accept(ledger, 'create_item', { code: 'FLOUR', kind: 'portion' }),
    make('BIKE', { serial: 'B1', identifiers: [{ type: 'imei', value: '35' }] }),
    make('BIKE', { serial: 'B2' }),
    make('FLOUR', { serial: 'F1', content: 100 }),
    accept(ledger, 'split', { unit: 'F1', parts: [{ serial: 'F2', content: 40 }] }),
  ])
}

const tables = ['events', 'links', 'units', 'identifiers', 'edges', 'commands', 'company'] as const

async function contentsOf({ address }: OpenedStore): Promise<unknown> {
  const contents: Record<string, unknown[]> = {}
  for (const table of tables) {
    const rows = await runSql(address, `select * from ${table}`)
    contents[table] = rows.map((row) => JSON.stringify(row)).toSorted()
  }
  return contents
}

const attacks: readonly (readonly [what: string, sql: string])[] = [
  ['a unit in a location and a container', 'update units set parent = 2 where id = 1'],
  ['a unit nowhere', 'update units set location = null where id = 1'],
  ['a unit inside itself', 'update units set location = null, parent = 1 where id = 1'],
  ['a negative content', 'update units set content = -1 where id = 3'],
  [
    'a serial twice in its scope',
    `insert into identifiers (value, type, scope, unit, written, active)
     select value, type, scope, 2, written, 1 from identifiers where value = 'B1'`,
  ],
  ['a number that passes to another unit', `update identifiers set unit = 2 where value = '35'`],
  ['a forgotten number', `delete from identifiers where value = 'B1'`],
  ['a forgotten unit', 'delete from units where id = 2'],
  ['a changed event', 'update events set time = time + 1'],
  ['a forgotten event', 'delete from events where id = 4'],
  ['a changed line of history', `update links set changes = '{}' where unit = 1`],
  ['a forgotten line of history', 'delete from links where unit = 1'],
  [
    'an event under the number of another',
    `insert into events (id, kind, time, recorded, actor, command, contested, units, data)
     values (1, 1, 1, 1, 1, 'x', 0, '', '{}')`,
  ],
  [
    'a command answered twice',
    'insert into commands (id, hash, answer) select id, hash, answer from commands',
  ],
  ['a second company in the store', `insert into company values (2, 'x', 1, 1, 2, 0)`],
]

const ownAttacks = {
  sqlite: [
    [
      'a replaced event',
      `insert or replace into events (id, kind, time, recorded, actor, command, contested, units,
         data) values (1, 1, 1, 1, 1, 'x', 0, '', '{}')`,
    ],
    [
      'a replaced line of history',
      `replace into links (unit, event, role, kind, time, actor, contested, changes)
       values (1, 4, 0, 0, 0, 1, 0, '{}')`,
    ],
    ['a text where a number belongs', `update units set content = 'many' where id = 3`],
  ],
  postgres: [
    ['no events at all', 'truncate events'],
    ['no history at all', 'truncate links'],
    ['no units at all', 'truncate units'],
    [
      'a replaced event',
      `insert into events (id, kind, time, recorded, actor, command, contested, units, data)
       values (1, 1, 1, 1, 1, 'x', 0, '', '{}') on conflict (id) do update set kind = 2`,
    ],
  ],
} as const

forEachStore('the database itself refuses', (open, engine) => {
  it('what the rules forbid, whatever program tries it', async () => {
    const company = await open()
    await setUp(company)
    const before = await contentsOf(company)
    const passed: string[] = []
    for (const [what, sql] of [...attacks, ...ownAttacks[engine]]) {
      const passes = await runSql(company.address, sql).then(
        () => true,
        () => false,
      )
      if (passes) passed.push(what)
    }
    expect(passed).toEqual([])
    expect(await contentsOf(company)).toEqual(before)
  })
})
