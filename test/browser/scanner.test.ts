import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { layouts, scannerPresses } from '../support/scanner.ts'
import { openApp, type App } from './app.ts'
import { expectAccessible } from './accessible.ts'
import { closeBrowser } from './browser.ts'
import { press } from './keyboard.ts'

/** Letters in both cases, digits and signs that many layouts have elsewhere. */
const serial = 'Za1-yQ_w0'

let app: App
beforeAll(async () => {
  app = await openApp()
  await app.accept('create_location', { code: 'HAM' })
  await app.accept('create_item', { code: 'DRILL' })
  await app.accept('receive', { item: 'DRILL', location: 'HAM', entries: [{ serial }] })
})
afterAll(async () => {
  await closeBrowser()
  await app.close()
})

describe('a scan', () => {
  it('opens the unit from any screen, under 12 layouts, Caps Lock on and off', async () => {
    const { page, complaints, close } = await app.open('/')
    for (const layout of Object.keys(layouts)) {
      for (const capsLock of [false, true]) {
        await page.getByRole('link', { name: 'Home', exact: true }).click()
        await page.waitForURL(/main\/?$/)
        await press(page, scannerPresses(serial, layout, capsLock))
        await page.waitForURL('**/units/**')
      }
    }
    expect(complaints).toEqual([])
    await close()
  })

  it('waits for the page that is on its way', async () => {
    const { page, complaints, close } = await app.open('/')
    const scanned = Promise.withResolvers<void>()
    await page.route('**/assets/move-page-*', async (route) => {
      await scanned.promise
      await route.continue()
    })
    await page.getByRole('link', { name: 'Move', exact: true }).click()
    await page.getByRole('heading', { level: 1, name: 'Loading' }).waitFor()
    const resolved = page.waitForResponse('**/scan*')
    await press(page, scannerPresses('HAM', 'us', false))
    await resolved
    scanned.resolve()
    await page.getByRole('heading', { level: 1, name: 'Move' }).waitFor()
    await page.getByRole('main').getByText('HAM', { exact: true }).waitFor()
    expect(new URL(page.url()).pathname).toBe('/c/main/move')
    expect(complaints).toEqual([])
    await close()
  })

  it('that begins in a text field leaves no trace in it', async () => {
    const { page, close } = await app.open('/')
    const box = page.getByRole('combobox')
    await box.fill('half a thou')
    await press(page, scannerPresses(serial, 'fr', true))
    await page.waitForURL('**/units/**')
    expect(await box.inputValue()).toBe('half a thou')
    await close()
  })

  it('that nobody knows says so, and offers what to do', async () => {
    const { page, close } = await app.open('/')
    await press(page, scannerPresses('NOBODY-42', 'us', false))
    const message = page.getByRole('status').filter({ hasText: 'Nobody knows this code' })
    await message.waitFor()
    await expectAccessible(page)
    await message.getByRole('button', { name: /Search/ }).click()
    await page.waitForURL('**/find?q=*')
    await close()
  })

  it('that nobody knows can be received; a command that nothing waits for says so', async () => {
    const { page, close } = await app.open('/')
    await press(page, scannerPresses('NOBODY-43', 'us', false))
    const message = page.getByRole('status').filter({ hasText: 'Nobody knows this code' })
    await message.getByRole('button', { name: /Receive/ }).click()
    await page.waitForURL('**/receive')
    const asked = page.getByRole('status').filter({ hasText: 'Scan the place first' })
    expect(await asked.textContent()).toContain('NOBODY-43')
    await page.getByRole('link', { name: 'Find', exact: true }).click()
    await page.waitForURL('**/find*')
    await press(page, scannerPresses('SRT:NEXT', 'us', false))
    await page.getByRole('status').filter({ hasText: 'no use for this command' }).waitFor()
    await close()
  })

  it('is nothing that a hand types', async () => {
    const { page, close } = await app.open('/')
    const box = page.getByRole('combobox')
    await box.focus()
    await page.keyboard.type('drill', { delay: 90 })
    expect(await box.inputValue()).toBe('drill')
    await close()
  })
})
