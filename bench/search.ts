import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import { uuidv7 } from 'uuidv7'
import { countUnits, searchUnits } from '../src/contract/search.ts'
import { machineAccess } from '../src/features/access.ts'
import { answer } from '../src/features/answer.ts'
import type { Context } from '../src/features/context.ts'
import { openLedger } from '../src/ledger/ledger.ts'
import { openStore, type StoreAddress } from '../src/store/open.ts'
import type { Engine } from './bench-store.ts'
import { quantile, time, timed, type Figure } from './figure.ts'
import { inventory, makeInventory } from './search-data.ts'
import { searches, type Search } from './search-queries.ts'

const folder = join(import.meta.dirname, '../.cache/bench')
const warmUps = 2
const runs = 15
/** A bare query can take seconds. */
const bareRuns = 3

/**
 * First pages, groups and past moments at a million units, beside bare statements that ask the
 * company's tables for the same rows. On SQLite the company is kept for the next run.
 */
export async function searchBench(engine: Engine, url: string): Promise<Figure[]> {
  const address: StoreAddress =
    engine === 'sqlite'
      ? { engine, path: inventoryPath }
      : { engine, url, company: `search_${process.pid}` }
  await fill(address)
  const store = await openStore(address)
  const ledger = openLedger(store, Date.now)
  const access = machineAccess('bench')
  const context: Context = { store, ledger, folder, access, now: Date.now }
  try {
    const figures = [await feedingFigure(context)]
    for (const search of searches) figures.push(await figureOf(context, search))
    return figures
  } finally {
    await ledger.close()
    await store.close()
  }
}

/** The SQLite file of the company, which is kept for the next run. */
export const inventoryPath = join(folder, `search-${inventory.units}.db`)

/** Makes the company, if there is none from an earlier run. */
export async function fill(address: StoreAddress): Promise<void> {
  const mark = address.engine === 'sqlite' ? `${address.path}.made` : null
  if (mark !== null && existsSync(mark)) return
  mkdirSync(folder, { recursive: true })
  if (address.engine === 'sqlite') {
    for (const name of [address.path, address.path.replace(/db$/, 'search.db')]) {
      for (const suffix of ['', '-wal', '-shm']) rmSync(name + suffix, { force: true })
    }
  }
  const store = await openStore(address)
  const ledger = openLedger(store, Date.now)
  await makeInventory(async (kind, input, at) => {
    const answered = await ledger.record({ id: uuidv7(), kind, input, actor: 'bench', time: at })
    if (!answered.ok) throw new Error(answered.refusal.message)
  }, inventory.units)
  await ledger.close()
  await store.close()
  if (mark !== null) writeFileSync(mark, '')
}

/** How fast the index is made anew. */
async function feedingFigure({ store }: Context): Promise<Figure> {
  await store.search.renew()
  const ms = await timed(() => store.search.caughtUp())
  return time({
    name: 'the search index of a million units, made anew',
    engine: store.engine,
    unit: 's',
    measured: ms / 1000,
  })
}

async function figureOf(context: Context, search: Search): Promise<Figure> {
  const { query, bare } = search
  const { store } = context
  const isCount = query.includes('group:')
  let last: unknown
  const ask = async () =>
    (last = await answer(isCount ? countUnits : searchUnits, { query }, context))
  for (let run = 0; run < warmUps; run += 1) await ask()
  const times: number[] = []
  for (let run = 0; run < runs; run += 1) times.push(await timed(ask))
  const { served, units, total } = last as {
    served: { by: string; because?: string; unitsRead: number }
    units?: unknown[]
    total?: number
  }
  const bareTimes: number[] = []
  if (bare !== undefined) {
    const statement = sql.raw(bare[store.engine])
    for (let run = 0; run < bareRuns; run += 1) {
      bareTimes.push(await timed(() => statement.execute(store.longRead)))
    }
  }
  return time({
    name: `${isCount ? 'counts' : 'first page'} of ${query || 'everything'}`,
    engine: store.engine,
    unit: 'ms',
    measured: quantile(times, 0.5),
    ...(bareTimes.length > 0 && { bare: quantile(bareTimes, 0.5) }),
    ...(served.by === 'index' && { goal: '50 ms where an index serves it' }),
    note: [
      units ? `${units.length} units` : `${total} units counted`,
      served.because === undefined ? 'served by the index' : `looked one by one: ${served.because}`,
      `${served.unitsRead} units read`,
    ].join('; '),
  })
}
