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

it('an item that was made stays, and a change of it is taken back from its message', async () => {
  const { page, complaints, close } = await app.open('/items')
  await page.getByRole('button', { name: 'New item' }).first().click()
  const form = page.getByRole('dialog')
  await form.getByLabel('SKU').fill('DRILL')
  await form.getByLabel('Name', { exact: true }).fill('Cordles drill')
  await form.getByRole('button', { name: 'Save' }).click()
  const message = page.getByRole('status').filter({ hasText: 'DRILL created' })
  await message.waitFor()
  // History may refer to what was made: it is changed, and no button promises more.
  expect(await message.getByRole('button', { name: 'Undo' }).count()).toBe(0)

  await page.getByRole('button', { name: 'Change', exact: true }).click()
  await form.getByLabel('Name', { exact: true }).fill('Cordless drill')
  await form.getByRole('button', { name: 'Save' }).click()
  await page.getByRole('heading', { name: 'Cordless drill' }).waitFor()
  await page.getByRole('button', { name: 'Undo' }).click()
  await page.getByRole('heading', { name: 'Cordles drill' }).waitFor()
  expect(complaints).toEqual([])
  await close()
})
