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

const itemFields = ['sku', 'name', 'gtin', 'description', 'category', 'supplier', 'maker'] as const

/** The fields that people choose from for each kind of file; the rest are of other kinds. */
export const fieldsOfKind: Readonly<Record<ImportKind, readonly FieldName[]>> = {
  units: [
    'serial',
    ...itemFields,
    'location',
    'status',
    'lot',
    'expiry',
    'made',
    'quantity',
    'measure',
    'received',
    'last_seen',
    'failed',
    'order',
    'note',
  ],
  items: [...itemFields, 'measure', 'tracks_serial', 'tracks_lot', 'packs'],
  locations: ['location', 'location_name', 'location_parent', 'location_kind', 'gln'],
  parties: ['party_code', 'party_name', 'party_role', 'gln'],
}

/** Types of further numbers of a unit that are common; a mapping may name any other. */
export const usualIdentifiers = ['maker_serial', 'imei', 'mac', 'asset_tag', 'epc'] as const

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
