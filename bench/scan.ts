import { foldIdentifier } from '../src/domain/identifier.ts'
import { resolveScan } from '../src/contract/scan.ts'
import { machineAccess } from '../src/features/access.ts'
import { answer } from '../src/features/answer.ts'
import { fillStore, openBenchStore, serialOf, type Engine } from './bench-store.ts'
import { quantile, time, timed, type Figure } from './figure.ts'

const units = 20_000
const rounds = 20
const perRound = 50
const gtin = '09506000134352'

/** What can be scanned, by what it is; `n` makes each one another. */
const codes: Readonly<Record<string, (n: number) => string>> = {
  'a serial of a unit': (n) => serialOf(n % units),
  'GS1 DataMatrix of a unit': (n) => `]d201${gtin}10LOT7\u001d21${serialOf(n % units)}`,
  'Digital Link of a unit': (n) => `https://example.com/01/${gtin}/21/${serialOf(n % units)}`,
  'GS1 DataMatrix of a new unit': (n) => `]d201${gtin}21NEW${n}`,
  'an unknown number': (n) => `UNKNOWN-${n}`,
  'a command barcode': () => 'SRT:DONE',
}

/** What a scan means, through the operation, beside the bare look-up of one number. */
export async function meaningBench(engine: Engine, url: string): Promise<Figure[]> {
  const bench = await openBenchStore(engine, url)
  try {
    await fillStore(bench, units)
    await bench.record('change_item', { code: 'DRIVE', set: { gtin } })
    for (let n = 0; n < 50; n += 1) {
      const scheme = `{item.code}-{YY}{WW}-{seq:${4 + (n % 5)}}{check}`
      await bench.record('create_item', { code: `OWN-${n}`, scheme })
    }
    const { store, ledger } = bench
    const access = machineAccess('bench')
    const context = { store, ledger, access, folder: bench.place, now: Date.now }
    const figures: Figure[] = []
    for (const [name, codeOf] of Object.entries(codes)) {
      const ours: number[] = []
      const theirs: number[] = []
      for (let round = 0; round < rounds; round += 1) {
        const numbers = Array.from({ length: perRound }, (_, n) => round * 7919 + n * 31)
        for (const n of numbers) {
          ours.push(await timed(() => answer(resolveScan, { code: codeOf(n) }, context)))
          theirs.push(await timed(() => store.resolve(foldIdentifier(serialOf(n % units)))))
        }
      }
      figures.push(
        time({
          name: `meaning of ${name}`,
          engine,
          unit: 'ms',
          measured: quantile(ours, 0.5),
          bare: quantile(theirs, 0.5),
          goal: 'under 2 ms',
        }),
      )
    }
    return figures
  } finally {
    await bench.close()
  }
}
