import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Page } from 'playwright-core'
import { scannerPresses } from '../support/scanner.ts'
import { openApp, pageDrawn, type App } from './app.ts'
import { expectAccessible } from './accessible.ts'
import { closeBrowser } from './browser.ts'
import { keys, press, tabTo } from './keyboard.ts'

let app: App
beforeAll(async () => {
  app = await openApp()
  for (const code of ['HALL', 'DOCK']) await app.accept('create_location', { code })
  await app.accept('create_party', { code: 'ANNA', name: 'Anna Arends' })
  await app.accept('create_item', { code: 'LAMP', name: 'Lamp', scheme: 'LAMP-{seq:3}' })
  await app.accept('create_item', { code: 'CRATE', kind: 'container', scheme: 'CRATE-{seq:3}' })
  await app.accept('create_order', { code: 'PO-1', kind: 'purchase' })
  await app.accept('create_order', { code: 'SO-1', kind: 'sale', party: 'ANNA' })
  const entries = ['LAMP-101', 'LAMP-102'].map((serial) => ({ serial }))
  await app.accept('expect', { item: 'LAMP', entries, order: 'PO-1' })
  await app.accept('commission', { item: 'CRATE', count: 1, location: 'DOCK' })
})
afterAll(async () => {
  await closeBrowser()
  await app.close()
})

const scan = (page: Page, code: string) => press(page, scannerPresses(code, 'us', false))

/** Scans, and waits for the answer that the screen gives. */
async function scanFor(page: Page, code: string, words: string): Promise<void> {
  await scan(page, code)
  await page.getByText(words).first().waitFor()
}

const showUnit = (unit: string) => app.client.call('showUnit', { unit })

it('scans take units from receipt through moving and packing until they leave', async () => {
  const { page, complaints, close } = await app.open('/receive')
  await scanFor(page, 'LAMP-101', 'Scan the place first')
  await scan(page, 'HALL')
  await scan(page, 'PO-1')
  await page.getByText('0 of 2').waitFor()
  await scanFor(page, 'LAMP-101', 'Received at HALL')
  await page.getByText('1 of 2').first().waitFor()
  await scanFor(page, 'LAMP-101', 'Scanned before')
  await scan(page, 'LAMP-102')
  await page.getByText('2 of 2').first().waitFor()
  expect(await showUnit('LAMP-102')).toMatchObject({ status: 'in_stock' })
  await expectAccessible(page)

  await page.goto(`${app.address}/c/main/move`)
  await pageDrawn(page)
  await scanFor(page, 'LAMP-101', 'Waits for its place')
  await scanFor(page, 'DOCK', '1 unit moved to DOCK')
  await scanFor(page, 'LAMP-102', 'Moved to DOCK')
  await page.getByRole('button', { name: 'Undo' }).click()
  await page.getByText('Taken back').waitFor()
  expect((await showUnit('LAMP-102')).place.location?.code).toBe('HALL')
  expect((await showUnit('LAMP-101')).place.location?.code).toBe('DOCK')
  await expectAccessible(page)

  await page.goto(`${app.address}/c/main/pack`)
  await pageDrawn(page)
  await scanFor(page, 'LAMP-101', 'Scan the container first')
  await scan(page, 'CRATE-001')
  await scan(page, 'SO-1')
  await scanFor(page, 'LAMP-101', 'Packed into CRATE-001')
  await page.reload()
  await page.getByRole('button', { name: 'Take LAMP-101 out of the list' }).waitFor()
  await expectAccessible(page)

  await page.goto(`${app.address}/c/main/ship`)
  await pageDrawn(page)
  await scan(page, 'CRATE-001')
  await page.getByRole('button', { name: 'Ship 1 unit' }).click()
  await page.getByText('Say who gets it').waitFor()
  await scan(page, 'SO-1')
  await scanFor(page, 'SRT:DONE', '1 unit shipped')
  expect(await showUnit('LAMP-101')).toMatchObject({ status: 'in_transit' })
  await page.getByRole('button', { name: 'Undo' }).click()
  await page.getByText('Taken back').waitFor()
  expect(await showUnit('LAMP-101')).toMatchObject({ status: 'packed', order: { code: 'SO-1' } })
  await expectAccessible(page)
  expect(complaints).toEqual([])
  await close()
})

