import { execFile } from 'node:child_process'
import { createWriteStream, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { promisify } from 'node:util'
import type { StoreAddress } from '../src/store/open.ts'
import { copyBare } from './bare-copy.ts'
import { serialOf, type Engine } from './bench-store.ts'
import { rate, time, type Figure } from './figure.ts'

const run = promisify(execFile)
const drives = join(import.meta.dirname, '../test/data/drives-2013.csv')
const generated = 1_000_000
/** On PostgreSQL a million rows by bare statements take many minutes; a part tells the rate. */
const bareUnitsOnPostgres = 50_000

interface Imported {
  readonly ms: number
  readonly peakMiB: number
  readonly counts: { readonly newUnits: number }
}

/** Imports of the drives and of a million generated serials, beside bare inserts of their rows. */
export async function importBench(engine: Engine, url: string): Promise<Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'seriatim-bench-'))
  try {
    const million = join(folder, 'million.csv')
    await writeSerials(million, generated)
    const files = [
      { path: drives, label: 'drives', what: '29,072 drives' },
      { path: million, label: 'million', what: '1,000,000 serials' },
    ] as const
    return [
      ...(await importFile(engine, url, folder, files[0])),
      ...(await importFile(engine, url, folder, files[1])),
    ]
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function writeSerials(path: string, count: number): Promise<void> {
  function* lines() {
    yield 'sku,serial,location\n'
    for (let n = 0; n < count; n += 1) yield `WIDGET-${n % 10},${serialOf(n)},AISLE-${n % 100}\n`
  }
  await pipeline(Readable.from(lines()), createWriteStream(path))
}

interface ImportedFile {
  readonly path: string
  /** Part of the names of the stores. */
  readonly label: string
  readonly what: string
}

async function importFile(
  engine: Engine,
  url: string,
  folder: string,
  { path, label, what }: ImportedFile,
): Promise<Figure[]> {
  const addressOf = (name: string): StoreAddress =>
    engine === 'sqlite'
      ? { engine, path: join(folder, `${label}-${name}.db`) }
      : { engine, url, company: `bench_${label}_${name}_${process.pid}` }
  const target = addressOf('import')
  const child = join(import.meta.dirname, 'import-child.ts')
  const { stdout } = await run(process.execPath, [
    ...process.execArgv,
    child,
    JSON.stringify(target),
    path,
  ])
  const imported = JSON.parse(stdout) as Imported
  const most = engine === 'postgres' ? bareUnitsOnPostgres : Infinity
  const bare = await copyBare(target, addressOf('bare'), most)
  return [
    rate({
      name: `import of ${what}`,
      engine,
      unit: 'units/s',
      measured: (1000 * imported.counts.newUnits) / imported.ms,
      bare: (1000 * bare.units) / bare.ms,
      goal: 'at most 2.5 times the bare time',
      note: `bare: ${bare.units} units, a prepared insert a row, 1,000 units a transaction`,
    }),
    time({
      name: `import of ${what}: peak memory of the process`,
      engine,
      unit: 'MiB',
      measured: imported.peakMiB,
      goal: 'under 300 MB',
    }),
  ]
}
