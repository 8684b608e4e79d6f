import { foldIdentifier } from '../src/domain/identifier.ts'
import { openBare } from './bare.ts'
import { fillStore, openBenchStore, serialOf, type Engine } from './bench-store.ts'
import { quantile, time, timed, type Figure } from './figure.ts'

const units = 5000
const events = 24
const rounds = 20
const perRound = 200

/** A unit by its serial with its last 20 events, beside the bare queries. */
export async function historyBench(engine: Engine, url: string): Promise<Figure[]> {
  const bench = await openBenchStore(engine, url)
  try {
    await fillStore(bench, units)
    const all = Array.from({ length: units }, (_, n) => serialOf(n))
    for (let n = 0; n < events; n += 1) {
      for (let from = 0; from < units; from += 1000) {
        await bench.record('move', { units: all.slice(from, from + 1000), to: `A-${1 + (n % 2)}` })
      }
    }
    const bare = await openBare(engine, bench, url)
    const { store } = bench
    const lookUp = async (serial: string) => {
      const { units: found } = await store.resolve(foldIdentifier(serial))
      const lines = await store.history(found[0]!.id, 20)
      if (lines.length !== 20) throw new Error(`Expected 20 lines, found ${lines.length}.`)
    }
    const ours: number[] = []
    const theirs: number[] = []
    for (let round = 0; round < rounds; round += 1) {
      const some = Array.from({ length: perRound }, (_, n) =>
        serialOf((round * 7919 + n * 31) % units),
      )
      const each = async (work: (serial: string) => Promise<unknown>) => {
        for (const serial of some) await work(serial)
      }
      ours.push((await timed(() => each(lookUp))) / perRound)
      theirs.push((await timed(() => each((serial) => bare.lookUp(serial)))) / perRound)
    }
    await bare.close()
    return [
      time({
        name: 'unit by serial with its last 20 events',
        engine,
        unit: 'ms',
        measured: quantile(ours, 0.5),
        bare: quantile(theirs, 0.5),
        goal: 'at most 1.5 times the bare query',
      }),
    ]
  } finally {
    await bench.close()
  }
}
