import { join } from 'node:path'
import { expect, it } from 'vitest'
import { clientOf } from '../support/client.ts'
import { forEachStore } from '../support/stores.ts'
import { listSubjects } from '../../src/contract/subjects.ts'
import { showUnit } from '../../src/contract/units.ts'
import { contentsOf, loadFile, planFile } from './import-file.ts'
import type { Client } from '../../src/client/client.ts'

/** Where a unit is and how it stands. */
async function standing(client: Client, unit: string) {
  const { item, status, place, holds, ...rest } = await client.call(showUnit, { unit })
  return {
    item: item?.code,
    status,
    location: place.location?.code,
    holds: holds.map(({ reason }) => reason),
    ...rest,
  }
}

/** Plans and loads a file as another system writes it; both must say the same. */
async function importSample(client: Client, name: string) {
  const path = join(import.meta.dirname, '../data/templates', name)
  const plan = await planFile(client, { path })
  const loaded = await loadFile(client, { path })
  expect(loaded.counts).toEqual(plan.counts)
  expect(loaded.refusals).toEqual(plan.refusals)
  return { template: plan.template, counts: loaded.counts, warnings: plan.warnings }
}

/** What each file has to become; all of them go into one company. */
const files: Readonly<Record<string, (client: Client) => Promise<void>>> = {
  async 'Unleashed: serials with their leading zeros, in their warehouses'(client) {
    const found = await importSample(client, 'unleashed.csv')
    expect(found).toMatchObject({
      template: 'Unleashed serial numbers',
      counts: { newItems: 1, newLocations: 2, newUnits: 2, refused: 0 },
    })
    expect(await standing(client, '00012346')).toMatchObject({
      serial: '00012346',
      item: 'SCAN-01',
      location: 'W2',
      lot: { code: 'B7' },
      expiry: '2027-12-31T00:00:00.000Z',
      traits: {},
    })
  },
  async 'InvenTree: stock with and without serials, and what may not be used'(client) {
    const found = await importSample(client, 'inventree.csv')
    expect(found).toMatchObject({
      template: 'InvenTree stock items',
      counts: { newItems: 2, newLocations: 2, newUnits: 8, refused: 0 },
    })
    expect(await standing(client, '1001')).toMatchObject({ status: 'in_stock', holds: [] })
    expect(await standing(client, '1002')).toMatchObject({ holds: ['Damaged'] })
    expect(await standing(client, '1003')).toMatchObject({ status: 'lost' })
    const capacitors = await contentsOf(client, 'Shelf B')
    expect(capacitors.map(({ serial, lot }) => [serial, lot?.code])).toEqual(
      ['00000001', '00000002', '00000003', '00000004', '00000005'].map((one) => [one, 'B-1']),
    )
  },
  async 'Odoo: serials, lots with a quantity, and amounts'(client) {
    const found = await importSample(client, 'odoo.csv')
    expect(found).toMatchObject({
      template: 'Odoo lots and serial numbers',
      counts: { newItems: 3, newUnits: 6, refused: 1 },
    })
    expect(found.warnings).toMatchObject([{ code: 'serial_is_lot', count: 1, lines: [3] }])
    const units = await contentsOf(client, 'WH/Stock')
    const tiles = units.filter(({ item }) => item?.code === 'Felt tile')
    expect(tiles.map(({ lot }) => lot?.code)).toEqual(['LOT-9', 'LOT-9', 'LOT-9', 'LOT-9'])
    expect(units.find(({ item }) => item?.code === 'Flour')).toMatchObject({
      kind: 'portion',
      content: 12_500,
    })
  },
  async 'Snipe-IT: assets by tag and serial, each as it stands'(client) {
    const found = await importSample(client, 'snipe-it.csv')
    expect(found).toMatchObject({
      template: 'Snipe-IT assets',
      counts: { newItems: 1, newParties: 2, newUnits: 4, refused: 0 },
    })
    expect(found.warnings).toMatchObject([{ code: 'serial_placeholder', lines: [3] }])
    expect(await standing(client, 'A-0001')).toMatchObject({
      serial: 'PF2ABC01',
      item: '20W0',
      status: 'in_stock',
      location: 'Berlin',
      times: { received: '2025-03-01T00:00:00.000Z' },
      order: { code: 'PO-77' },
      party: { code: 'Acme' },
    })
    expect(await standing(client, 'A-0002')).toMatchObject({ status: 'delivered' })
    expect(await standing(client, 'A-0003')).toMatchObject({ holds: ['Out for Repair'] })
    expect(await standing(client, 'A-0004')).toMatchObject({ status: 'disposed' })

    const again = await importSample(client, 'snipe-it.csv')
    expect(again.counts).toMatchObject({ newUnits: 0, knownUnits: 4, refused: 0 })
  },
  async 'ERPNext: serials in their warehouse, or delivered'(client) {
    const found = await importSample(client, 'erpnext.csv')
    expect(found).toMatchObject({
      template: 'ERPNext serial numbers',
      counts: { newItems: 1, newUnits: 2, refused: 0 },
      warnings: [],
    })
    expect(await standing(client, 'PUMP-1')).toMatchObject({
      status: 'in_stock',
      location: 'Stores - W',
    })
    expect(await standing(client, 'PUMP-2')).toMatchObject({ status: 'delivered' })
  },
  async 'Shopify: products first, then how many of each there are'(client) {
    const products = await importSample(client, 'shopify-products.csv')
    expect(products).toMatchObject({ template: 'Shopify products', counts: { newItems: 1 } })
    const stock = await importSample(client, 'shopify-inventory.csv')
    expect(stock).toMatchObject({
      template: 'Shopify inventory',
      counts: { newItems: 1, changedItems: 1, newUnits: 3, refused: 0 },
    })
    const shirts = await contentsOf(client, 'Main St')
    expect(shirts.map(({ item }) => item?.code)).toEqual(['TEE-M', 'TEE-M', 'TEE-M'])
    const { subjects } = await client.call(listSubjects, { kind: 'item', words: 'tee' })
    expect(subjects.map(({ code }) => code)).toEqual(['TEE-L', 'TEE-M'])
    expect(subjects[1]!.data).toMatchObject({ gtin: '04006381333931', name: 'T-shirt' })
  },
}

forEachStore('files of other systems', (open) => {
  it('load into the items, units, places and statuses that they name', async () => {
    const client = clientOf(await open())
    for (const check of Object.values(files)) await check(client)
  })
})
