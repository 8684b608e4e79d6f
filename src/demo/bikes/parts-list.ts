import { gtinOf } from '../demo-numbers.ts'

/** Number of the e-bike maker in its GS1 numbers. */
export const company = 4711

/** A model of bike: what it is made of, and what is asked for it. */
export interface Model {
  readonly code: string
  readonly name: string
  readonly frame: string
  /** Battery cells in its battery. */
  readonly battery: string
  /** How often it is ordered, beside the others. */
  readonly share: number
  readonly colours: readonly string[]
}

export const models: readonly Model[] = [
  {
    code: 'TW-CITY',
    name: 'Tidewheel City 500',
    frame: 'FRAME-CITY',
    battery: 'BATTERY-500',
    share: 5,
    colours: ['Signal grey', 'Harbour blue', 'Oat'],
  },
  {
    code: 'TW-TRAIL',
    name: 'Tidewheel Trail 750',
    frame: 'FRAME-TRAIL',
    battery: 'BATTERY-750',
    share: 3,
    colours: ['Moss green', 'Signal grey'],
  },
  {
    code: 'TW-CARGO',
    name: 'Tidewheel Cargo 750',
    frame: 'FRAME-CARGO',
    battery: 'BATTERY-750',
    share: 2,
    colours: ['Harbour blue', 'Brick red'],
  },
]

/** Something that is bought with a serial for each piece. */
export interface BoughtPart {
  readonly code: string
  readonly name: string
  readonly category: string
  readonly supplier: string
  /** Begins the maker's serials; absent where our scheme makes them. */
  readonly serialPrefix?: string
  readonly scheme?: string
  readonly traits?: Readonly<Record<string, string | number>>
  /** Bins that it is put away in. */
  readonly bins: readonly string[]
  /** Pieces on the shelf when the story begins, and most that one delivery brings. */
  readonly opening: number
  readonly delivery: number
  /** Days from the order to the delivery. */
  readonly leadDays: number
}

const bins = (aisle: string, from: number, to: number): string[] =>
  Array.from({ length: to - from + 1 }, (_, index) => `${aisle}-${from + index}`)

const frames: readonly BoughtPart[] = models.map(({ frame, name, share }, index) => ({
  code: frame,
  name: `Frame, ${name.split(' ')[1]}`,
  category: 'Frames',
  supplier: 'CASTARO',
  scheme: `${['FC', 'FT', 'FK'][index]}{YY}{WW}-{seq:4}{check}`,
  traits: { material: 'Aluminium 6061', size: index === 0 ? 'M' : 'L' },
  bins: bins('A', index * 4 + 1, index * 4 + 4),
  opening: share * 9,
  delivery: share * 11,
  leadDays: 24,
}))

export const boughtParts: readonly BoughtPart[] = [
  ...frames,
  {
    code: 'MOTOR-85',
    name: 'Mid-drive motor, 85 Nm',
    category: 'Drive',
    supplier: 'BRENNHOLT',
    serialPrefix: 'BH85',
    traits: { voltage: 36, firmware: '2.3.0' },
    bins: bins('B', 1, 8),
    opening: 90,
    delivery: 96,
    leadDays: 21,
  },
  {
    code: 'DISPLAY-S',
    name: 'Handlebar display',
    category: 'Drive',
    supplier: 'GLIMMER',
    serialPrefix: 'GWD7',
    traits: { firmware: '1.8.2' },
    bins: bins('B', 9, 12),
    opening: 80,
    delivery: 120,
    leadDays: 14,
  },
  {
    code: 'CHARGER-4A',
    name: 'Charger, 4 A',
    category: 'Drive',
    supplier: 'AMPLEWOOD',
    serialPrefix: 'AW4',
    traits: { voltage: 42 },
    bins: bins('B', 13, 16),
    opening: 90,
    delivery: 130,
    leadDays: 12,
  },
]

/** Something that is bought by the lot and measured. */
export interface Material {
  readonly code: string
  readonly name: string
  readonly category: string
  readonly supplier: string
  readonly measure: string
  readonly decimals: number
  /** What one drum, box or tray holds, in the smallest unit. */
  readonly content: number
  readonly scheme: string
  readonly lotPrefix: string
  readonly location: string
  readonly opening: number
  readonly delivery: number
  readonly leadDays: number
}

