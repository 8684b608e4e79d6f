import { openBare } from './bare.ts'
import { fillStore, openBenchStore, serialOf, type Engine } from './bench-store.ts'
import { quantile, rate, time, timed, type Figure } from './figure.ts'

const units = 10_000
const alone = 400
const groups = 60
const together = 64

/** Durable scans, one at a time and 64 at once, beside bare transactions of the same rows. */
export async function scanBench(engine: Engine, url: string): Promise<Figure[]> {
  const bench = await openBenchStore(engine, url)
  try {
    await fillStore(bench, units)
    const scan = (n: number) =>
      bench.record('move', { units: [serialOf(n % units)], to: n % 2 ? 'A-1' : 'A-2' })
    const single: number[] = []
    const bareSingle: number[] = []
    const bare = await openBare(engine, bench, url)
    // In turn, in small runs, so that a change of the machine's pace meets both.
    for (let n = 0; n < alone; n += 1) single.push(await timed(() => scan(n)))
    for (let n = 0; n < alone; n += 1) bareSingle.push(await timed(() => bare.scan(n)))
    await bare.close()
    const grouped: number[] = []
    for (let group = 0; group < groups; group += 1) {
      const first = alone + group * together
      const all = Array.from({ length: together }, (_, n) => first + n)
      grouped.push(await timed(() => Promise.all(all.map(scan))))
    }
    const bareRate = 1000 / quantile(bareSingle, 0.5)
    return [
      rate({
        name: 'durable scans, one at a time',
        engine,
        unit: 'scans/s',
        measured: 1000 / quantile(single, 0.5),
        bare: bareRate,
      }),
      rate({
        name: 'durable scans, 64 at once',
        engine,
        unit: 'scans/s',
        measured: (1000 * together) / quantile(grouped, 0.5),
        bare: bareRate,
        goal: 'at least 3 times as many as one commit a scan (ratio at most 0.33)',
      }),
      time({
        name: 'durable scans, 64 at once: slowest of 100 groups',
        engine,
        unit: 'ms',
        measured: quantile(grouped, 0.99),
      }),
    ]
  } finally {
    await bench.close()
  }
}
