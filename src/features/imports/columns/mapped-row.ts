import type { Status } from '../../../domain/status.ts'
import type { Problem } from '../../../files/read/problem.ts'
import type { PackNumber } from './gtins.ts'
import type { LocationKind, PartyRole } from './words.ts'

/** Value of a trait; a date is its ISO 8601 text. */
export type TraitValue = string | number | boolean

export interface MappedItem {
  /** Code of the item: the row's own, or else its GTIN or name. */
  sku: string
  name?: string
  /** 14 digits. */
  gtin?: string
  description?: string
  category?: string
  maker?: string
  supplier?: string
  measure?: string
  tracking?: 'unit' | 'lot' | 'none'
  packs?: readonly PackNumber[]
  traits: Record<string, TraitValue>
}

export interface MappedUnit {
  /** Undefined where the unit shall get a number of ours. */
  serial?: string
  /** Further numbers by type, such as `imei`. */
  identifiers: Record<string, string>
  lot?: string
  location?: string
  /** The file says where it is; else the place was assumed. */
  namesPlace?: boolean
  status?: Status
  /** Why it may not be used, though it is here. */
  hold?: string
  /** Decimal digits, in the item's unit of measure. */
  quantity?: string
  supplier?: string
  order?: string
  note?: string
  /** Times in milliseconds UTC. */
  expiry?: number
  made?: number
  received?: number
  lastSeen?: number
  failed?: number
  traits: Record<string, TraitValue>
}

export interface MappedLocation {
  code: string
  name?: string
  parent?: string
  kind?: LocationKind
  gln?: string
}

export interface MappedParty {
  code: string
  name?: string
  role?: PartyRole
}

/** What one row of a file says. A row with problems is refused; warnings are only shown. */
export interface MappedRow {
  readonly line: number
  readonly item?: MappedItem
  readonly unit?: MappedUnit
  readonly location?: MappedLocation
  readonly party?: MappedParty
  readonly problems: readonly Problem[]
  readonly warnings: readonly Problem[]
}
