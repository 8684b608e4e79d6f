import type { Field, ImportKind } from './field.ts'
import type { DateOrder } from './dates.ts'

/** The export or import file of another system, known by its headers. */
export interface Template {
  readonly name: string
  readonly kind: ImportKind
  /** Headers that must all be there, in the form of `headerWords`; one of a group in brackets. */
  readonly signs: readonly (string | readonly string[])[]
  readonly columns: Readonly<Record<string, Field>>
  readonly dateOrder?: DateOrder
  /** With a quantity, rows without a serial are stock, which gets numbers of ours. */
  readonly isStock?: boolean
}

/**
 * Header names come from: Unleashed, help pages "Import Serial Numbers" and "Import Stock On Hand";
 * InvenTree, stock/serializers.py; Odoo, stock.quant and stock.lot; Snipe-IT, Importer.php;
 * ERPNext, serial_no.json; Shopify, help pages on product and inventory CSV files. The last two are
 * the Backblaze Drive Stats table of drives and the FDA's device catalogue.
 */
export const templates: readonly Template[] = [
  {
    name: 'Unleashed serial numbers',
    kind: 'units',
    signs: ['product code', 'warehouse code', 'serial number'],
    columns: {
      'product code': 'sku',
      'product description': 'name',
      'warehouse code': 'location',
      'serial number': 'serial',
      'batch number': 'lot',
      'expiry date': 'expiry',
      soh: 'quantity',
    },
    dateOrder: 'day_first',
    isStock: true,
  },
  {
    name: 'InvenTree stock items',
    kind: 'units',
    signs: ['part detail name', 'serial', 'batch'],
    columns: {
      pk: 'ignore',
      part: 'ignore',
      'part detail ipn': 'sku',
      'part detail name': 'name',
      'part detail description': 'description',
      serial: 'serial',
      batch: 'lot',
      location: 'ignore',
      'location detail name': 'location',
      'location detail pathstring': 'trait:location_path',
      quantity: 'quantity',
      'expiry date': 'expiry',
      'stocktake date': 'last_seen',
      'purchase order reference': 'order',
      status: 'ignore',
      'status text': 'status',
      notes: 'note',
      'barcode hash': 'ignore',
    },
    isStock: true,
  },
  {
    name: 'Odoo lots and serial numbers',
    kind: 'units',
    signs: ['lot serial number', ['product', 'product display name', 'product name']],
    columns: {
      'lot serial number': 'serial',
      product: 'name',
      'product name': 'name',
      'product display name': 'name',
      'product internal reference': 'sku',
      'internal reference': 'trait:internal_reference',
      location: 'location',
      'location complete name': 'location',
      quantity: 'quantity',
      'counted quantity': 'quantity',
      'on hand quantity': 'quantity',
      'unit of measure': 'measure',
      'expiration date': 'expiry',
      'created on': 'received',
      'external id': 'ignore',
    },
    isStock: true,
  },
  {
    name: 'Snipe-IT assets',
    kind: 'units',
    signs: ['asset tag', ['model name', 'model', 'model number'], ['serial number', 'serial']],
    columns: {
      'asset tag': 'identifier:asset_tag',
      'serial number': 'serial',
      serial: 'serial',
      'model number': 'sku',
      'model name': 'name',
      model: 'name',
      'item name': 'trait:asset_name',
      'asset name': 'trait:asset_name',
      category: 'category',
      manufacturer: 'maker',
      supplier: 'supplier',
      location: 'location',
      status: 'status',
      'purchase date': 'received',
      'order number': 'order',
      notes: 'note',
      'last audit': 'last_seen',
      image: 'ignore',
      id: 'ignore',
    },
  },
  {
    name: 'ERPNext serial numbers',
    kind: 'units',
    signs: ['serial no', 'item code', ['warehouse', 'creation document no', 'company']],
    columns: {
      'serial no': 'serial',
      'item code': 'sku',
      'item name': 'name',
      description: 'description',
      'item group': 'category',
      brand: 'maker',
      warehouse: 'location',
      'batch no': 'lot',
      'creation date': 'received',
      'purchase date': 'received',
      'creation document no': 'order',
      'purchase document no': 'order',
      supplier: 'supplier',
      status: 'status',
      id: 'ignore',
    },
  },
  {
    name: 'Shopify inventory',
    kind: 'units',
    signs: ['handle', 'title', 'sku', 'location'],
    columns: {
      handle: 'trait:handle',
      title: 'name',
      sku: 'sku',
      location: 'location',
      'bin name': 'trait:bin_name',
      'on hand': 'quantity',
      'on hand current': 'quantity',
      'on hand new': 'ignore',
      available: 'ignore',
      'available not editable': 'ignore',
      'incoming not editable': 'ignore',
      'unavailable not editable': 'ignore',
      'committed not editable': 'ignore',
      incoming: 'ignore',
      unavailable: 'ignore',
      committed: 'ignore',
    },
    isStock: true,
  },
  {
    name: 'Shopify products',
    kind: 'items',
    signs: [['handle', 'url handle'], 'title', ['variant sku', 'sku']],
    columns: {
      handle: 'trait:handle',
      'url handle': 'trait:handle',
      title: 'name',
      'body html': 'description',
      description: 'description',
      vendor: 'maker',
      'product category': 'category',
      type: 'trait:type',
      'variant sku': 'sku',
      sku: 'sku',
      'variant barcode': 'gtin',
      barcode: 'gtin',
    },
  },
  {
    name: 'Backblaze drives',
    kind: 'units',
    signs: ['serial number', 'model', 'capacity bytes', 'first seen', 'last seen'],
    columns: {
      'serial number': 'serial',
      model: 'sku',
      'capacity bytes': 'trait:capacity_bytes',
      'first seen': 'received',
      'last seen': 'last_seen',
      'failed on': 'failed',
    },
  },
  {
    name: 'GUDID devices',
    kind: 'items',
    signs: ['di', 'brand', 'company'],
    columns: {
      di: 'gtin',
      brand: 'name',
      company: 'maker',
      description: 'description',
      gmdn: 'category',
      'serial number': 'tracks_serial',
      'lot batch': 'tracks_lot',
      identifiers: 'packs',
    },
  },
]
