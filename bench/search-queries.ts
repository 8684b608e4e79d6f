/** A search of the benchmark, and the bare statement that asks the company's tables for the same. */
export interface Search {
  readonly query: string
  readonly bare?: { readonly sqlite: string; readonly postgres: string }
}

/** A page as a hand-written statement would get it, without any index but those of the tables. */
const page = (sqlite: string, postgres = sqlite) => ({
  sqlite: `select * from units where ${sqlite} order by id desc limit 51`,
  postgres: `select * from units where ${postgres} order by id desc limit 51`,
})

const counts = (sqlite: string, postgres = sqlite, where = 'true') => ({
  sqlite: `select ${sqlite} as key, count(*) from units where ${where} group by 1`,
  postgres: `select ${postgres} as key, count(*) from units where ${where} group by 1`,
})

/** A trait or time in the JSON of a unit. */
const inSqlite = (path: string) => `detail ->> '$."${path}"'`
const inPostgres = (path: string) => `(detail::jsonb ->> '${path}')`
const has = (path: string, condition: string): [string, string] => [
  `${inSqlite(path)} ${condition}`,
  `${inPostgres(path)} ${condition}`,
]
const both = (one: [string, string], more: string): [string, string] => [
  `${one[0]} and ${more}`,
  `${one[1]} and ${more}`,
]

const site = `location in (with recursive below(id) as (
  select id from subjects where kind = 'location' and key = 'SITE-1'
  union all select s.id from subjects s join below on s.parent = below.id where s.kind = 'location'
) select id from below)`

/** Storage codes of statuses. */
const inStock = 2
const reserved = 4
const inTransit = 7
const lost = 13
const may2023 = [Date.UTC(2023, 4, 1), Date.UTC(2023, 5, 1)] as const
const sqliteMonth = `strftime('%Y-%m', ${inSqlite('time.received')} / 1000, 'unixepoch')`
const postgresTime = `to_timestamp(${inPostgres('time.received')}::bigint / 1000)`
const postgresMonth = `to_char(${postgresTime}, 'YYYY-MM')`

export const searches: readonly Search[] = [
  { query: '', bare: page('true') },
  { query: 'status:in_stock', bare: page(`status = ${inStock}`) },
  { query: 'status:lost', bare: page(`status = ${lost}`) },
  { query: 'model:MODEL-0007', bare: page(...has('trait.model', `= 'MODEL-0007'`)) },
  {
    query: 'colour:red model:MODEL-0007 status:lost',
    bare: page(...both(has('trait.model', `= 'MODEL-0007'`), `status = ${lost}`)),
  },
  {
    query: 'status:reserved failed:*',
    bare: page(...both(has('time.failed', 'is not null'), `status = ${reserved}`)),
  },
  {
    query: 'item:ITEM0007 status:in_transit',
    bare: page(`status = ${inTransit} and item in
      (select id from subjects where kind = 'item' and key = 'ITEM0007')`),
  },
  {
    query: 'received:2023-05 colour:blue',
    bare: page(
      `${inSqlite('time.received')} >= ${may2023[0]}
        and ${inSqlite('time.received')} < ${may2023[1]}
        and ${inSqlite('trait.colour')} = 'blue'`,
      `${inPostgres('time.received')}::bigint >= ${may2023[0]}
        and ${inPostgres('time.received')}::bigint < ${may2023[1]}
        and ${inPostgres('trait.colour')} = 'blue'`,
    ),
  },
  { query: 'loc:SITE-1 moved:2022' },
  { query: 'loc:BIN-0123 status:lost', bare: page(`${site} and status = ${lost}`) },
  { query: 'inside:* status:lost', bare: page(`parent is not null and status = ${lost}`) },
  { query: 'capacity_bytes>=8TB supplier:SUP0003 status:reserved' },
  { query: 'lot:L12*' },
  { query: 'order:SO-1 hold:*', bare: page('for_order is not null and holds > 0') },
  { query: 'SN000123456', bare: page(`serial like '%SN000123456%'`) },
  { query: 'SN00012', bare: page(`serial like '%SN00012%'`) },
  { query: '4567 status:lost', bare: page(`serial like '%4567%' and status = ${lost}`) },
  { query: 'red widget status:lost' },
  { query: 'id:*42' },
  { query: 'serial:SN000100000..SN000100999' },
  { query: '-status:in_stock' },
  { query: 'Z7', bare: page(`serial like '%Z7%'`) },
  {
    query: 'sort:-received status:in_stock',
    bare: {
      sqlite: `select * from units where status = ${inStock}
        order by ${inSqlite('time.received')} desc, id desc limit 51`,
      postgres: `select * from units where status = ${inStock}
        order by ${inPostgres('time.received')}::bigint desc, id desc limit 51`,
    },
  },
  { query: 'sort:item,-received failed:*' },
  { query: 'group:status', bare: counts('status') },
  { query: 'group:item', bare: counts('item') },
  { query: 'group:model', bare: counts(inSqlite('trait.model'), inPostgres('trait.model')) },
  { query: 'group:model,status' },
  { query: 'group:month(received)', bare: counts(sqliteMonth, postgresMonth) },
  { query: 'supplier:SUP0003 group:month(received)' },
  { query: 'loc:SITE-1 group:status', bare: counts('status', 'status', site) },
  { query: 'group:lot', bare: counts('lot') },
  { query: 'at:2022-06-01 item:ITEM0007 status:in_stock' },
  { query: 'at:2022-06-01 loc:AISLE-12' },
  { query: 'at:2022-06-01 status:lost' },
]