it('screens of items, places, parties and orders make and change what they show', async () => {
  const { page, complaints, close } = await app.open('/items')
  await page.getByRole('button', { name: 'New item' }).click()
  await page.getByLabel('SKU').fill('HORN')
  await page.getByLabel('Name', { exact: true }).fill('Horn, loud')
  await page.getByRole('button', { name: 'Save' }).click()
  await page.getByRole('heading', { level: 1, name: 'Horn, loud' }).waitFor()
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Change', exact: true }).click()
  await page.getByLabel('Category').fill('Bells')
  await page.getByRole('button', { name: 'Save' }).click()
  await page.getByText('Bells').waitFor()

  await page.goto(`${app.address}/c/main/orders/SO-1`)
  await page.getByRole('combobox', { name: 'Item' }).fill('HORN')
  await page.getByRole('button', { name: 'Add a line' }).click()
  await page.getByText('0 of 1 done').waitFor()
  await expectAccessible(page)

  await page.goto(`${app.address}/c/main/locations/HALL`)
  await page.getByRole('button', { name: 'New location in here' }).click()
  await page.getByLabel('Code').fill('HALL-1')
  await page.getByRole('button', { name: 'Save' }).click()
  await page.getByRole('heading', { level: 1, name: 'HALL-1' }).waitFor()
  await expectAccessible(page)
  for (const path of ['/items', '/locations', '/parties', '/parties/ANNA', '/orders']) {
    await page.goto(`${app.address}/c/main${path}`)
    await pageDrawn(page)
    await expectAccessible(page)
  }
  expect(complaints).toEqual([])
  await close()
})

it('all of it is done by keys alone, too', async () => {
  await app.accept('commission', { item: 'LAMP', count: 1, location: 'HALL' })
  const { page, close } = await app.open('/')
  await tabTo(page, 'Move')
  await keys(page, 'Enter')
  await page.waitForURL(/\/move$/)
  await tabTo(page, 'Move to')
  await keys(page, 'DOCK', 'Enter')
  await page.keyboard.press('/')
  await keys(page, 'LAMP-001', 'Control+Enter')
  await page.getByText('Moved to DOCK').waitFor()
  expect((await showUnit('LAMP-001')).place.location?.code).toBe('DOCK')
  await tabTo(page, /^Undo/)
  await keys(page, 'Enter')
  await page.getByText('Taken back').waitFor()
  expect((await showUnit('LAMP-001')).place.location?.code).toBe('HALL')

  await tabTo(page, 'Find')
  await keys(page, 'Enter')
  await page.waitForURL(/\/find/)
  await pageDrawn(page)
  await tabTo(page, 'Choose LAMP-001')
  await keys(page, 'Space')
  await tabTo(page, /^Hold/)
  await keys(page, 'Enter', 'dented', 'Enter')
  await page.getByText('On hold').first().waitFor()
  expect(await showUnit('LAMP-001')).toMatchObject({ holds: [{ reason: 'dented' }] })

  await page.goto(`${app.address}/c/main/import`)
  await pageDrawn(page)
  const chooser = page.waitForEvent('filechooser')
  await tabTo(page, 'Choose a file')
  await keys(page, 'Enter')
  const buffer = Buffer.from('SKU,Serial\nLAMP,LAMP-900\n')
  await (await chooser).setFiles({ name: 'more.csv', mimeType: 'text/csv', buffer })
  await page.getByRole('button', { name: 'Import 1 row' }).waitFor()
  await tabTo(page, 'Import 1 row')
  await keys(page, 'Enter')
  await page.getByText('Done', { exact: true }).waitFor()
  expect(await showUnit('LAMP-900')).toMatchObject({ status: 'in_stock' })
  await close()
})
