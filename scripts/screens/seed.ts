import type { App } from '../../test/browser/app.ts'

const day = (text: string) => Date.parse(`${text}T08:00:00Z`)

/** A small e-bike maker, with something in every state that a screen can show. */
export async function seedCompany(app: App): Promise<void> {
  await seedThings(app)
  await seedTraits(app)
  await seedStory(app)
  await seedOrders(app)
  await seedPaint(app)
  await seedToday(app)
}

async function seedThings({ accept }: App): Promise<void> {
  await accept('create_location', { code: 'HAM', name: 'Hamburg', kind: 'site' })
  const places = ['Receiving dock', 'Assembly', 'Aisle 3', 'Quarantine', 'Shipping dock']
  for (const [index, name] of places.entries()) {
    await accept('create_location', { code: `H-${index + 1}`, name, parent: 'HAM', kind: 'zone' })
  }
  for (const bin of ['A3-01', 'A3-02', 'A3-03']) {
    await accept('create_location', { code: bin, parent: 'H-3', kind: 'bin' })
  }
  await accept('create_party', { code: 'VOLTA', name: 'Volta Cells', roles: ['supplier'] })
  await accept('create_party', { code: 'NORTH', name: 'North Bikes', roles: ['customer'] })
  await accept('create_item', { code: 'EBIKE-T1', name: 'Touring e-bike T1', category: 'E-bikes' })
  await accept('create_item', { code: 'BATT-500', name: 'Battery 500 Wh', category: 'Parts' })
  await accept('create_item', { code: 'PALLET', name: 'Euro pallet', kind: 'container' })
  await accept('create_item', {
    code: 'PAINT-R',
    name: 'Frame paint, red',
    kind: 'portion',
    measure: 'kg',
    decimals: 3,
  })
  const scheme = '{item.code}-{site}-{YY}{WW}-{seq:5}{check}'
  await accept('create_item', { code: 'FRAME', name: 'E-bike frame', category: 'Parts', scheme })
  await accept('commission', { item: 'FRAME', count: 24, location: 'HAM' }, day('2026-05-04'))
  const lease = { item: 'FRAME', location: 'HAM' }
  await accept('lease', { ...lease, code: 'L0-17', count: 60, holder: 'Line 2' })
  await accept('lease_report', { lease: 'L0-17', state: 'encoded' })
  await accept('lease', { ...lease, count: 500, holder: 'Printer at the dock' })
}

/** Every type of trait; the firmware has no definition yet. */
async function seedTraits({ accept }: App): Promise<void> {
  const choices = ['red', 'black', 'sand']
  await accept('create_trait', { code: 'colour', name: 'Colour', type: 'choice', choices })
  const range = { type: 'number', measure: 'km', decimals: 0, min: 0, of: ['items'] }
  await accept('create_trait', { code: 'range', name: 'Range', ...range })
  await accept('create_trait', { code: 'weight', name: 'Weight', type: 'number', measure: 'kg' })
  await accept('create_trait', { code: 'tested', name: 'Brake test passed', type: 'yes_no' })
  await accept('create_trait', { code: 'serviced', name: 'Last service', type: 'date' })
  await accept('change_item', { code: 'EBIKE-T1', set: { traits: { range: 120 } } })
}

/** Numbered units of an item, in three colours. */
const serials = (prefix: string, count: number) =>
  Array.from({ length: count }, (_, index) => ({
    serial: `${prefix}-${String(index + 1).padStart(5, '0')}`,
    traits: { colour: ['red', 'black', 'sand'][index % 3], firmware: '2.4.1' },
  }))

