import { describe, expect, it } from 'vitest'
import { guessMapping } from './guess-mapping.ts'
import { mapping } from './mapping.ts'

/** Guess for columns with their values. */
function guess(table: Record<string, readonly string[]>) {
  const headers = Object.keys(table)
  const count = Math.max(...Object.values(table).map((values) => values.length))
  const rows = Array.from({ length: count }, (_, index) => ({
    line: index + 2,
    values: headers.map((header) => table[header]![index] ?? ''),
  }))
  return guessMapping(headers, rows)
}

const fieldsOf = (table: Record<string, readonly string[]>) =>
  Object.fromEntries(guess(table).columns.map(({ header, field }) => [header, field]))

/** Guess for columns without values. */
const headersOnly = (headers: string) =>
  guess(Object.fromEntries(headers.split(',').map((header) => [header, []])))

describe('known files', () => {
  it.each([
    [
      'Unleashed serial numbers',
      '*Product Code,Product Description,*Warehouse Code,*Serial Number',
      'sku,name,location,serial',
    ],
    [
      'InvenTree stock items',
      'pk,part_detail.name,part_detail.IPN,quantity,serial,batch,location_detail.name',
      'ignore,name,sku,quantity,serial,lot,location',
    ],
    [
      'Odoo lots and serial numbers',
      'Location,Product,Lot/Serial Number,Counted Quantity',
      'location,name,serial,quantity',
    ],
    [
      'Snipe-IT assets',
      'Item Name,Asset Tag,Model name,Model Number,Serial number,Purchase Date,Status',
      'trait:asset_name,identifier:asset_tag,name,sku,serial,received,status',
    ],
    [
      'ERPNext serial numbers',
      'Serial No,Item Code,Warehouse,Batch No,Supplier',
      'serial,sku,location,lot,supplier',
    ],
    [
      'Shopify inventory',
      'Handle,Title,SKU,Location,On hand (current)',
      'trait:handle,name,sku,location,quantity',
    ],
    [
      'Shopify products',
      'Handle,Title,Body (HTML),Vendor,Variant SKU,Variant Barcode',
      'trait:handle,name,description,maker,sku,gtin',
    ],
    [
      'Backblaze drives',
      'serial_number,model,capacity_bytes,first_seen,last_seen,failed_on',
      'serial,sku,trait:capacity_bytes,received,last_seen,failed',
    ],
    [
      'GUDID devices',
      'di,brand,company,lotBatch,serialNumber',
      'gtin,name,maker,tracks_lot,tracks_serial',
    ],
  ])('%s', (template, headers, fields) => {
    const found = headersOnly(headers)
    expect(found.template).toBe(template)
    expect(found.columns.map(({ field }) => field).join(',')).toBe(fields)
    expect(found.missing).toEqual([])
  })
})

