import { afterAll, beforeAll, expect, it } from 'vitest'
import { openApp, type App } from './app.ts'
import { closeBrowser } from './browser.ts'

let app: App
beforeAll(async () => {
  app = await openApp()
})
afterAll(async () => {
  await closeBrowser()
  await app.close()
})

it('an item and a change of it are taken back from their messages', async () => {
  const { page, complaints, close } = await app.open('/items')
  await page.getByRole('button', { name: 'New item' }).first().click()
  const form = page.getByRole('dialog')
  await form.getByLabel('SKU').fill('DRILL')
  await form.getByLabel('Name', { exact: true }).fill('Cordles drill')
  await form.getByRole('button', { name: 'Save' }).click()
  const made = page.getByRole('status').filter({ hasText: 'DRILL created' })
  await made.getByRole('button', { name: 'Undo' }).click()
  // Its page goes with it: the list it stood in is there, without it.
  await page.getByRole('heading', { name: 'Items' }).waitFor()
  await page.getByText('No items yet').waitFor()
  await page.getByRole('button', { name: 'Redo' }).click()
  await page.getByRole('heading', { name: 'Cordles drill' }).waitFor()

  await page.getByRole('button', { name: 'Change', exact: true }).click()
  await form.getByLabel('Name', { exact: true }).fill('Cordless drill')
  await form.getByRole('button', { name: 'Save' }).click()
  await page.getByRole('heading', { name: 'Cordless drill' }).waitFor()
  await page.getByRole('button', { name: 'Undo' }).click()
  await page.getByRole('heading', { name: 'Cordles drill' }).waitFor()
  // Later it is taken back in its history.
  await page.getByRole('listitem').filter({ hasText: 'Created' }).getByRole('button').click()
  await page.getByRole('heading', { name: 'Items' }).waitFor()
  expect(complaints).toEqual([])
  await close()
})