async function seedStory({ accept }: App): Promise<void> {
  const bikes = serials('EB-26', 48)
  await accept('receive', { item: 'EBIKE-T1', location: 'H-1', entries: bikes }, day('2026-05-04'))
  const cells = serials('VC5', 120)
  await accept('receive', { item: 'BATT-500', location: 'H-1', entries: cells }, day('2026-05-06'))
  await accept(
    'receive',
    { item: 'PALLET', location: 'H-5', entries: [{ serial: 'PALLET-07' }] },
    day('2026-05-07'),
  )
  const named = (from: number, to: number) => bikes.slice(from, to).map(({ serial }) => serial)
  await accept('move', { units: named(0, 40), to: 'A3-01' }, day('2026-05-12'))
  await accept('move', { units: named(8, 20), to: 'H-2' }, day('2026-05-20'))
  await accept('hold', { units: named(16, 19), hold: 'Brake recall check' }, day('2026-06-01'))
  await accept('change', { units: named(16, 17), traits: { firmware: '2.5.0' } }, day('2026-06-02'))
  const wrong = await accept('move', { units: named(16, 17), to: 'H-5' }, day('2026-06-03'))
  await accept('correct', { event: wrong.event })
  await accept(
    'identify',
    {
      unit: 'EB-26-00017',
      identifiers: [{ type: 'maker_serial', value: 'WTU178K45022' }],
    },
    day('2026-06-04'),
  )
  await accept('move', { units: named(16, 17), to: 'H-4' }, day('2026-06-08'))
  await accept('put', { units: named(20, 28), container: 'PALLET-07' }, day('2026-06-10'))
  await accept('ship', { units: named(28, 33), party: 'NORTH' }, day('2026-06-11'))
  await accept('lose', { units: named(33, 34) }, day('2026-07-01'))
}

/** What is to come, what is ready to leave, and what was done. */
async function seedOrders({ accept }: App): Promise<void> {
  await accept('create_order', {
    code: 'PO-7',
    name: 'Batteries for August',
    kind: 'purchase',
    party: 'VOLTA',
    due: day('2026-12-04'),
    lines: [{ item: 'BATT-500', quantity: 16 }],
  })
  const announced = { item: 'BATT-500', location: 'HAM', party: 'VOLTA', order: 'PO-7' }
  await accept('expect', { ...announced, entries: serials('VC6', 12) }, day('2026-07-02'))
  await accept('create_order', {
    code: 'SO-31',
    name: 'First bikes of the season',
    kind: 'sale',
    party: 'NORTH',
    due: day('2026-12-11'),
    lines: [
      { item: 'EBIKE-T1', quantity: 6 },
      { item: 'BATT-500', quantity: 6 },
    ],
  })
  const bikes = serials('EB-26', 48).slice(40, 46)
  const units = bikes.map(({ serial }) => serial)
  await accept('reserve', { units, order: 'SO-31' }, day('2026-07-06'))
  await accept('create_order', {
    code: 'PO-6',
    kind: 'purchase',
    party: 'VOLTA',
    status: 'done',
    lines: [{ item: 'BATT-500', quantity: 120 }],
  })
}

/** A lot of something that is measured, part of which was taken out and weighed. */
async function seedPaint({ accept }: App): Promise<void> {
  await accept('create_lot', {
    code: 'P-2631',
    item: 'PAINT-R',
    made: day('2026-04-27'),
    expiry: day('2027-04-27'),
    traits: { shade: 'RAL 3020' },
  })
  await accept(
    'receive',
    {
      item: 'PAINT-R',
      lot: 'P-2631',
      location: 'A3-02',
      entries: [
        { serial: 'DRUM-1', content: 25_000 },
        { serial: 'DRUM-2', content: 25_000 },
      ],
    },
    day('2026-05-05'),
  )
  await accept('measure', { unit: 'DRUM-1', content: 17_400 }, day('2026-06-15'))
}

/** What has happened since this morning. */
async function seedToday({ accept }: App): Promise<void> {
  const batteries = serials('VC7', 24)
  await accept('receive', { item: 'BATT-500', location: 'H-1', party: 'VOLTA', entries: batteries })
  await accept('move', { units: batteries.slice(0, 16).map(({ serial }) => serial), to: 'A3-03' })
  await accept('commission', { item: 'FRAME', count: 6, location: 'H-2' })
  await accept('ship', { units: ['EB-26-00035', 'EB-26-00036'], party: 'NORTH' })
}