export const materials: readonly Material[] = [
  {
    code: 'CELL-21700',
    name: 'Battery cell 21700, tray of 200',
    category: 'Battery',
    supplier: 'KESTREL',
    measure: 'pc',
    decimals: 0,
    content: 200,
    scheme: 'CELL-{seq:5}',
    lotPrefix: 'KC',
    location: 'CELL-STORE',
    opening: 24,
    delivery: 32,
    leadDays: 28,
  },
  {
    code: 'SPOKE-BOX',
    name: 'Spokes 2.0 mm, box of 1000',
    category: 'Wheels',
    supplier: 'SPINDLE',
    measure: 'pc',
    decimals: 0,
    content: 1000,
    scheme: 'SPK-{seq:4}',
    lotPrefix: 'SW',
    location: 'C-1',
    opening: 8,
    delivery: 12,
    leadDays: 10,
  },
  {
    code: 'PAINT',
    name: 'Powder coat, drum of 20 kg',
    category: 'Paint',
    supplier: 'POLVAR',
    measure: 'kg',
    decimals: 3,
    content: 20_000,
    scheme: 'PNT-{seq:4}',
    lotPrefix: 'PV',
    location: 'PAINT-STORE',
    opening: 4,
    delivery: 4,
    leadDays: 9,
  },
]

/** What the works makes itself, other than bikes. */
export const ownParts = [
  { code: 'BATTERY-500', name: 'Battery, 504 Wh', cells: 40, capacity: 504, prefix: 'B5' },
  { code: 'BATTERY-750', name: 'Battery, 756 Wh', cells: 60, capacity: 756, prefix: 'B7' },
] as const

/** All items, each after those that it is made of. */
export const itemInputs = (): Record<string, unknown>[] => [
  ...boughtItems(),
  ...ownItems(),
  ...bikeItems(),
]

const boughtItems = (): Record<string, unknown>[] => [
  ...boughtParts.map((part, index) => ({
    code: part.code,
    name: part.name,
    gtin: gtinOf(company, 200 + index),
    category: part.category,
    stage: 'raw_material',
    supplier: part.supplier,
    warrantyMonths: 24,
    ...(part.scheme === undefined
      ? { maker: part.supplier, serialScope: 'maker' }
      : { scheme: part.scheme }),
    ...(part.traits && { traits: part.traits }),
  })),
  ...materials.map(({ code, name, category, supplier, measure, decimals, scheme }, index) => ({
    code,
    name,
    gtin: gtinOf(company, 300 + index),
    category,
    kind: 'portion',
    stage: 'raw_material',
    supplier,
    maker: supplier,
    measure,
    decimals,
    scheme,
    ...(category === 'Battery' && { handling: ['lithium_battery', 'keep_dry'] }),
    ...(category === 'Paint' && { handling: ['keep_dry'], shelfLifeDays: 540 }),
  })),
]

const ownItems = (): Record<string, unknown>[] => [
  ...ownParts.map(({ code, name, capacity, cells, prefix }, index) => ({
    code,
    name,
    gtin: gtinOf(company, 400 + index),
    category: 'Battery',
    stage: 'work_in_progress',
    scheme: `${prefix}{YY}{WW}-{seq:4}{check}`,
    components: [{ item: 'CELL-21700', quantity: cells }],
    handling: ['lithium_battery', 'keep_dry'],
    coldest: -10,
    warmest: 45,
    warrantyMonths: 36,
    traits: { capacityWh: capacity, voltage: 36 },
  })),
  {
    code: 'WHEELSET',
    name: 'Wheel set, 28 inch',
    gtin: gtinOf(company, 410),
    category: 'Wheels',
    stage: 'work_in_progress',
    scheme: 'WS{YY}{WW}-{seq:4}',
    components: [{ item: 'SPOKE-BOX', quantity: 64 }],
  },
  {
    code: 'CARTON',
    name: 'Bike carton',
    category: 'Packaging',
    kind: 'container',
    scheme: 'CT-{seq:6}',
    handling: ['this_way_up', 'fragile'],
  },
]

const bikeItems = (): Record<string, unknown>[] =>
  models.map(({ code, name, frame, battery }, index) => ({
    code,
    name,
    gtin: gtinOf(company, 100 + index),
    category: 'Bikes',
    kind: 'container',
    stage: 'finished',
    scheme: `TW{YY}{WW}-${code.slice(3, 6)}{seq:4}{check}`,
    components: [frame, 'MOTOR-85', 'WHEELSET', 'DISPLAY-S', battery].map((item) => ({
      item,
      quantity: 1,
    })),
    handling: ['lithium_battery', 'this_way_up'],
    warrantyMonths: 24,
    traits: { motor: '85 Nm', market: 'EU' },
  }))
