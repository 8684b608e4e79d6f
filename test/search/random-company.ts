import type { Ledger } from '../../src/ledger/ledger.ts'
import type { Random } from '../faults/random.ts'
import { accept, record } from '../support/stores.ts'

/**
 * A small company with a bit of everything that can be searched for. What is not possible is
 * refused by the ledger, and that is that.
 */
export interface RandomCompany {
  /** The batch of each event that belongs to one. */
  readonly batches: ReadonlyMap<number, string>
  /** Lets some more things happen. */
  live(events: number): Promise<void>
}

const firstTime = Date.UTC(2023, 0, 1)
const lastTime = Date.UTC(2025, 11, 31)

const locations = [
  { code: 'HQ', name: 'Headquarters' },
  { code: 'A', name: 'Aisle A', parent: 'HQ' },
  { code: 'A-1', name: 'Aisle A, bin 1', parent: 'A' },
  { code: 'A-2', parent: 'A' },
  { code: 'DEPOT', name: 'Außenlager' },
]
const parties = [
  { code: 'ACME', name: 'Acme Trading', roles: ['supplier'] },
  { code: 'GLOBEX', name: 'Globex', roles: ['customer'] },
  { code: 'SEA', name: 'Seaside Works', roles: ['maker'] },
]
const items = [
  {
    code: 'DRILL',
    name: 'Cordless drill',
    category: 'Power tools',
    gtin: '04006381333931',
    maker: 'SEA',
    traits: { voltage: 18, colour: 'Red' },
  },
  { code: 'BOLT-8', name: 'Bolt, 8 mm', category: 'Parts', traits: { size: 8 } },
  { code: 'WIDGET', serialScope: 'everywhere' },
  { code: 'FLOUR', name: 'Wheat flour', kind: 'portion', measure: 'kg', decimals: 3 },
  { code: 'OIL', name: 'Oil for drills', kind: 'portion', measure: 'l' },
  { code: 'PALLET', kind: 'container' },
  { code: 'BOX', name: 'Box', kind: 'container' },
]
const lots = [
  { code: 'L1', item: 'DRILL', expiry: Date.UTC(2025, 5, 30), traits: { colour: 'green' } },
  { code: 'L2', item: 'FLOUR', expiry: Date.UTC(2024, 1, 29) },
  { code: 'L20', item: 'BOLT-8', traits: { size: 'M8', tested: true } },
]
const orders = ['SO-1', 'SO-2', 'PO-77']
const reasons = ['failed inspection', 'customer complaint', 'does not start']

/** Makes the nouns and the first units. */
export async function makeCompany(ledger: Ledger, random: Random): Promise<RandomCompany> {
  for (const location of locations) await accept(ledger, 'create_location', location)
  for (const party of parties) await accept(ledger, 'create_party', party)
  for (const item of items) await accept(ledger, 'create_item', item)
  for (const lot of lots) await accept(ledger, 'create_lot', lot)
  for (const code of orders) await accept(ledger, 'create_order', { code })
  for (const code of ['import-1', 'import-2']) await accept(ledger, 'create_batch', { code })
  const batches = new Map<number, string>()
  let units = 0
  const live = async (events: number) => {
    for (let count = 0; count < events; count += 1) {
      const [kind, input] = units < 8 || random.chance(0.25) ? making(random) : step(random, units)
      const batch = random.chance(0.2) ? random.pick(['import-1', 'import-2']) : undefined
      const time = firstTime + random.below(lastTime - firstTime)
      const answer = await record(ledger, kind, input, { time, batch })
      if (!answer.ok || answer.event === null) continue
      const [first, last = first] = answer.created.split('-').map(Number)
      units = Math.max(units, last || 0)
      if (batch !== undefined) batches.set(answer.event, batch)
    }
  }
  return { batches, live }
}

const text = (random: Random, letters: string, length: number): string =>
  Array.from({ length }, () => random.pick([...letters])).join('')

/** Serials that share their parts, with letters of both cases and some from beyond ASCII. */
const serial = (random: Random): string =>
  random.pick([
    () => `Z30${text(random, '0aAbB', 3)}`,
    () => `SN-${text(random, '01', 5)}`,
    () => text(random, 'ÄäßX9', 4),
    () => text(random, 'AB1', 1 + random.below(3)),
    () => `🔧${text(random, '12', 3)}`,
  ])()