describe('unknown files', () => {
  it('are read by the words of their headers, in several languages', () => {
    expect(fieldsOf({ 'S/N': ['A1'], 'P/N': ['X'], Qty: ['2'] })).toEqual({
      'S/N': 'serial',
      'P/N': 'sku',
      Qty: 'quantity',
    })
    expect(fieldsOf({ Seriennummer: [], Artikelnummer: [], Lagerort: [] })).toEqual({
      Seriennummer: 'serial',
      Artikelnummer: 'sku',
      Lagerort: 'location',
    })
    expect(fieldsOf({ 'Numéro de série': [], Référence: [] })).toMatchObject({
      'Numéro de série': 'serial',
    })
    expect(fieldsOf({ 'Internal Serial Number': ['A1'], SKU: [] })).toMatchObject({
      'Internal Serial Number': 'serial',
    })
  })

  it('become traits of a type where nothing is known', () => {
    const { columns } = guess({
      Serial: ['A1', 'A2'],
      SKU: ['X', 'Y'],
      'Capacity (GB)': ['500', '1000'],
      'Is new?': ['yes', 'no'],
      'Calibrated on': ['2024-01-31', ''],
      'Zip code': ['00501', '10115'],
      FirmwareVersion: ['1.2', '1.2.3'],
    })
    expect(columns.slice(2).map(({ field, type }) => [field, type])).toEqual([
      ['trait:capacity_gb', 'number'],
      ['trait:is_new', 'boolean'],
      ['trait:calibrated_on', 'date'],
      ['trait:zip_code', undefined],
      ['trait:firmware_version', undefined],
    ])
  })

  it('are believed by their values more than by their headers', () => {
    const imeis = [
      '490154203237518',
      '356938035643809',
      '351756051523993',
      '990000862471853',
      '352099001761481',
    ]
    expect(fieldsOf({ Serial: ['S1', 'S2', 'S3', 'S4', 'S5'], Phone: imeis })).toEqual({
      Serial: 'serial',
      Phone: 'identifier:imei',
    })
    expect(
      fieldsOf({ SKU: ['X'], Serial: ['true'], Status: ['Shiny'], Received: ['yes'] }),
    ).toEqual({
      SKU: 'sku',
      Serial: 'tracks_serial',
      Status: 'trait:status',
      Received: 'trait:received',
    })
  })

  it('give each field to one column', () => {
    expect(fieldsOf({ 'Serial Number': ['A1'], Serial: ['B1'], SKU: ['X'] })).toEqual({
      'Serial Number': 'serial',
      Serial: 'trait:serial',
      SKU: 'sku',
    })
    expect(fieldsOf({ size: ['1'], Size: ['2'], serial: ['A'] })).toMatchObject({
      size: 'trait:size',
      Size: 'trait:size_2',
    })
  })

  it('take the model for the item where nothing else names it', () => {
    expect(fieldsOf({ serial: ['A1'], model: ['M'] })).toEqual({ serial: 'serial', model: 'sku' })
    expect(fieldsOf({ serial: ['A1'], model: ['M'], sku: ['X'] })).toMatchObject({
      model: 'trait:model',
    })
  })

  it('say what they hold, and what is missing', () => {
    expect(guess({ SKU: ['X'], Name: ['Bolt'] }).kind).toBe('items')
    expect(
      guess({ Code: ['A-1'], Name: ['Aisle 1'], Parent: ['HALL'], Type: ['aisle'] }),
    ).toMatchObject({ kind: 'locations', missing: [] })
    expect(guess({ Name: ['Acme'], Role: ['vendor'], Email: ['a@b.c'] })).toMatchObject({
      kind: 'parties',
      missing: [],
    })
    expect(guess({ Serial: ['A1'] }).missing).toHaveLength(1)
    const codes = ['SN-1001', 'SN-1002', 'SN-1003', 'SN-1004', 'SN-1005']
    expect(fieldsOf({ 'column 1': codes })).toEqual({ 'column 1': 'serial' })
  })

  it('show how dates and numbers are written, or that nobody can know', () => {
    const table = {
      Serial: ['A'],
      SKU: ['X'],
      Received: ['13/02/2024', '03/04/2024'],
      Qty: ['1,5', '1,234'],
    }
    expect(guess(table).columns.slice(2)).toMatchObject([
      { dateOrder: 'day_first' },
      { decimalMark: ',' },
    ])
    const unclear = guess({ ...table, Received: ['03/04/2024'], Qty: ['1,234'] }).columns.slice(2)
    expect(unclear.every((column) => !('dateOrder' in column) && !('decimalMark' in column))).toBe(
      true,
    )
  })
})

it('a guess is a mapping that can be saved as JSON', () => {
  const found = headersOnly('Serial,SKU,Colour')
  const saved: unknown = JSON.parse(JSON.stringify(mapping.parse(found)))
  expect(saved).toEqual({
    version: 1,
    kind: 'units',
    columns: [
      { header: 'Serial', field: 'serial' },
      { header: 'SKU', field: 'sku' },
      { header: 'Colour', field: 'trait:colour' },
    ],
  })
  expect(mapping.parse(saved)).toEqual(saved)
})
