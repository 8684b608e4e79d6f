import { z } from 'zod'

/** What a file holds, one a row. */
export const importKinds = ['units', 'items', 'locations', 'parties'] as const
export type ImportKind = (typeof importKinds)[number]

/** What a column can be, with its name for people. */
export const fieldNames = {
  sku: 'item code',
  name: 'item name',
  gtin: 'GTIN',
  description: 'description',
  category: 'category',
  supplier: 'supplier',
  maker: 'maker',
  measure: 'unit of measure',
  tracks_serial: 'whether each thing has a serial',
  tracks_lot: 'whether lots are told apart',
  packs: 'numbers of packs',
  serial: 'serial',
  lot: 'lot',
  expiry: 'expiry date',
  made: 'date of making',
  location: 'location',
  status: 'status',
  quantity: 'quantity',
  received: 'time received',
  last_seen: 'time last seen',
  failed: 'time of failure',
  order: 'order',
  note: 'note',
  location_name: 'name of the location',
  location_parent: 'location above',
  location_kind: 'kind of location',
  gln: 'GLN',
  party_code: 'party code',
  party_name: 'party name',
  party_role: 'role of the party',
  ignore: 'left out',
} as const

export type FieldName = keyof typeof fieldNames

/** `identifier:imei` is a further number of a unit, `trait:colour` a property of its own name. */
export type Field = FieldName | `identifier:${string}` | `trait:${string}`

/** Name of a trait, as the domain allows it. */
const traitNamePattern = /^[\p{L}\p{N}_ -]{1,60}$/u
const identifierTypePattern = /^[a-z0-9_]{1,60}$/

const isField = (text: string): boolean => {
  if (text.startsWith('identifier:')) return identifierTypePattern.test(text.slice(11))
  if (text.startsWith('trait:')) return traitNamePattern.test(text.slice(6))
  return Object.hasOwn(fieldNames, text)
}

export const fieldSchema = z.string().refine(isField, {
  error: `is no field. Use one of ${Object.keys(fieldNames).join(', ')}, identifier:<type> or trait:<name>`,
}) as unknown as z.ZodType<Field, Field>

/** What a trait holds. */
export const traitTypes = ['text', 'number', 'boolean', 'date'] as const
export type TraitType = (typeof traitTypes)[number]

/** Trait name for a column: `Capacity (GB)` becomes `capacity_gb`. */
export function traitNameOf(header: string): string {
  const name = header
    .normalize('NFC')
    .replace(/(\p{Ll}|\p{N})(\p{Lu})/gu, '$1_$2')
    .replace(/[^\p{L}\p{N}]+/gu, '_')
    .replace(/^_+|_+$/g, '')
    .toLowerCase()
  return [...name].slice(0, 60).join('').replace(/_+$/, '') || 'column'
}
