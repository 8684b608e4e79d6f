import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Locator, Page } from 'playwright-core'
import { firstScreenBytesMax, measureSizes } from '../../scripts/web-build/sizes.ts'
import { scannerPresses } from '../support/scanner.ts'
import { openApp, type App } from './app.ts'
import { expectAccessible } from './accessible.ts'
import { closeBrowser } from './browser.ts'
import { press } from './keyboard.ts'

let app: App
beforeAll(async () => {
  app = await openApp()
  await app.accept('create_location', { code: 'HAM', name: 'Hamburg' })
  await app.accept('create_item', { code: 'DRILL' })
  const entries = ['Z300GQ9K', 'Z300GQZH'].map((serial) => ({ serial }))
  await app.accept('receive', { item: 'DRILL', location: 'HAM', entries })
  await app.accept('create_item', { code: 'LAMP' })
  const lamps = Array.from({ length: 30 }, (_, index) => ({ serial: `L-${index + 1}` }))
  await app.accept('receive', { item: 'LAMP', location: 'HAM', entries: lamps })
})
afterAll(async () => {
  await closeBrowser()
  await app.close()
})

it('the first screen loads under 250 KB of compressed script', () => {
  expect(measureSizes().firstScreenScript).toBeLessThan(firstScreenBytesMax)
})

it('the texts of refusals are loaded when one is said', async () => {
  const { page, close } = await app.open('/units/Z300GQ9K')
  const isLoaded = () =>
    page.evaluate(() =>
      performance.getEntriesByType('resource').some(({ name }) => name.includes('/refusals-')),
    )
  await page.getByRole('button', { name: 'Move', exact: true }).click()
  await page.getByRole('dialog').locator('input').fill('NARNIA')
  expect(await isLoaded()).toBe(false)
  await page.keyboard.press('Enter')
  await page.getByRole('alert').filter({ hasText: 'NARNIA' }).waitFor()
  expect(await isLoaded()).toBe(true)
  await close()
})

describe('the box', () => {
  it('takes / and Ctrl-K from anywhere, and leads to units, pages and searches', async () => {
    const { page, complaints, close } = await app.open('/')
    await page.keyboard.press('/')
    await page.keyboard.type('z300gq9', { delay: 60 })
    const option = page.getByRole('option').first()
    await option.filter({ hasText: 'Z300' }).waitFor()
    await expectAccessible(page)
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await page.waitForURL('**/units/**')
    await page.keyboard.press('Control+k')
    await page.keyboard.type('find', { delay: 60 })
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await page.waitForURL('**/find')
    await page.keyboard.press('Control+k')
    await page.keyboard.type('drill', { delay: 60 })
    await page.getByRole('option').first().filter({ hasText: 'Item' }).waitFor()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await page.waitForURL('**/items/DRILL')
    await page.keyboard.press('/')
    await page.keyboard.type('hambu', { delay: 60 })
    await page.getByRole('option', { name: 'Location · Hamburg' }).click()
    await page.waitForURL('**/locations/HAM')
    await page.keyboard.press('/')
    await page.keyboard.type('status:in_stock', { delay: 60 })
    await page.keyboard.press('Enter')
    await page.waitForURL('**/find?q=*')
    expect(complaints).toEqual([])
    await close()
  })
})

describe('every screen', () => {
  it.each(['light', 'dark'] as const)(
    'is accessible in %s, on a phone too',
    async (colorScheme) => {
      for (const viewport of [
        { width: 390, height: 844 },
        { width: 1440, height: 900 },
      ]) {
        const { page, complaints, close } = await app.open('/', { colorScheme, viewport })
        await expectAccessible(page)
        expect(complaints).toEqual([])
        await close()
      }
    },
  )
})

it('a button of the frame stays as it is while its menu is open', async () => {
  const { page, close } = await app.open('/', { viewport: { width: 390, height: 844 } })
  for (const name of ['Olga Owner', 'Main: change the company']) {
    const button = page.getByRole('button', { name })
    const before = await button.boundingBox()
    await button.click()
    await page.getByRole('menu').waitFor()
    expect(await button.boundingBox()).toEqual(before)
    await page.keyboard.press('Escape')
    await page.getByRole('menu').waitFor({ state: 'detached' })
  }
  await close()
})

it('says where one is and what is chosen in colours that the device forces', async () => {
  const { page, close } = await app.open('/find?q=item:DRILL', { forcedColors: 'active' })
  const groundOf = (locator: Locator) =>
    locator.evaluate((element) => getComputedStyle(element).backgroundColor)
  const link = (name: string) => page.getByRole('navigation').getByRole('link', { name })
  const box = (serial: string) => page.getByRole('checkbox', { name: `Choose ${serial}` })
  await box('Z300GQ9K').check()
  const highlight = await groundOf(link('Find'))
  expect(await groundOf(link('Home'))).not.toBe(highlight)
  // It fades in.
  await expect.poll(() => groundOf(box('Z300GQ9K'))).toBe(highlight)
  expect(await groundOf(box('Z300GQZH'))).not.toBe(highlight)
  await expectAccessible(page)
  await close()
})

/** What has the focus, where all of it lies under something else, such as a bar. */
const hiddenFocus = (page: Page): Promise<string | undefined> =>
  page.evaluate(() => {
    const focused = document.activeElement!
    const { left, top, width, height } = focused.getBoundingClientRect()
    const isSeen = [0.1, 0.5, 0.9].some((share) => {
      const on = document.elementFromPoint(left + width / 2, top + height * share)
      return on !== null && (focused.contains(on) || on.contains(focused))
    })
    return isSeen || focused === document.body ? undefined : focused.outerHTML.slice(0, 120)
  })

const screens = [
  ['on a phone', { width: 390, height: 640 }],
  ['magnified four times', { width: 320, height: 256 }],
] as const

it.each(screens)('no bar and no message hides what has the focus %s', async (_, viewport) => {
  const { page, close } = await app.open('/locations/HAM', { viewport })
  await page.getByRole('link', { name: 'L-30' }).waitFor()
  for (const key of ['Tab', 'Shift+Tab']) {
    for (let presses = 0; presses < 24; presses += 1) {
      await page.keyboard.press(key)
      // What comes into focus is brought into sight a moment later.
      await expect.poll(() => hiddenFocus(page)).toBeUndefined()
    }
    await press(page, scannerPresses('NOBODY-1', 'us', false))
    await page.getByText('Nobody knows this code').waitFor()
  }
  await close()
})
