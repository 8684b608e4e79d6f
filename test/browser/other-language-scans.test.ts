/** In the pseudo-language, what scans and searches say has no word that comes from no text file. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Page } from 'playwright-core'
import { statuses } from '../../src/domain/status.ts'
import { scannerPresses } from '../support/scanner.ts'
import { openApp, type App } from './app.ts'
import { closeBrowser } from './browser.ts'
import { press } from './keyboard.ts'
import { openPseudo, unmarkedIn, unmarkedWords } from './unmarked-words.ts'

let app: App
/** A serial that its scheme made. */
let made = ''

beforeAll(async () => {
  app = await openApp()
  const { accept } = app
  for (const code of ['HAM', 'DOCK']) await accept('create_location', { code })
  await accept('create_item', {
    code: 'DRILL',
    gtin: '09506000134352',
    scheme: 'DR{YY}{WW}{seq:4}{check}',
  })
  const identifiers = [{ type: 'imei', value: '490154203237518' }]
  const entries = [{ serial: 'D-1', identifiers, traits: { colour: 'red' } }, { serial: 'D-2' }]
  await accept('receive', { item: 'DRILL', location: 'HAM', entries })
  await accept('commission', { item: 'DRILL', count: 1, location: 'HAM' })
  const { units } = await app.client.call('searchUnits', { query: 'serial:DR*' })
  made = units[0]!.serial!
  await accept('create_trait', { code: 'size', type: 'choice', choices: ['S', 'XL'] })
})
afterAll(async () => {
  await closeBrowser()
  await app.close()
})

const scan = (page: Page, code: string) => press(page, scannerPresses(code, 'us', false))

/** Codes of all kinds, and the data in what is said of each. */
const codes: readonly (readonly [code: string, ...data: string[]])[] = [
  ['D-1', 'DRILL', 'HAM'],
  ['490154203237518', 'DRILL', 'D-1'],
  ['NOBODY-KNOWS-4711'],
  ['(01)09506000134352(21)A77', 'SERIAL', 'DRILL'],
  ['(01)09506000134353(21)A77'],
  ['(01)04012345678901(10)L1', 'BATCH/LOT'],
  ['(00)106141412345678908'],
  ['https://id.example.org/01/09506000134352/21/A9', 'SERIAL', 'DRILL', 'id.example.org'],
  ['https://example.com/about', 'example.com'],
  ['1HGCM82633A004352', '1HG'],
  ['00:1A:2B:3C:4D:5E'],
  ['9781861972712'],
  ['S4711-0815'],
  ['MSKU1234565'],
  ['SRT:QTY:5'],
  ['SRT:NONSENSE', 'SRT:'],
  ['DR26310001', 'DRILL'],
]

it('scans are explained in the chosen language', async () => {
  const { page, complaints, close } = await openPseudo(app, '/settings/scanners')
  for (const [code, ...data] of codes) {
    await scan(page, code)
    await page.locator('dl code').filter({ hasText: code }).waitFor()
    // What GS1 calls it stands on labels in the same letters everywhere.
    expect(await unmarkedWords(page, [code, ...data, 'GTIN', 'SSCC'], 'dl')).toEqual([])
  }
  expect(complaints).toEqual([])
  await close()
})

it.each(['/', '/receive', '/move'])('scans on %s are answered in it', async (path) => {
  const { page, close } = await openPseudo(app, path)
  const told = page.locator('div[role=status][aria-live]')
  for (const code of ['NOBODY-KNOWS-4711', '(01)09506000134353(21)A77', 'SRT:QTY:5']) {
    const before = await told.textContent()
    await scan(page, code)
    await expect.poll(() => told.textContent()).not.toBe(before)
    expect(unmarkedIn(await told.locator('p, button').allTextContents(), [code])).toEqual([])
  }
  await close()
})

/** Searches right and wrong, and what of their sentences is written by people. */
const searches: readonly (readonly [query: string, ...data: string[]])[] = [
  ['item:DRILL status:in_stock,void loc:HAM -hold:* received>2013-06', 'DRILL', 'HAM'],
  ['kind:portion OR (made:2013-06-15 imei:49*) colour:red', 'red', 'colour'],
  ['"big drill" seen:7d expiry:+1mo quantity>=10kg at:yesterday', '"big drill"', '10kg'],
  ['received:2013-W24..2013-06-15T14:30Z sort:-serial,lot', 'UTC'],
  ['group:status,month(received) moved:last-week shipped<2h'],
  ['size:M', 'size', 'S, XL'],
  ['status:in_stok', 'status', 'in_stok', statuses.join(', ')],
  ['received:2013-13', 'received'],
  ['recieved:2013', 'recieved', 'trait.'],
  ['group:received', 'received', 'month(received)', 'status or month'],
  ['a OR', 'OR', 'status:in_stock'],
  ['(a', '('],
  ['quantity:many', 'quantity', '4TB'],
]

it('searches are told in it, whether they are right or wrong', async () => {
  const { page, complaints, close } = await openPseudo(app, '/find')
  const note = page.locator('main form p')
  for (const [query, ...data] of searches) {
    const before = await note.textContent()
    await page.locator('main form input').fill(query)
    await page.keyboard.press('Enter')
    await expect.poll(() => note.textContent()).not.toBe(before)
    expect(unmarkedIn([(await note.textContent()) ?? ''], data)).toEqual([])
  }
  expect(complaints).toEqual([])
  await close()
})

it('what units are counted by, and its values, are told in it', async () => {
  const group = 'stage,kind,month(received)'
  const { page, close } = await openPseudo(app, `/find?q=group:${group}`)
  await page.getByRole('row').nth(1).waitFor()
  expect(await unmarkedWords(page, [`group:${group}`])).toEqual([])
  await close()
})

it('the box and the field of Find say in it what can be written', async () => {
  const { page, close } = await openPseudo(app, '/find')
  for (const text of ['s', 'received:', 'sort:', 'colour:']) {
    const find = page.locator('main form input')
    await find.fill(text)
    const titles = await page
      .locator('main form button[title]')
      .evaluateAll((buttons) => buttons.map((button) => button.getAttribute('title') ?? ''))
    expect(titles.length).toBeGreaterThan(0)
    expect(unmarkedIn(titles, [])).toEqual([])
    await page.getByRole('combobox').first().fill(text)
    await page.getByRole('option').first().waitFor()
    const sheet = page.getByRole('listbox').locator('..')
    const told = await sheet.locator('bdi + span, p').allTextContents()
    expect(unmarkedIn(told, ['status:in_stock', text])).toEqual([])
  }
  await close()
})

it('a unit says in it what its serial means', async () => {
  const { page, close } = await openPseudo(app, `/units/${encodeURIComponent(made)}`)
  await page.getByText(made).first().waitFor()
  expect(
    await unmarkedWords(page, [made, made.slice(0, 4), 'DRILL', 'HAM', 'Olga Owner', 'olga']),
  ).toEqual([])
  await close()
})
