import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Page } from 'playwright-core'
import { scannerPresses } from '../support/scanner.ts'
import { openApp, owner, type App } from './app.ts'
import { expectAccessible } from './accessible.ts'
import { closeBrowser } from './browser.ts'
import { press } from './keyboard.ts'

let app: App
beforeAll(async () => {
  app = await openApp()
  for (const code of ['HALL', 'DOCK']) await app.accept('create_location', { code })
  await app.accept('create_item', { code: 'LAMP', scheme: 'LAMP-{seq:3}' })
  await app.accept('commission', { item: 'LAMP', count: 9, location: 'HALL' })
})
afterAll(async () => {
  await closeBrowser()
  await app.close()
})

const scan = (page: Page, code: string) => press(page, scannerPresses(code, 'us', false))
const placeOf = async (unit: string) =>
  (await app.client.call('showUnit', { unit })).place.location?.code
const lampCount = async () =>
  (await app.client.call('searchUnits', { query: 'item:LAMP', limit: 200 })).units.length

it('scans made while the server is away wait, in their order, and none is lost', async () => {
  const { page, close } = await app.open('/move')
  await scan(page, 'DOCK')
  await page
    .getByRole('button', { name: /Choose another/ })
    .or(page.getByText('DOCK'))
    .first()
    .waitFor()
  await app.crash()
  for (const code of ['LAMP-001', 'LAMP-002', 'HALL', 'LAMP-003']) await scan(page, code)
  await page.getByText('4 wait for the server').waitFor()
  await page.getByText('The server does not answer').waitFor()
  await expectAccessible(page)
  await app.comeBack()
  await page.getByText('wait for the server').waitFor({ state: 'detached' })
  await expect.poll(() => placeOf('LAMP-002')).toBe('DOCK')
  expect(await placeOf('LAMP-001')).toBe('DOCK')
  await close()
})

it('an answer that was lost is asked for again, and nothing is done twice', async () => {
  const { page, complaints, close } = await app.open('/receive')
  await scan(page, 'HALL')
  await scan(page, 'LAMP')
  const before = await lampCount()
  let lost = 0
  await page.route('**/commands', async (route) => {
    if (lost++ > 1) return route.continue()
    await route.fetch()
    await route.abort()
  })
  await page.getByLabel('How many').fill('3')
  await page.getByRole('button', { name: /Make/ }).dblclick()
  await page.getByText('Received at HALL').waitFor()
  expect(await lampCount()).toBe(before + 3)
  expect(complaints).toEqual([])
  await close()
})

it('a session that has ended is begun again over the page, with what was typed', async () => {
  const { page, complaints, close } = await app.open('/items')
  await page.getByRole('button', { name: 'New item' }).click()
  await page.getByLabel('SKU').fill('BELL')
  // Whatever asks first notices; here it is the command.
  await page.route(
    '**/commands',
    async (route) => {
      await page.context().clearCookies()
      const { cookie: _, ...headers } = await route.request().allHeaders()
      await route.continue({ headers })
    },
    { times: 1 },
  )
  await page.getByRole('button', { name: 'Save' }).click()
  await page.getByText('The session has ended').waitFor()
  await expectAccessible(page)
  expect(await page.getByLabel('Login').inputValue()).toBe(owner.login)
  await page.getByRole('textbox', { name: /^Password/ }).fill(owner.password)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.getByRole('heading', { level: 1, name: 'BELL' }).waitFor()
  expect(complaints).toEqual([])
  await close()
})

it('an import goes on where it was when the server is back', async () => {
  const { page, close } = await app.open('/import')
  const rows = ['sku,serial,location', 'LAMP,Q-1,HALL', 'LAMP,Q-2,HALL'].join('\r\n')
  const file = { name: 'lamps.csv', mimeType: 'text/csv', buffer: Buffer.from(rows) }
  await page.route('**/uploads?*', (route) => route.abort(), { times: 1 })
  await page.getByLabel('Choose a file').setInputFiles(file)
  await page.getByText('The file did not arrive').waitFor()
  await page.getByRole('button', { name: 'Try again' }).click()
  await page.getByRole('button', { name: 'Import 2 rows' }).waitFor()
  await app.crash()
  await page.getByRole('combobox', { name: 'location' }).selectOption('ignore')
  await page.getByText('The server does not answer').waitFor()
  await expectAccessible(page)
  await app.comeBack()
  await page.getByText('The server does not answer').waitFor({ state: 'detached' })
  expect(await page.getByRole('combobox', { name: 'location' }).inputValue()).toBe('ignore')
  await page.getByRole('button', { name: /Import 2 rows|Nothing of this file/ }).waitFor()
  await close()
})

it('a newer version of the app is loaded when a part of the older one is gone', async () => {
  const { page, close } = await app.open('/')
  let loads = 0
  await page.route('**/c/main/labels', (route) => {
    loads += 1
    return route.continue()
  })
  await page.route('**/assets/labels-page*', (route) =>
    loads === 0 ? route.fulfill({ status: 404 }) : route.continue(),
  )
  await page.getByRole('link', { name: 'Labels' }).click()
  await page.getByRole('heading', { level: 1, name: 'Labels' }).waitFor()
  expect(loads).toBe(1)
  await close()
})

it('who changes what somebody else changes meanwhile is told so', async () => {
  const { page, complaints, close } = await app.open('/items/LAMP')
  await page.getByRole('button', { name: 'Change', exact: true }).click()
  await page.getByLabel('Name', { exact: true }).fill('Lamp, mine')
  await app.accept('change_item', { code: 'LAMP', set: { name: 'Lamp, theirs' } })
  await page.getByText('Somebody else has changed this').waitFor()
  await page.getByText('Name: Lamp, theirs').waitFor()
  await expectAccessible(page)
  expect(complaints).toEqual([])
  await close()
})
