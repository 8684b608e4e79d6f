import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Page } from 'playwright-core'
import { scannerPresses } from '../support/scanner.ts'
import { expectAccessible } from './accessible.ts'
import { openApp, type App } from './app.ts'
import { closeBrowser } from './browser.ts'
import { press } from './keyboard.ts'

let app: App
beforeAll(async () => {
  app = await openApp()
  await app.accept('create_location', { code: 'HAM' })
  await app.accept('create_item', { code: 'BIKE' })
  const entries = ['B-1', 'B-2'].map((serial) => ({ serial, traits: { frame_size: 'M' } }))
  await app.accept('receive', { item: 'BIKE', location: 'HAM', entries })
})
afterAll(async () => {
  await closeBrowser()
  await app.close()
})

async function openTraitDialog(page: Page, trait: string) {
  await page.getByRole('button', { name: 'More actions' }).click()
  await page.getByRole('menuitem', { name: 'Set trait' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Trait').and(page.locator('input')).fill(trait)
  return dialog
}

it('a trait that is in use is defined, set by its choices, and found', async () => {
  const { page, complaints, close } = await app.open('/settings')
  await page.getByRole('link', { name: /^Traits/ }).click()
  await page.getByText('No traits yet').waitFor()
  await page.getByText('2 units').waitFor()
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Define frame_size' }).click()
  const form = page.getByRole('dialog')
  await form.getByLabel('Name').fill('Frame size')
  await form.getByLabel('What it takes').selectOption('choice')
  await form.getByRole('textbox', { name: 'Choices' }).fill('S\nM\nL')
  await expectAccessible(page)
  await form.getByRole('button', { name: 'Save' }).click()
  await page.getByRole('heading', { name: 'Frame size', level: 1 }).waitFor()
  await page.getByText('S, M, L').waitFor()
  await expectAccessible(page)

  await page.goto(`${app.address}/c/main/units/B-1`)
  await page.getByText('Frame size').first().waitFor()
  const dialog = await openTraitDialog(page, 'Frame_Size')
  await dialog.getByLabel('Value').selectOption('L')
  await dialog.getByRole('button', { name: 'Set trait' }).click()
  await page.getByText('Changed', { exact: true }).first().waitFor()
  const unit = await app.client.call('showUnit', { unit: 'B-1' })
  expect(unit.traits).toEqual({ frame_size: 'L' })

  await page.goto(`${app.address}/c/main/find?q=frame_size:l&columns=["trait.frame_size"]`)
  await page.getByRole('columnheader', { name: 'Frame size' }).waitFor()
  await page.getByRole('link', { name: 'B-1' }).waitFor()
  expect(await page.getByRole('link', { name: 'B-2' }).count()).toBe(0)
  await page.goto(`${app.address}/c/main/find?q=frame_size:xl`)
  await page.getByText('xl is no choice of frame_size').waitFor()
  expect(complaints).toEqual([])
  await close()
})

it('a value that does not fit is refused below its input, with what would', async () => {
  const weight = { type: 'number', measure: 'kg', decimals: 1, min: 5 }
  await app.accept('create_trait', { code: 'weight', name: 'Weight', ...weight })
  const { page, close } = await app.open('/units/B-2')
  const dialog = await openTraitDialog(page, 'weight')
  await dialog.getByLabel('Value').fill('heavy')
  await dialog.getByText('It takes a number of kg not below 5').waitFor()
  expect(await dialog.getByRole('button', { name: 'Set trait' }).isDisabled()).toBe(true)
  await expectAccessible(page)
  await dialog.getByLabel('Value').fill('21.5')
  await dialog.getByRole('button', { name: 'Set trait' }).click()
  await page.getByText('21.5 kg').first().waitFor()
  await close()
})

it('an item is asked for its traits', async () => {
  await app.accept('create_trait', { code: 'tested', name: 'Brakes tested', type: 'yes_no' })
  const { page, close } = await app.open('/items/BIKE')
  await page.getByRole('button', { name: 'Change', exact: true }).click()
  await page.getByRole('dialog').getByLabel('Brakes tested').selectOption('yes')
  await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click()
  await page.getByText('BIKE changed').waitFor()
  const { subject } = await app.client.call('showSubject', { kind: 'item', code: 'BIKE' })
  expect(subject.data['traits']).toEqual({ tested: true })
  await close()
})

it('what arrives begins with the traits of the moment, or is refused with them', async () => {
  await app.accept('create_item', { code: 'SCOOTER' })
  const scooter = { serial: 'S-1', traits: { frame_size: 'M' } }
  await app.accept('receive', { item: 'SCOOTER', location: 'HAM', entries: [scooter] })
  const { page, complaints, close } = await app.open('/receive')
  const scan = (code: string) => press(page, scannerPresses(code, 'us', false))
  await scan('HAM')
  await scan('BIKE')
  // What no bike has had so far is behind a word.
  await page.getByLabel('Frame size').selectOption('S')
  expect(await page.getByLabel('Brakes tested').isVisible()).toBe(false)
  await page.getByText('More traits').click()
  await page.getByLabel('Brakes tested').selectOption('no')
  await page.getByLabel('Weight').fill('heavy')
  await expectAccessible(page)
  await scan('B-9')
  await page.getByText('The trait weight takes a number of kg not below 5').waitFor()
  await page.getByLabel('Weight').fill('12.5')
  await scan('B-9')
  await page.getByText('Received at HAM').first().waitFor()
  const unit = await app.client.call('showUnit', { unit: 'B-9' })
  expect(unit.traits).toEqual({ frame_size: 'S', weight: 12.5, tested: false })
  // Of another item only what its units have too; what was typed comes back with its item.
  await scan('SCOOTER')
  await page.getByText('Every new unit of SCOOTER begins with these.').waitFor()
  await page.getByText('More traits').click()
  const values = () =>
    Promise.all(
      ['Frame size', 'Weight', 'Brakes tested'].map((name) => page.getByLabel(name).inputValue()),
    )
  expect(await values()).toEqual(['S', '', ''])
  await scan('S-9')
  await page.getByText('Received at HAM').first().waitFor()
  await page.getByText('S-9').first().waitFor()
  const other = await app.client.call('showUnit', { unit: 'S-9' })
  expect(other.traits).toEqual({ frame_size: 'S' })
  await scan('BIKE')
  await page.getByText('Every new unit of BIKE begins with these.').waitFor()
  expect(await values()).toEqual(['S', '12.5', 'no'])
  expect(complaints).toEqual([])
  await close()
})
