import { afterAll, beforeAll, expect, it } from 'vitest'
import { ready } from 'zpl-renderer-js'
import { readBarcodes } from 'zxing-wasm/reader'
import { prepareReader } from '../../src/features/labels/output/read-symbols.ts'
import { startFakePrinter, type FakePrinter } from '../support/fake-printer.ts'
import { scannerPresses } from '../support/scanner.ts'
import { openApp, type App } from './app.ts'
import { expectAccessible } from './accessible.ts'
import { closeBrowser } from './browser.ts'
import { press } from './keyboard.ts'

let app: App
let printer: FakePrinter
beforeAll(async () => {
  await prepareReader()
  app = await openApp()
  printer = await startFakePrinter()
  await app.accept('create_location', { code: 'HAM' })
  const item = { code: 'DRILL', name: 'Cordless drill', gtin: '09506000134352' }
  await app.accept('create_item', { ...item, scheme: 'DR-{seq:3}' })
  await app.accept('commission', { item: 'DRILL', count: 2, location: 'HAM' })
})
afterAll(async () => {
  await closeBrowser()
  await app.close()
  await printer.close()
})

it('a label is designed, printed, scanned back, and its job is complete', async () => {
  const { page, complaints, close } = await app.open('/labels')
  await page.getByRole('button', { name: 'Add printer' }).click()
  await page.getByLabel('Name').fill('Bench')
  await page.getByLabel('Address').fill('127.0.0.1')
  await page.getByLabel('Port').fill(String(printer.port))
  await page.getByRole('button', { name: 'Allow printer' }).click()
  await page.getByText('Printer allowed').waitFor()
  await page.getByRole('button', { name: 'Ask the printer' }).click()
  await page.getByText('Bench is ready').waitFor()
  await expectAccessible(page)

  await page.getByRole('link', { name: /^Unit, 51/ }).click()
  const serial = page.getByRole('button', { name: '4 serial' })
  await serial.waitFor()
  // Dragged onto the code, it is in the way of it; by keys it goes back.
  const from = (await serial.boundingBox())!
  const code = (await page.getByRole('button', { name: '1 code', exact: true }).boundingBox())!
  await page.mouse.move(from.x + 20, from.y + 10)
  await page.mouse.down()
  await page.mouse.move(code.x + 40, code.y + 40, { steps: 5 })
  await page.mouse.up()
  await page.getByText('Another element covers the code').first().waitFor()
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Undo' }).first().click()
  await page.getByText('Prints to the standard at 203').waitFor()
  const top = page.getByLabel('From the top, mm')
  const before = Number(await top.inputValue())
  await serial.focus()
  await page.keyboard.press('ArrowUp')
  await expect.poll(() => top.inputValue()).toBe(String(before - 0.5))
  // Keys that follow each other faster than a hand makes them are taken for a scanner's.
  await page.waitForTimeout(300)
  await page.keyboard.press('Control+z')
  await expect.poll(() => top.inputValue()).toBe(String(before))
  await page.getByLabel('Preview with unit').fill('DR-001')
  await page.keyboard.press('Enter')
  await page.getByText('Shown with DR-001').waitFor()
  await page.getByRole('button', { name: 'Text', exact: true }).click()
  await page.getByRole('textbox', { name: 'Text' }).fill('Made {today}')
  for (const [field, length] of [
    ['Width, mm', '15'],
    ['From the left, mm', '34'],
    ['From the top, mm', '15'],
  ] as const) {
    await page.getByLabel(field).fill(length)
  }
  await page.getByText('Prints to the standard at 203').waitFor()
  await page.getByRole('group', { name: 'Label' }).click({ position: { x: 3, y: 3 } })
  await page.getByLabel('Name of the template').fill('our-label')
  await page.getByRole('button', { name: 'Save' }).click()
  await page.getByText('Template saved').waitFor()

  await page.goto(`${app.address}/c/main/labels?print=item:DRILL`)
  await page.getByText('2 labels', { exact: true }).waitFor()
  await page.getByRole('dialog').getByLabel('Template').selectOption('our-label')
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Print', exact: true }).click()
  await page.getByText('2 of 2 printed').waitFor()
  expect(printer.labels).toHaveLength(2)
  await page.getByRole('link', { name: 'DR-002' }).waitFor()
  await expectAccessible(page)

  const { api } = await ready
  for (const [index, label] of printer.labels.entries()) {
    const picture = Buffer.from(await api.zplToBase64Async(label, 50.8, 25.4, 8), 'base64')
    const [read] = await readBarcodes(picture, { tryHarder: true, textMode: 'Plain' })
    expect(read?.text).toBe(`010950600013435221DR-00${index + 1}`)
    await press(page, scannerPresses(read!.text, 'us', false))
    const words = index === 0 ? 'Seen' : 'Job complete: every label sticks'
    await page.getByRole('status').filter({ hasText: words }).first().waitFor()
  }
  await page.getByText('Every label was seen where it belongs').waitFor()
  await expectAccessible(page)
  expect(complaints).toEqual([])
  await close()
})

it('printers and templates come back from the message that they are gone', async () => {
  const { page, complaints, close } = await app.open('/labels')
  await page.getByRole('button', { name: 'Remove printer' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Remove printer' }).click()
  await page.getByText('No printer is allowed yet').waitFor()
  const undo = page.getByRole('status').getByRole('button', { name: 'Undo' })
  await undo.click()
  await page.getByText(`127.0.0.1:${printer.port}`).waitFor()

  const template = page.getByRole('link', { name: /^Unit, 51/ })
  const count = await template.count()
  await page.getByRole('button', { name: 'Delete template' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Delete template' }).click()
  await expect.poll(() => template.count()).toBe(count - 1)
  await undo.click()
  await expect.poll(() => template.count()).toBe(count)
  expect(complaints).toEqual([])
  await close()
})

it('a label is printed from the page of its unit, and of its place', async () => {
  const { page, complaints, close } = await app.open('/units/DR-002')
  await app.client.call('savePrinter', {
    name: 'Bench',
    kind: 'zpl',
    host: '127.0.0.1',
    port: printer.port,
    dpi: 203,
  })
  const before = printer.labels.length
  await page.getByRole('button', { name: 'More actions' }).click()
  await page.getByRole('menuitem', { name: 'Print label' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: 'Print', exact: true }).click()
  await page.getByText('1 of 1 printed').waitFor()
  await page.goto(`${app.address}/c/main/locations/HAM`)
  const office = { name: 'Office', kind: 'ipp' as const, host: '127.0.0.1', path: '/ipp/print' }
  await app.client.call('savePrinter', { ...office, port: 8631, dpi: 300 })
  await page.getByRole('button', { name: 'Print label' }).click()
  // Only what gets pages begins at a place of a sheet.
  await dialog.getByLabel('Template').selectOption('avery-5160')
  await dialog.getByLabel('Print on').selectOption('Office')
  await dialog.getByLabel('First free label of the sheet').waitFor()
  await dialog.getByLabel('Print on').selectOption('Bench')
  await dialog.getByLabel('First free label of the sheet').waitFor({ state: 'detached' })
  await dialog.getByLabel('Template').selectOption('')
  await expect.poll(() => dialog.getByLabel('Which places').inputValue()).toBe('HAM')
  await dialog.getByRole('button', { name: 'Print', exact: true }).click()
  await page.getByText('shelf-100x38').waitFor()
  await page.getByText('1 of 1 printed').waitFor()
  expect(printer.labels).toHaveLength(before + 2)
  expect(complaints).toEqual([])
  await close()
})
