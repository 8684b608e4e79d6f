import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { uuidv7 } from 'uuidv7'
import { openLedger } from '../src/ledger/ledger.ts'
import { openStore, type StoreAddress } from '../src/store/open.ts'
import { fillStore, serialOf, type Engine } from './bench-store.ts'
import { quantile, rate, time, type Figure } from './figure.ts'
import { load } from './http-load.ts'
import { startBareServer, startServer, type RunningServer } from './http-server.ts'

const units = 10_000
const connections = 64
const seconds = 4
const scanners = [1, 16, 64]

/**
 * Looking a unit up over HTTP, beside a bare HTTP server that sends the same bytes; durable scans
 * over HTTP with several clients. Server and client are processes of their own.
 */
export async function httpBench(engine: Engine, url: string): Promise<Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'seriatim-bench-http-'))
  const company = `http${process.pid}`
  await fill(
    engine === 'sqlite'
      ? { engine, path: join(folder, `${company}.db`) }
      : { engine, url, company },
  )
  const server = await startServer({
    SERIATIM_DATA: folder,
    SERIATIM_COMPANY: company,
    ...(engine === 'postgres' && { DATABASE_URL: url }),
  })
  try {
    return [
      await lookUpFigure(engine, server, company),
      ...(await scanFigures(engine, server, company)),
    ]
  } finally {
    await server.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

async function fill(address: StoreAddress): Promise<void> {
  const store = await openStore(address)
  const ledger = openLedger(store, Date.now)
  const record = async (kind: string, input: unknown) => {
    const answer = await ledger.record({ id: uuidv7(), kind, input, actor: 'bench' })
    if (!answer.ok) throw new Error(answer.refusal.message)
    return answer
  }
  await fillStore({ record }, units)
  // What is fed to the search index meanwhile would be measured too.
  await store.search.caughtUp()
  await ledger.close()
  await store.close()
}

async function lookUpFigure(
  engine: Engine,
  { port, cookie }: RunningServer,
  company: string,
): Promise<Figure> {
  const head = `host: 127.0.0.1:${port}\r\ncookie: ${cookie}\r\n\r\n`
  const request = (n: number) =>
    `GET /api/${company}/units/${serialOf((n * 7919) % units)} HTTP/1.1\r\n${head}`
  const warm = await load({ port, connections, seconds: 2, request })
  const bare = await startBareServer(warm.sample)
  try {
    // In turn, in small runs, so that a change of the machine's pace meets both.
    const measured: number[] = []
    const bares: number[] = []
    for (let round = 0; round < 3; round += 1) {
      measured.push((await load({ port, connections, seconds, request })).rate)
      bares.push((await load({ port: bare.port, connections, seconds, request })).rate)
    }
    return rate({
      name: `look-up of a unit over HTTP, ${connections} connections`,
      engine,
      unit: 'answers/s',
      measured: quantile(measured, 0.5),
      bare: quantile(bares, 0.5),
      goal: 'at least half the rate of a bare HTTP server (ratio at most 2)',
    })
  } finally {
    await bare.stop()
  }
}

async function scanFigures(
  engine: Engine,
  { port, cookie }: RunningServer,
  company: string,
): Promise<Figure[]> {
  const request = (n: number) => {
    const input = { units: [serialOf(n % units)], to: n % 2 ? 'A-1' : 'A-2' }
    const body = JSON.stringify({ commands: [{ id: uuidv7(), kind: 'move', input }] })
    return [
      `POST /api/${company}/commands HTTP/1.1`,
      `host: 127.0.0.1:${port}`,
      `cookie: ${cookie}`,
      'content-type: application/json',
      `content-length: ${body.length}\r\n\r\n${body}`,
    ].join('\r\n')
  }
  const figures: Figure[] = []
  for (const clients of scanners) {
    const { rate: scans, times } = await load({ port, connections: clients, seconds, request })
    const name = `durable scans over HTTP, ${clients} at once`
    figures.push(
      { name, engine, unit: 'scans/s', measured: Number(scans.toPrecision(3)) },
      time({ name: `${name}: p50`, engine, unit: 'ms', measured: quantile(times, 0.5) }),
      time({ name: `${name}: p99`, engine, unit: 'ms', measured: quantile(times, 0.99) }),
    )
  }
  return figures
}
