import { parseQuery, type SearchQuery } from '../src/domain/search/index.ts'
import { countUnits, searchUnits } from '../src/store/search/search-units.ts'
import type { Store } from '../src/store/store.ts'
import { contentsAsOf } from '../src/store/views/as-of.ts'
import { openBenchStore, type Engine } from './bench-store.ts'
import { quantile, time, timed, type Figure } from './figure.ts'
import { inventory, makeInventory } from './search-data.ts'

/** Searches as people make them; the last ones find nothing where two large groups do not meet. */
const searches = [
  'SN000500000',
  'SN0005',
  '*99887*',
  'item:ITEM0007 status:in_stock',
  'loc:SITE-1 status:reserved',
  'model:MODEL-0003 failed:*',
  'received>2023-06 colour:red',
  'capacity_bytes>4TB hold:*',
  'supplier:SUP0003 lot:L12*',
  '-status:in_stock loc:"Aisle 3 of site 2"',
  'status:in_transit hold:*',
  'status:delivered',
]

const groupings = ['group:status', 'group:model,status', 'failed:* group:month(failed)']

const rounds = 15
const pageSize = 50

/** Searches, groups and past contents over a million units, beside a bare read of the same rows. */
export async function searchBench(engine: Engine, url: string): Promise<Figure[]> {
  const bench = await openBenchStore(engine, url)
  try {
    await makeInventory(bench, inventory.units)
    const { store } = bench
    const indexed = await timed(() => store.search.caughtUp())
    const figures: Figure[] = [
      time({
        name: 'search index: behind the last of a million units',
        engine,
        unit: 'ms',
        measured: indexed,
      }),
    ]
    for (const text of searches) figures.push(await firstPage(store, engine, text))
    for (const text of groupings) figures.push(await counts(store, engine, text))
    figures.push(await past(store, engine))
    return figures
  } finally {
    await bench.close()
  }
}

function understood(text: string): SearchQuery {
  const parsed = parseQuery(text, { now: Date.now() })
  if (!parsed.ok) throw new Error(parsed.error.sentence)
  return parsed.query
}

/** The median of several runs, each beside a bare read of the rows that it found. */
async function firstPage(store: Store, engine: Engine, text: string): Promise<Figure> {
  const query = understood(text)
  const ours: number[] = []
  const bare: number[] = []
  const asked = { limit: pageSize, after: null }
  const first = await searchUnits(store, query, asked)
  const ids = first.units.map(({ id }) => id)
  for (let round = 0; round < rounds; round += 1) {
    ours.push(await timed(() => searchUnits(store, query, asked)))
    bare.push(await timed(() => readRows(store, ids)))
  }
  const { served } = first
  return time({
    name: `first page of: ${text}`,
    engine,
    unit: 'ms',
    measured: quantile(ours, 0.5),
    bare: quantile(bare, 0.5),
    goal: '50 ms where an index can serve it',
    note: `${ids.length} units; by ${served.by}; slowest of ${rounds}: ${Math.max(...ours).toFixed(1)} ms`,
  })
}

const readRows = (store: Store, ids: readonly number[]) =>
  store.read
    .selectFrom('units')
    .selectAll()
    .where('id', 'in', [0, ...ids])
    .execute()

async function counts(store: Store, engine: Engine, text: string): Promise<Figure> {
  const query = understood(text)
  const { groups, total } = await countUnits(store, query)
  const ours: number[] = []
  for (let round = 0; round < 5; round += 1) {
    ours.push(await timed(() => countUnits(store, query)))
  }
  return time({
    name: `counts of: ${text}`,
    engine,
    unit: 'ms',
    measured: quantile(ours, 0.5),
    note: `${total} units in ${groups.length} groups`,
  })
}

/** The first page of what stood in a bin on a day two years ago. */
async function past(store: Store, engine: Engine): Promise<Figure> {
  const row = await store.read
    .selectFrom('subjects')
    .select('id')
    .where('kind', '=', 'location')
    .where('key', '=', 'BIN-0100')
    .executeTakeFirstOrThrow()
  const until = Date.UTC(2023, 6, 1)
  const ours: number[] = []
  for (let round = 0; round < rounds; round += 1) {
    const asked = { after: 0, limit: pageSize }
    ours.push(await timed(() => contentsAsOf(store, row.id, { until }, asked)))
  }
  return time({
    name: 'first page of the contents of a bin at a past moment',
    engine,
    unit: 'ms',
    measured: quantile(ours, 0.5),
    goal: '50 ms',
  })
}