const identifierOf = (random: Random) =>
  random.pick([
    { type: 'imei', value: `35${text(random, '012', 5)}` },
    { type: 'maker_serial', value: `wd-${text(random, 'WXYZ', 2)}` },
    { type: 'badge', value: text(random, '0123', 4) },
  ])

/** Traits of all types; one name can stand for values of several. */
const traitsOf = (random: Random): Record<string, string | number | boolean> => ({
  ...(random.chance(0.6) && { model: random.pick(['ST3000', 'st3000', 'ST4', 'Größe 5', 'x y']) }),
  ...(random.chance(0.4) && { colour: random.pick(['red', 'Blue', 'dark blue']) }),
  ...(random.chance(0.4) && { speed: random.pick([5400, 7200, 10_000, 0.5, -3]) }),
  ...(random.chance(0.3) && { tested: random.chance(0.5) }),
  ...(random.chance(0.3) && { due: random.pick(['2024-05-01', '2024-05-31T22:30Z', 'soon']) }),
  ...(random.chance(0.3) && { size: random.pick(['10', 10, 'M10', true]) }),
})

function making(random: Random): [kind: string, input: unknown] {
  const item = random.pick(items)
  const isPortion = item.kind === 'portion'
  const entries = Array.from({ length: 1 + random.below(3) }, () => ({
    serial: serial(random),
    ...(random.chance(0.7) && { traits: traitsOf(random) }),
    ...(random.chance(0.3) && { identifiers: [identifierOf(random)] }),
    ...(isPortion && { content: random.below(30_000) }),
  }))
  const lot = lots.find((one) => one.item === item.code)
  const kind = random.pick(['commission', 'receive', 'expect'])
  return [
    kind,
    {
      item: item.code,
      entries,
      location: random.pick(locations).code,
      ...(lot && random.chance(0.7) && { lot: random.pick([lot.code, 'L9']) }),
      ...(random.chance(0.5) && { party: random.pick(parties).code }),
      ...(random.chance(0.3) && { order: random.pick(orders) }),
      partial: true,
    },
  ]
}

function step(random: Random, units: number): [kind: string, input: unknown] {
  const unit = 1 + random.below(units)
  const some = [...new Set([unit, 1 + random.below(units)])]
  const place = random.pick(locations).code
  const steps: readonly (readonly [string, unknown])[] = [
    ['move', { units: some, to: place }],
    ['put', { units: some, container: 1 + random.below(units) }],
    ['put', { units: some, container: 1 + random.below(units) }],
    ['take', { units: [unit] }],
    ['receive', { units: some, location: place }],
    ['hold', { units: some, hold: random.pick(reasons) }],
    ['release', { units: [unit] }],
    ['reserve', { units: some, order: random.pick(orders) }],
    ['ship', { units: [unit], party: 'GLOBEX' }],
    ['deliver', { units: [unit] }],
    ['return', { units: [unit], location: place }],
    ['observe', { units: some, outcome: random.pick(['seen', 'failed', 'inspected']) }],
    ['observe', { units: [unit], outcome: 'failed', hold: random.pick(reasons) }],
    ['change', { units: some, traits: { ...traitsOf(random), colour: null } }],
    ['change', { units: some, traits: traitsOf(random) }],
    ['identify', { unit, identifiers: [identifierOf(random)] }],
    ['replace', { unit, serial: serial(random), why: 'damaged' }],
    ['measure', { unit, content: random.below(30_000) }],
    ['lose', { units: [unit] }],
    ['find', { units: [unit], location: place }],
    ['dispose', { units: [unit] }],
    ['correct', { event: 1 + random.below(units * 3) }],
    ['change_item', { code: 'BOLT-8', set: { name: random.pick(['Bolt, 8 mm', 'Screw']) } }],
    ['change_location', { code: 'A-2', set: { parent: random.pick(['A', 'DEPOT']) } }],
  ]
  return [...random.pick(steps)] as [string, unknown]
}
