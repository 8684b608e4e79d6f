/** Records a command; throws when it is refused. */
export type Recorder = (kind: string, input: unknown, time?: number) => Promise<unknown>

/** What the searches of the benchmark are run on; the same rows in every run. */
export const inventory = { units: 1_000_000, items: 200, bins: 1000, suppliers: 20 } as const

const unitsPerCommand = 100
const commandsAtOnce = 100
const dayMs = 86_400_000
const firstDay = Date.UTC(2021, 0, 1)
const days = 1500

const models = 40
const colours = ['black', 'blue', 'green', 'red', 'silver', 'white']
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** Numbers that look random and are the same in every run. */
function mixer(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    // mulberry32
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) % below
  }
}

export const codeOf = (prefix: string, n: number): string =>
  `${prefix}${String(n).padStart(4, '0')}`

/** Makes a company of many items, places and lots, whose units have lived a little. */
export async function makeInventory(record: Recorder, units: number): Promise<void> {
  await makeNouns(record)
  const mix = mixer(42)
  for (let from = 0; from < units; from += unitsPerCommand * commandsAtOnce) {
    const commands = Array.from(
      { length: commandsAtOnce },
      (_, index) => from + index * unitsPerCommand,
    )
    const batch = commands
      .filter((first) => first < units)
      .map((first) => delivery(first, units, mix))
    const days = batch.map(({ time }) => time)
    await Promise.all(batch.map(({ input, time }) => record('receive', input, time)))
    await live(
      record,
      batch.map(({ serials }) => serials),
      days,
      mix,
    )
  }
}

async function makeNouns(record: Recorder): Promise<void> {
  for (let n = 0; n < inventory.suppliers; n += 1) {
    await record('create_party', { code: codeOf('SUP', n), name: `Supplier number ${n}` })
  }
  for (let site = 0; site < 4; site += 1) {
    await record('create_location', { code: `SITE-${site}`, kind: 'site' })
    for (let aisle = 0; aisle < 10; aisle += 1) {
      const code = `AISLE-${site}${aisle}`
      const name = `Aisle ${aisle} of site ${site}`
      await record('create_location', { code, name, kind: 'aisle', parent: `SITE-${site}` })
      for (let bin = 0; bin < 25; bin += 1) {
        const own = codeOf('BIN-', site * 250 + aisle * 25 + bin)
        await record('create_location', { code: own, kind: 'bin', parent: code })
      }
    }
  }
  await record('create_item', { code: 'PALLET', kind: 'container' })
  await record('create_order', { code: 'SO-1' })
  for (let n = 0; n < inventory.items; n += 1) {
    const name = `${colours[n % 6]} widget of kind ${n}`
    await record('create_item', {
      code: codeOf('ITEM', n),
      name,
      category: `group ${n % 12}`,
    })
  }
}

function delivery(first: number, units: number, mix: (below: number) => number) {
  const item = mix(inventory.items)
  const length = Math.min(unitsPerCommand, units - first)
  const serials = Array.from({ length }, (_, index) => serialOf(item, first + index, mix))
  const capacity = 1_000_000_000_000 * (1 + mix(8))
  const entries = serials.map((serial) => ({
    serial,
    traits: {
      model: codeOf('MODEL-', mix(models)),
      colour: colours[mix(6)]!,
      capacity_bytes: capacity,
      firmware: `${mix(4)}.${mix(8)}`,
    },
  }))
  const input = {
    item: codeOf('ITEM', item),
    location: codeOf('BIN-', mix(inventory.bins)),
    party: codeOf('SUP', mix(inventory.suppliers)),
    lot: `L${Math.floor(first / 500)}`,
    entries,
  }
  return {
    input,
    serials,
    time: firstDay + Math.floor((first / units) * days) * dayMs + mix(dayMs),
  }
}

/** Half of the items count their units, the other half have serials without an order. */
function serialOf(item: number, n: number, mix: (below: number) => number): string {
  if (item % 2 === 0) return `SN${String(n).padStart(9, '0')}`
  const scattered = Array.from({ length: 5 }, () => alphabet[mix(32)])
  return `${scattered.join('')}${n.toString(36).toUpperCase().padStart(4, '0')}`
}

/** Some of what arrived is moved, shipped, seen to fail, reserved, lost or put on a pallet. */
async function live(
  record: Recorder,
  deliveries: readonly (readonly string[])[],
  times: readonly number[],
  mix: (below: number) => number,
): Promise<void> {
  const work: Promise<unknown>[] = []
  for (const [index, serials] of deliveries.entries()) {
    const later = times[index]! + (1 + mix(60)) * dayMs
    const some = (count: number, from: number) => serials.slice(from, from + count)
    const to = codeOf('BIN-', mix(inventory.bins))
    work.push(record('move', { units: some(20, 0), to }, later))
    if (index % 2 === 0) work.push(record('ship', { units: some(20, 40), order: 'SO-1' }, later))
    if (index % 4 === 1) {
      const failure = { units: some(12, 20), outcome: 'failed', hold: 'does not start' }
      work.push(record('observe', failure, later))
    }
    if (index % 5 === 2) {
      work.push(record('reserve', { units: some(5, 80), order: 'SO-1' }, later))
    }
    if (index === 0) work.push(record('lose', { units: some(1, 99) }, later))
    if (index === 3) {
      const pallet = `PALLET-${serials[0]}`
      const made = { item: 'PALLET', entries: [{ serial: pallet }], location: to }
      await record('commission', made, times[index])
      work.push(record('put', { units: some(20, 60), container: pallet }, later))
    }
  }
  await Promise.all(work)
}
