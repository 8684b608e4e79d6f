import { gtinOf } from '../demo-numbers.ts'

/** Number of the fish processor in its GS1 numbers. */
export const company = 4812

/** A kind of fish, and what becomes of it. Weights are in grams. */
export interface Species {
  readonly code: string
  readonly name: string
  readonly latin: string
  readonly whole: string
  readonly fillet: string
  /** Grams of fillet from a kilogram of fish. */
  readonly yieldPerKilogram: number
  /** How often it is landed, beside the others. */
  readonly share: number
}

export const speciesList: readonly Species[] = [
  {
    code: 'COD',
    name: 'Cod',
    latin: 'Gadus morhua',
    whole: 'COD-WHOLE',
    fillet: 'COD-FILLET',
    yieldPerKilogram: 465,
    share: 5,
  },
  {
    code: 'HAD',
    name: 'Haddock',
    latin: 'Melanogrammus aeglefinus',
    whole: 'HADDOCK-WHOLE',
    fillet: 'HADDOCK-FILLET',
    yieldPerKilogram: 440,
    share: 3,
  },
  {
    code: 'HKE',
    name: 'Hake',
    latin: 'Merluccius merluccius',
    whole: 'HAKE-WHOLE',
    fillet: 'HAKE-FILLET',
    yieldPerKilogram: 495,
    share: 2,
  },
]

const kilograms = { kind: 'portion', measure: 'kg', decimals: 3 } as const
const chilled = { coldest: 0, warmest: 2, shelfLifeDays: 11 } as const

/** Everything that is landed, made or used again. */
export const itemInputs = (): Record<string, unknown>[] => [
  ...speciesList.flatMap(({ code, name, latin, whole, fillet }, index) => [
    {
      code: whole,
      name: `${name}, whole, gutted`,
      gtin: gtinOf(company, 100 + index),
      category: 'Landed fish',
      stage: 'raw_material',
      ...kilograms,
      ...chilled,
      scheme: `${code}{YY}{JJJ}-{seq:3}`,
      traits: { species: latin },
    },
    {
      code: fillet,
      name: `${name} fillet, skin on, tray`,
      gtin: gtinOf(company, 200 + index),
      category: 'Fillets',
      stage: 'finished',
      ...kilograms,
      ...chilled,
      scheme: `${code[0]}F{YY}{JJJ}-{seq:4}`,
      traits: { species: latin, allergen: 'Fish' },
    },
  ]),
  {
    code: 'FISH-TRIM',
    name: 'Trimmings, frozen block',
    gtin: gtinOf(company, 300),
    category: 'By-products',
    stage: 'finished',
    ...kilograms,
    scheme: 'TR{YY}{JJJ}-{seq:3}',
    handling: ['keep_frozen'],
    coldest: -30,
    warmest: -18,
    shelfLifeDays: 270,
    traits: { allergen: 'Fish' },
  },
  {
    code: 'CASE',
    name: 'Case of four trays',
    category: 'Packaging',
    kind: 'container',
    scheme: 'CS-{seq:6}',
  },
  { code: 'PALLET', name: 'Pallet', category: 'Packaging', kind: 'container' },
]
