import { stages, statuses, unitKinds } from '../status.ts'
import type { FieldDefinition } from './field-definition.ts'

// GTINs of 8, 12 and 13 digits are the same numbers with zeros in front (GS1 General
// Specifications, section 3.3.2), and are kept with 14.
const normaliseGtin = (text: string): string => {
  const digits = text.replace(/[ -]/g, '')
  return /^(\d{8}|\d{12,13})$/.test(digits) ? digits.padStart(14, '0') : digits
}

/** What a unit is, what it is called, where it is and where it stands in its life. */
export const unitFields = {
  item: {
    type: 'reference',
    aliases: ['product'],
    examples: ['item:DRIVE-4TB', 'item:"Cordless drill"', 'item:DRIVE-*'],
  },
  sku: {
    type: 'text',
    aliases: ['item_code', 'product_code'],
    examples: ['sku:DRIVE-4TB', 'sku:D-100..D-199'],
  },
  name: {
    type: 'words',
    aliases: ['title', 'item_name'],
    examples: ['name:drill', 'name:"cordless drill"', 'name=Drill'],
  },
  category: {
    type: 'reference',
    aliases: ['cat'],
    examples: ['category:storage', 'category:"Power tools"'],
  },
  gtin: {
    type: 'text',
    aliases: ['ean', 'upc'],
    examples: ['gtin:4006381333931', 'gtin:0400638*'],
    normalise: normaliseGtin,
  },
  serial: {
    type: 'text',
    aliases: ['sn', 'serial_number', 'serial_no'],
    examples: ['serial:Z300A5KX', 'serial:Z300*', 'serial:A100..A199'],
    groupable: false,
  },
  id: {
    type: 'text',
    aliases: ['identifier', 'number'],
    examples: ['id:353918057689321', 'id:*0042'],
    sortable: false,
    groupable: false,
  },
  lot: {
    type: 'text',
    aliases: ['lot_number', 'lot_no'],
    examples: ['lot:L2406', 'lot:L24*', '-lot:*'],
  },
  expiry: {
    type: 'day',
    aliases: ['expires', 'best_before', 'use_by'],
    examples: ['expiry<today', 'expiry:+30d', 'expiry:2026-11'],
  },
  status: {
    type: 'code',
    aliases: [],
    examples: ['status:in_stock', 'status:in_stock,packed', 'status!=disposed'],
    codes: statuses,
    insteadOf: {
      available: 'in_stock',
      stock: 'in_stock',
      ordered: 'expected',
      shipped: 'in_transit,delivered',
      sent: 'in_transit,delivered',
      sold: 'delivered',
      wip: 'in_progress',
      missing: 'lost',
      scrapped: 'disposed',
      used: 'consumed',
    },
  },
  stage: {
    type: 'code',
    aliases: [],
    examples: ['stage:raw_material', 'stage:work_in_progress,finished'],
    codes: stages,
  },
  kind: {
    type: 'code',
    aliases: ['type'],
    examples: ['kind:container', 'kind:portion'],
    codes: unitKinds,
  },
  quantity: {
    type: 'number',
    aliases: ['qty', 'content'],
    examples: ['quantity>=25kg', 'quantity:10..20', 'quantity:0'],
  },
  loc: {
    type: 'reference',
    aliases: ['location', 'in'],
    examples: ['loc:"Aisle 3"', 'in:Hamburg', 'loc:A3,A4'],
  },
  place: {
    type: 'reference',
    aliases: ['exactly_at'],
    examples: ['place:A3-04', 'place:"Dock 1"'],
  },
  container: {
    type: 'reference',
    aliases: ['inside'],
    examples: ['inside:PALLET-7', 'inside:*', '-inside:*'],
  },
  order: {
    type: 'text',
    aliases: ['order_no', 'order_number'],
    examples: ['order:SO-1042', 'order:SO-*'],
  },
  supplier: {
    type: 'reference',
    aliases: ['vendor'],
    examples: ['supplier:ACME', 'supplier:"Acme Trading"'],
  },
  maker: {
    type: 'reference',
    aliases: ['manufacturer', 'brand'],
    examples: ['maker:Seagate', 'maker:Hit*'],
  },
  party: {
    type: 'reference',
    aliases: ['customer', 'carrier'],
    examples: ['party:ACME', 'customer:"Blue Yard"'],
  },
  hold: {
    type: 'words',
    aliases: ['on_hold'],
    examples: ['hold:*', 'hold:failed', '-hold:*'],
    sortable: false,
  },
  batch: {
    type: 'text',
    aliases: ['import'],
    examples: ['batch:drives-2013', 'batch:import-*'],
    sortable: false,
  },
} as const satisfies Record<string, FieldDefinition>
