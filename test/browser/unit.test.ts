import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectAccessible } from './accessible.ts'
import { openApp, type App } from './app.ts'
import { closeBrowser } from './browser.ts'

const hour = 3_600_000
const start = Date.now() - 100 * hour

let app: App
beforeAll(async () => {
  app = await openApp()
  for (const code of ['HAM', 'DOCK', 'VAN']) await app.accept('create_location', { code })
  await app.accept('create_item', { code: 'DRILL', name: 'Cordless drill' })
  const entries = [{ serial: 'D-1', traits: { colour: 'red' } }]
  await app.accept('receive', { item: 'DRILL', location: 'HAM', entries }, start)
  await app.accept('move', { units: ['D-1'], to: 'DOCK' }, start + hour)
  await app.accept('hold', { units: ['D-1'], hold: 'noisy' }, start + 2 * hour)
})
afterAll(async () => {
  await closeBrowser()
  await app.close()
})

describe('the page of a unit', () => {
  it('shows state and story in both schemes, and is accessible', async () => {
    for (const colorScheme of ['light', 'dark'] as const) {
      const { page, complaints, close } = await app.open('/units/D-1', { colorScheme })
      await page.getByText('Held: noisy').waitFor()
      await page.getByRole('link', { name: 'Cordless drill' }).first().waitFor()
      await expectAccessible(page)
      expect(complaints).toEqual([])
      await close()
    }
  })

  it('leads into the past by the slider, and back', async () => {
    const { page, close } = await app.open('/units/D-1')
    const slider = page.getByRole('slider')
    await slider.focus()
    await page.keyboard.press('Home')
    await page.waitForURL('**?at=*')
    const facts = page.getByRole('region', { name: 'What is known' })
    await facts.getByText('HAM').waitFor()
    await expectAccessible(page)
    await page.keyboard.press('ArrowRight')
    await facts.getByText('DOCK').waitFor()
    await page.getByRole('button', { name: 'Back to now' }).click()
    await page.getByRole('button', { name: 'Release' }).first().waitFor()
    await close()
  })

  it('is worked on by keys alone, and says what the ledger refuses', async () => {
    const { page, close } = await app.open('/units/D-1')
    await page.getByRole('button', { name: 'More actions' }).focus()
    await page.keyboard.press('Enter')
    const ship = page.getByRole('menuitem', { name: 'Ship' })
    await ship.waitFor()
    await expectAccessible(page)
    await ship.focus()
    await page.keyboard.press('Enter')
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('Customer or carrier').waitFor()
    await expectAccessible(page)
    await dialog.getByRole('button', { name: 'Ship' }).focus()
    await page.keyboard.press('Enter')
    const refused = page.getByRole('alert').filter({ hasText: 'noisy' })
    await refused.waitFor()
    await expectAccessible(page)
    await page.keyboard.press('Escape')
    await dialog.waitFor({ state: 'detached' })
    await close()
  })

  it('takes an event back from its history', async () => {
    const { page, close } = await app.open('/units/D-1')
    const history = page.getByRole('region', { name: 'History' })
    await history
      .getByRole('listitem')
      .filter({ hasText: 'Held: noisy' })
      .getByRole('button', { name: 'Take back' })
      .click()
    await history.getByText('was taken back').waitFor()
    const { holds } = await app.client.call('showUnit', { unit: 'D-1' })
    expect(holds).toEqual([])
    await page.getByRole('button', { name: 'Undo' }).click()
    await page.getByRole('region', { name: 'On hold' }).waitFor()
    await close()
  })

  it('shows at once what somebody else does', async () => {
    const { page, close } = await app.open('/units/D-1')
    await page.getByRole('status', { name: /^Live/ }).waitFor()
    const { event } = await app.accept('move', { units: ['D-1'], to: 'VAN' })
    await page.getByText('Moved to VAN').waitFor()
    expect(event).toBeGreaterThan(0)
    await close()
  })

  it('that nobody has says so', async () => {
    const { page, close } = await app.open('/units/NOBODY')
    await page.getByText('No unit has the number NOBODY').waitFor()
    await expectAccessible(page)
    await close()
  })
})
