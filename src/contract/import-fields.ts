/** What a file holds, one a row. */
export const importKinds = ['units', 'items', 'locations', 'parties'] as const
export type ImportKind = (typeof importKinds)[number]

/** What a column can be. */
export const fieldNames = [
  'sku',
  'name',
  'gtin',
  'description',
  'category',
  'supplier',
  'maker',
  'measure',
  'tracks_serial',
  'tracks_lot',
  'packs',
  'serial',
  'lot',
  'expiry',
  'made',
  'location',
  'status',
  'quantity',
  'received',
  'last_seen',
  'failed',
  'order',
  'note',
  'location_name',
  'location_parent',
  'location_kind',
  'gln',
  'party_code',
  'party_name',
  'party_role',
  'ignore',
] as const

export type FieldName = (typeof fieldNames)[number]

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
