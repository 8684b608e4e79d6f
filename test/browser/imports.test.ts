import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { expectAccessible } from './accessible.ts'
import { openApp, type App } from './app.ts'
import { closeBrowser } from './browser.ts'

const drives = join(import.meta.dirname, '../data/drives-2013.csv')

let app: App
beforeAll(async () => {
  app = await openApp()
})
afterAll(async () => {
  await closeBrowser()
  await app.close()
})

it('brings the drives in by the wizard, and takes them back', async () => {
  const { page, complaints, close } = await app.open('/imports')
  await page.getByText('Nothing was imported yet').waitFor()
  await expectAccessible(page)
  await page.getByRole('link', { name: 'Import a file' }).first().click()
  await page.getByText('Drop a file here').waitFor()
  await expectAccessible(page)
  await page.locator('input[type=file]').setInputFiles(drives)

  const load = page.getByRole('button', { name: /^Import 29,\d{3} rows$/ })
  await load.waitFor()
  await expectAccessible(page)
  const serial = page.getByRole('combobox', { name: /serial.* means/i }).first()
  expect(await serial.inputValue()).toBe('serial')
  // What a column means can be changed; then the file is tried anew.
  await serial.selectOption('ignore')
  await page.getByText('Something is missing').waitFor()
  await serial.selectOption('serial')
  await load.waitFor()
  await page.getByRole('button', { name: 'Save these columns' }).click()
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await page.getByText('Columns saved as drives-2013').waitFor()
  await load.click()

  await page.waitForURL(/\/imports\/[\da-f-]{36}$/)
  // Whoever loads the page anew sees how far it is.
  await page.reload()
  await page.getByText('Done', { exact: true }).waitFor()
  await expectAccessible(page)
  const { imports } = await app.client.call('listImports', {})
  expect(imports).toMatchObject([{ state: 'done', counts: { rows: 29_072 } }])
  const [run] = imports
  const made = run!.counts.newUnits
  expect(made + run!.counts.refused).toBe(29_072)
  expect(await app.client.call('countUnits', { query: `batch:${run!.batch}` })).toMatchObject({
    total: made,
  })

  await page.getByRole('button', { name: 'Undo the import' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Undo the import' }).click()
  await page.getByText('Undone', { exact: true }).waitFor({ timeout: 60_000 })
  expect(await app.client.call('countUnits', { query: 'status:in_stock' })).toMatchObject({
    total: 0,
  })
  await page.getByRole('link', { name: 'Imports' }).first().click()
  await page.getByText('drives-2013.csv').waitFor()
  await expectAccessible(page)
  expect(complaints).toEqual([])
  await close()
})
