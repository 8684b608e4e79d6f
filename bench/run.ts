import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { startPostgres } from '../test/support/postgres.ts'
import type { Engine } from './bench-store.ts'
import type { Figure } from './figure.ts'
import { historyBench } from './history.ts'
import { httpBench } from './http.ts'
import { importBench } from './imports.ts'
import { labelBench } from './labels.ts'
import { describeMachine } from './machine.ts'
import { meaningBench } from './scan.ts'
import { scanBench } from './scans.ts'
import { searchBench } from './search.ts'
import { webBench } from './web.ts'

/**
 * Runs the benchmarks on both stores and keeps the figures: `npm run bench`, or
 * `npm run bench -- scans search` for some of them. Each figure stands beside a bare baseline that
 * was measured in the same run, because machines are noisy: read ratios.
 */
const benches: Readonly<Record<string, (engine: Engine, url: string) => Promise<Figure[]>>> = {
  scans: scanBench,
  history: historyBench,
  http: httpBench,
  imports: importBench,
  labels: labelBench,
  meaning: meaningBench,
  search: searchBench,
  web: webBench,
}

const resultsPath = join(import.meta.dirname, 'results.json')
const chosen = process.argv.slice(2)
const names = chosen.length > 0 ? chosen : Object.keys(benches)
const unknown = names.filter((name) => !benches[name])
if (unknown.length > 0) {
  throw new Error(
    `No benchmark ${unknown.join(', ')}. They are: ${Object.keys(benches).join(', ')}.`,
  )
}

const postgres = await startPostgres()
try {
  for (const name of names) {
    for (const engine of ['sqlite', 'postgres'] as const) {
      const figures = await benches[name]!(engine, postgres.url)
      print(figures)
      keep(name, engine, figures)
    }
  }
} finally {
  await postgres.stop()
}

function print(figures: readonly Figure[]): void {
  for (const { name, engine, unit, measured, bare, ratio, goal } of figures) {
    const beside = ratio === undefined ? '' : `  bare ${bare}, ratio ${ratio}`
    const aim = goal === undefined ? '' : `  (goal: ${goal})`
    process.stdout.write(`${engine.padEnd(8)}  ${name}: ${measured} ${unit}${beside}${aim}\n`)
  }
}

/** Puts the figures of one benchmark in place of its earlier ones. */
function keep(bench: string, engine: Engine, figures: readonly Figure[]): void {
  const runs = readResults().filter((run) => run.bench !== bench || run.engine !== engine)
  runs.push({ bench, engine, on: new Date().toISOString(), machine: describeMachine(), figures })
  runs.sort((a, b) => a.bench.localeCompare(b.bench) || a.engine.localeCompare(b.engine))
  writeFileSync(resultsPath, `${JSON.stringify(runs, null, 2)}\n`)
}

interface Run {
  readonly bench: string
  readonly engine: string
  readonly on: string
  readonly machine: Readonly<Record<string, string | number>>
  readonly figures: readonly Figure[]
}

function readResults(): Run[] {
  try {
    return JSON.parse(readFileSync(resultsPath, 'utf8')) as Run[]
  } catch {
    return []
  }
}
