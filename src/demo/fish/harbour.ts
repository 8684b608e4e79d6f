import { glnOf } from '../demo-numbers.ts'
import { company } from './goods.ts'

const inside = (
  parent: string,
  kind: string,
  ...places: readonly [string, string][]
): Record<string, unknown>[] => places.map(([code, name]) => ({ code, name, kind, parent }))

/** Shelves of the two cold rooms. */
export const shelves = {
  'COLD-1': ['C1-A', 'C1-B', 'C1-C', 'C1-D'],
  'COLD-2': ['C2-A', 'C2-B', 'C2-C', 'C2-D'],
} as const

/** A boat that lands fish: where it fishes, and how. */
export interface Boat {
  readonly code: string
  readonly name: string
  readonly gear: string
  /** Part of the sea by the numbers of the FAO. */
  readonly area: string
}

export const boats: readonly Boat[] = [
  { code: 'SOLVEIG', name: 'MV Solveig', gear: 'Longline', area: '27.4.a' },
  { code: 'GREYSELKIE', name: 'MV Grey Selkie', gear: 'Bottom trawl', area: '27.4.a' },
  { code: 'MARENELISE', name: 'MV Maren Elise', gear: 'Gillnet', area: '27.4.b' },
  { code: 'BRISLING', name: 'MV Brisling', gear: 'Danish seine', area: '27.6.a' },
]

/** A customer, and how many trays one order asks for. */
export interface Customer {
  readonly code: string
  readonly name: string
  readonly trays: readonly [least: number, most: number]
}

export const customers: readonly Customer[] = [
  { code: 'HARBOURSIDE', name: 'Harbourside Fishmongers', trays: [4, 12] },
  { code: 'TIDEANDTABLE', name: 'Tide & Table', trays: [2, 4] },
  { code: 'COPPERPAN', name: 'The Copper Pan', trays: [1, 4] },
  { code: 'NORTHMARKET', name: 'North Market Fish Hall', trays: [12, 32] },
  { code: 'BAYWHOLESALE', name: 'Bay Wholesale Foods', trays: [16, 40] },
  { code: 'SALTCELLAR', name: 'Salt Cellar Kitchens', trays: [2, 8] },
  { code: 'LITTLENET', name: 'Little Net Fish Van', trays: [2, 6] },
  { code: 'GULLANDANCHOR', name: 'Gull & Anchor', trays: [1, 4] },
  { code: 'FERRYROAD', name: 'Ferry Road Schools', trays: [8, 16] },
]

/** Buys what is left of the fish. */
export const trimBuyer = { code: 'WHISKERS', name: 'Whisker & Paw Pet Foods' } as const

/** Where a party is: `AT-HARBOURSIDE`. */
export const placeOf = (party: string): string => `AT-${party}`

/** All places, each after the one that it lies in. */
export const locationInputs = (): Record<string, unknown>[] => [
  { code: 'SKERROW', name: 'Skerrow fish plant', kind: 'site', gln: glnOf(company, 1) },
  ...inside('SKERROW', 'dock', ['QUAY', 'Landing quay'], ['DISPATCH', 'Dispatch']),
  ...inside(
    'SKERROW',
    'zone',
    ['INTAKE', 'Intake'],
    ['ICE-ROOM', 'Ice room'],
    ['FILLETING', 'Filleting hall'],
    ['COLD-1', 'Cold room 1'],
    ['COLD-2', 'Cold room 2'],
    ['FREEZER', 'Freezer'],
    ['LAB', 'Quality'],
  ),
  ...inside(
    'FILLETING',
    'workstation',
    ['LINE-1', 'Filleting line 1'],
    ['LINE-2', 'Filleting line 2'],
    ['PACKING', 'Packing table'],
  ),
  ...Object.entries(shelves).flatMap(([room, codes]) =>
    inside(room, 'bin', ...codes.map((code): [string, string] => [code, `Shelf ${code}`])),
  ),
  { code: 'TRUCK-1', name: 'Refrigerated truck 1', kind: 'vehicle' },
  { code: 'TRUCK-2', name: 'Refrigerated truck 2', kind: 'vehicle' },
  ...boats.map(({ code, name }) => ({ code: placeOf(code), name, kind: 'vehicle' })),
  ...[...customers, trimBuyer].map(({ code, name }) => ({
    code: placeOf(code),
    name,
    kind: 'customer',
  })),
]

export const partyInputs = (): Record<string, unknown>[] => [
  ...boats.map(({ code, name }) => ({
    code,
    name,
    roles: ['supplier'],
    location: placeOf(code),
  })),
  ...[...customers, trimBuyer].map(({ code, name }) => ({
    code,
    name,
    roles: ['customer'],
    location: placeOf(code),
  })),
  { code: 'SKERROW-FISH', name: 'Skerrow Fish', roles: ['operator'], location: 'SKERROW' },
]

/** Who does what. */
export const people = {
  quay: 'eilidh.moar',
  intake: 'rasmus.holm',
  line1: 'agnieszka.wrona',
  line2: 'calum.rendall',
  packing: 'ines.cardoso',
  dispatch: 'magnus.flett',
  driver1: 'bjorn.aas',
  driver2: 'shona.drever',
  quality: 'leila.amrani',
  sales: 'tom.isbister',
} as const
