import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { workbookParts, zipArchive } from '../support/zip.ts'
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

/** XML of a row with a text in each cell. */
const rowOf = (...cells: string[]) =>
  `<row>${cells.map((cell) => `<c t="inlineStr"><is><t>${cell}</t></is></c>`).join('')}</row>`

it('reads another sheet of a workbook than the first', async () => {
  const { page, close } = await app.open('/import')
  const rows = rowOf('SKU', 'Serial') + rowOf('BOLT', 'S-1')
  const parts = workbookParts({ rows, sheetNames: ['Stock', 'Sold'] })
  const more = rows + rowOf('BOLT', 'S-2')
  const sold = parts.map(({ name, content }) =>
    name.endsWith('sheet2.xml')
      ? { name, content: String(content).replace(rows, more) }
      : { name, content },
  )
  const buffer = zipArchive(sold)
  const mimeType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
  await page.locator('input[type=file]').setInputFiles({ name: 'two.xlsx', mimeType, buffer })
  await page.getByRole('button', { name: 'Import 1 row' }).waitFor()
  const sheet = page.getByRole('combobox', { name: 'Sheet of the workbook' })
  expect(await sheet.inputValue()).toBe('Stock')
  await sheet.selectOption('Sold')
  await page.getByRole('button', { name: 'Import 2 rows' }).click()
  await page.getByText('Done', { exact: true }).waitFor()
  const { units } = await app.client.call('searchUnits', { query: 'item:BOLT' })
  expect(new Set(units.map(({ serial }) => serial))).toEqual(new Set(['S-1', 'S-2']))
  await close()
})
