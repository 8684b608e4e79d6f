import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { uuidv7 } from 'uuidv7'
import type { Answer } from '../src/domain/command.ts'
import { openLedger, type Ledger } from '../src/ledger/ledger.ts'
import { openStore } from '../src/store/open.ts'
import type { Store } from '../src/store/store.ts'

export type Engine = Store['engine']

/** A store of its own for one benchmark, with its ledger. */
export interface BenchStore {
  readonly store: Store
  readonly ledger: Ledger
  /** Path of the SQLite file; schema of PostgreSQL. */
  readonly place: string
  /** Records a command; throws when it is refused, for then nothing was measured. */
  record(kind: string, input: unknown, time?: number): Promise<Answer & { ok: true }>
  close(): Promise<void>
}

let made = 0

/** Opens an empty company for a benchmark; it is gone when it is closed. */
export async function openBenchStore(
  engine: Engine,
  postgresUrl: string,
  folder = mkdtempSync(join(tmpdir(), 'seriatim-bench-')),
): Promise<BenchStore> {
  made += 1
  const company = `bench${process.pid}_${made}`
  const path = join(folder, `${company}.db`)
  const store = await openStore(
    engine === 'sqlite' ? { engine, path } : { engine, url: postgresUrl, company },
  )
  const ledger = openLedger(store, Date.now)
  return {
    store,
    ledger,
    place: engine === 'sqlite' ? path : `seriatim_${company}`,
    async record(kind, input, time) {
      const answer = await ledger.record({ id: uuidv7(), kind, input, actor: 'bench', time })
      if (!answer.ok) throw new Error(answer.refusal.message)
      if (answer.refused.length > 0) throw new Error(answer.refused[0]!.refusal.message)
      return answer
    },
    async close() {
      await ledger.close()
      await store.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** Serial of the n-th unit of a benchmark. */
export const serialOf = (n: number): string => `SN${String(n).padStart(9, '0')}`

/** Makes an item, two places and `count` units in one of them. */
export async function fillStore(bench: Pick<BenchStore, 'record'>, count: number): Promise<void> {
  await bench.record('create_item', { code: 'DRIVE', name: 'Hard drive' })
  await bench.record('create_location', { code: 'A-1' })
  await bench.record('create_location', { code: 'A-2' })
  const size = 1000
  for (let from = 0; from < count; from += size) {
    const entries = Array.from({ length: Math.min(size, count - from) }, (_, index) => ({
      serial: serialOf(from + index),
    }))
    await bench.record('receive', { item: 'DRIVE', location: 'A-1', entries })
  }
}
