import { glnOf } from '../demo-numbers.ts'
import { company } from './parts-list.ts'

interface Place {
  readonly code: string
  readonly name: string
  readonly kind: string
  readonly parent?: string
  readonly gln?: string
}

const inside = (parent: string, kind: string, ...places: readonly [string, string][]): Place[] =>
  places.map(([code, name]) => ({ code, name, kind, parent }))

const bins = (aisle: string, count: number): Place[] =>
  Array.from({ length: count }, (_, index) => ({
    code: `${aisle}-${index + 1}`,
    name: `Bin ${aisle}-${index + 1}`,
    kind: 'bin',
    parent: `AISLE-${aisle}`,
  }))

/** The works and its stores. */
const works: readonly Place[] = [
  { code: 'WORKS', name: 'Tidewheel works, Quay 7', kind: 'site', gln: glnOf(company, 1) },
  ...inside(
    'WORKS',
    'zone',
    ['STORE', 'Component store'],
    ['ASSEMBLY', 'Assembly hall'],
    ['BATTERY-ROOM', 'Battery room'],
    ['PAINT-SHOP', 'Paint shop'],
    ['BIKE-STORE', 'Finished bikes'],
    ['SERVICE', 'Service workshop'],
    ['QUARANTINE', 'Quarantine cage'],
  ),
  ...inside('WORKS', 'dock', ['DOCK-IN', 'Goods in'], ['DOCK-OUT', 'Goods out']),
  ...inside(
    'STORE',
    'aisle',
    ['AISLE-A', 'Aisle A'],
    ['AISLE-B', 'Aisle B'],
    ['AISLE-C', 'Aisle C'],
  ),
  ...bins('A', 12),
  ...bins('B', 16),
  ...bins('C', 6),
  ...inside(
    'BATTERY-ROOM',
    'bin',
    ['CELL-STORE', 'Cell store'],
    ['BAT-1', 'Battery shelf 1'],
    ['BAT-2', 'Battery shelf 2'],
  ),
  ...inside('BATTERY-ROOM', 'workstation', ['PACK-BENCH', 'Battery bench']),
  ...inside('PAINT-SHOP', 'workstation', ['BOOTH', 'Powder booth']),
  ...inside('PAINT-SHOP', 'bin', ['PAINT-STORE', 'Paint store']),
  ...inside(
    'ASSEMBLY',
    'workstation',
    ['ST-10', 'Station 10: frame'],
    ['ST-20', 'Station 20: drive'],
    ['ST-30', 'Station 30: electrics'],
    ['TEST', 'Test stand'],
    ['WHEELS', 'Wheel building'],
  ),
  ...inside(
    'BIKE-STORE',
    'bin',
    ['FG-1', 'Row 1'],
    ['FG-2', 'Row 2'],
    ['FG-3', 'Row 3'],
    ['FG-4', 'Row 4'],
  ),
  ...inside('DOCK-OUT', 'workstation', ['PACKING', 'Packing table']),
  ...inside('SERVICE', 'workstation', ['SV-1', 'Service stand 1'], ['SV-2', 'Service stand 2']),
  { code: 'OVERFELL', name: 'Overfell Freight, on the road', kind: 'carrier' },
  { code: 'QUAYLINE', name: 'Quayline Parcel, on the road', kind: 'carrier' },
]

interface Party {
  readonly code: string
  readonly name: string
  readonly roles: readonly string[]
}

/** Suppliers, each with a place of its own. */
const suppliers: readonly Party[] = [
  { code: 'BRENNHOLT', name: 'Brennholt Drives', roles: ['supplier', 'maker'] },
  { code: 'KESTREL', name: 'Kestrel Cell Works', roles: ['supplier', 'maker'] },
  { code: 'GLIMMER', name: 'Glimmerworks Displays', roles: ['supplier', 'maker'] },
  { code: 'CASTARO', name: 'Castaro Frame Builders', roles: ['supplier', 'maker'] },
  { code: 'SPINDLE', name: 'Spindlewick Spokes', roles: ['supplier', 'maker'] },
  { code: 'POLVAR', name: 'Polvar Coatings', roles: ['supplier', 'maker'] },
  { code: 'AMPLEWOOD', name: 'Amplewood Chargers', roles: ['supplier', 'maker'] },
]

/** Bike shops, and how far their orders are from each other. */
export const dealers: readonly (Party & { readonly town: string })[] = [
  ['CHAINLINE', 'Chainline & Daughters', 'Aarhus'],
  ['WINDWARD', 'Windward Cycles', 'Bremen'],
  ['SLOWMILE', 'The Slow Mile', 'Utrecht'],
  ['FREEWHEEL', 'Freewheel Yard', 'Ghent'],
  ['LANTERN', 'Lantern Street Bikes', 'Malmö'],
  ['KICKSTAND', 'Kickstand Collective', 'Leipzig'],
  ['MARKTRAD', 'Rad am Markt', 'Münster'],
  ['TAILWIND', 'Tailwind Rentals', 'Sylt'],
  ['COGANDCO', 'Cog & Companion', 'Antwerp'],
  ['NORTHPUMP', 'North Pump Cycles', 'Gothenburg'],
  ['DIKE', 'Dijk Fietsen', 'Groningen'],
  ['PARCELPEDAL', 'Parcel & Pedal Couriers', 'Hamburg'],
].map(([code, name, town]) => ({ code: code!, name: name!, town: town!, roles: ['customer'] }))

const carriers: readonly Party[] = [
  { code: 'OVERFELL-CO', name: 'Overfell Freight', roles: ['carrier'] },
  { code: 'QUAYLINE-CO', name: 'Quayline Parcel', roles: ['carrier'] },
]

/** Where a party is: `AT-KESTREL`. */
export const placeOf = (party: string): string => `AT-${party}`

/** All places, each after the one that it lies in. */
export const locationInputs = (): Record<string, unknown>[] => [
  ...works.map((place) => ({ ...place })),
  ...suppliers.map(({ code, name }) => ({ code: placeOf(code), name, kind: 'supplier' })),
  ...dealers.map(({ code, name, town }) => ({
    code: placeOf(code),
    name: `${name}, ${town}`,
    kind: 'customer',
  })),
]

export const partyInputs = (): Record<string, unknown>[] => [
  ...[...suppliers, ...dealers].map(({ code, name, roles }) => ({
    code,
    name,
    roles,
    location: placeOf(code),
  })),
  ...carriers.map((carrier) => ({ ...carrier })),
  { code: 'TIDEWHEEL', name: 'Tidewheel Bikes', roles: ['operator', 'maker'], location: 'WORKS' },
]

/** Who does what. */
export const people = {
  buyer: 'sofia.almeida',
  goodsIn: 'jonas.brandt',
  store: 'marta.lindqvist',
  early: 'amira.haddad',
  late: 'tobias.krug',
  batteries: 'wei.zhang',
  tester: 'yuki.tanabe',
  quality: 'elena.vasquez',
  sales: 'henrik.dahl',
  packer: 'oskar.nyberg',
  service: 'piet.vermeer',
  supplierFeed: 'supplier-feed',
  carrierFeed: 'carrier-feed',
  lineController: 'line-1',
} as const
