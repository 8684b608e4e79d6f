/** The pseudo-language turns every word of the text files: what stays as it is comes from elsewhere. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openApp, pageDrawn, type App } from './app.ts'
import { closeBrowser } from './browser.ts'
import { openPseudo, speakPseudo, unmarkedIn, unmarkedWords } from './unmarked-words.ts'

const units = ['D-1']
const data = [
  'Cordless drill',
  'DRILL',
  'DOCK',
  'HAM',
  'NORTH',
  'BOX-',
  'olga',
  'Olga Owner',
  'Main',
]

let app: App
beforeAll(async () => {
  app = await openApp()
  const { accept } = app
  for (const code of ['HAM', 'DOCK']) await accept('create_location', { code })
  await accept('create_item', { code: 'DRILL', name: 'Cordless drill' })
  await accept('create_item', { code: 'BOX', kind: 'container' })
  await accept('create_party', { code: 'NORTH' })
  await accept('receive', { item: 'BOX', location: 'HAM', entries: [{ serial: 'BOX-1' }] })
  await accept('receive', { item: 'DRILL', location: 'HAM', entries: [{ serial: 'D-1' }] })
  await accept('move', { units, to: 'DOCK' })
  await accept('change', { units, traits: { colour: 'red' }, stage: 'finished' })
  await accept('hold', { units, hold: 'noisy' })
  await accept('release', { units })
  const identifiers = [
    { type: 'maker_serial', value: 'W-77' },
    { type: 'frame_no', value: 'F-5' },
  ]
  await accept('identify', { unit: 'D-1', identifiers })
  await accept('observe', { units, outcome: 'failed', location: 'DOCK', hold: 'noisy' })
  await accept('release', { units })
  await accept('put', { units, container: 'BOX-1' })
  await accept('take', { units, to: 'HAM' })
  await accept('repair_start', { units })
  await accept('repair_finish', { units })
  await accept('ship', { units, party: 'NORTH' })
  const delivered = await accept('deliver', { units })
  await accept('correct', { event: delivered.event })
})
afterAll(async () => {
  await closeBrowser()
  await app.close()
})

it('a unit and what happened to it is told in the words of the chosen language', async () => {
  const { page, close } = await app.open('/')
  await speakPseudo(page)
  const told = [...data, 'colour', 'red', 'noisy', 'frame_no']
  for (const path of ['/units/D-1', '/']) {
    await page.goto(`${app.address}/c/main${path}`)
    await pageDrawn(page)
    await page.getByText('DOCK').first().waitFor()
    expect(await unmarkedWords(page, told)).toEqual([])
  }
  await close()
})

it('what the ledger refuses is said in the words of the chosen language', async () => {
  const { page, close } = await openPseudo(app, '/units/BOX-1')
  await page.getByRole('button', { name: 'Move' }).first().click()
  const dialog = page.getByRole('dialog')
  await dialog.locator('input').fill('NARNIA')
  await dialog.getByRole('button', { name: 'Move' }).click()
  const message = page.getByRole('alert').filter({ hasText: 'NARNIA' })
  await message.waitFor()
  expect(unmarkedIn([(await message.textContent()) ?? ''], ['NARNIA', 'BOX-1'])).toEqual([])
  await close()
})
