/** In the pseudo-language, what is wrong is told without a word that comes from no text file. */
import { userInfo } from 'node:os'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Locator, Page } from 'playwright-core'
import { traitNameOf } from '../../src/contract/import-fields.ts'
import { checkAlgorithms } from '../../src/domain/schemes/check-character.ts'
import { statuses } from '../../src/domain/status.ts'
import { openApp, owner, pageDrawn, type App } from './app.ts'
import { closeBrowser, openPage } from './browser.ts'
import { openPseudo, speakPseudo, unmarkedIn, unmarkedWords } from './unmarked-words.ts'

let app: App
beforeAll(async () => {
  app = await openApp()
  for (const code of ['HAM', 'DOCK']) await app.accept('create_location', { code })
  await app.accept('create_item', { code: 'DRILL', gtin: '09506000134352' })
  await app.accept('create_trait', { code: 'size', type: 'choice', choices: ['S', 'XL'] })
  await app.accept('receive', { item: 'DRILL', location: 'HAM', entries: [{ serial: 'D-1' }] })
})
afterAll(async () => {
  await closeBrowser()
  await app.close()
})

/** Words of a message that stands there or comes, in no text file. */
const unmarkedOf = async (message: Locator, data: readonly string[] = []) => {
  await message.first().waitFor()
  return unmarkedIn(await message.allTextContents(), data)
}

const header = [
  'Serial',
  'Item code',
  'Location',
  'Status',
  'Received',
  'Last seen',
  'GTIN',
  'Size',
]
const badRows = [
  ['S-1', 'DRILL', 'HAM', 'in_stock', '2024-01-02', '', '', ''],
  ['S-1', 'DRILL', 'HAM', 'in_stock', '2024-01-02', '', '', ''],
  ['SO-1', 'DRILL', 'HAM', 'in_stock', '2024-01-02', '2023-01-01', '', ''],
  ['S0-1', 'DRILL', 'HAM', 'in_stock', '2024-01-02', '', '', ''],
  ['S-3', 'DRILL', 'HAM', 'stolen', '2024-01-02', '', '', ''],
  ['S-4', 'DRILL', 'HAM', 'in_stock', '2024-13-45', '', '', ''],
  ['S-5', 'DRILL', 'HAM', 'in_stock', 'noon', '', '', ''],
  ['S-6', 'DRILL', 'HAM', 'in_stock', '', '', '09506000134353', ''],
  ['N/A', 'DRILL', 'HAM', 'in_stock', '', '', '', ''],
  ['3.00059E+12', 'DRILL', 'HAM', 'in_stock', '', '', '', ''],
  ['S\u200b7', 'DRILL', 'HAM', 'in_stock', '', '', '', ''],
  ['#REF!', 'DRILL', 'HAM', 'in_stock', '', '', '', ''],
  ['S-9', '', 'HAM', 'in_stock', '', '', '', ''],
  ['S-10', 'DRILL', '', 'in_stock', '', '', '', 'M'],
  ['D-1', 'DRILL', 'DOCK', 'in_stock', '', '', '', ''],
  ['S-12', 'DRILL', 'HAM', 'in_stock', '', '', '', '', 'too', 'many'],
]
const traits = header.map((name) => traitNameOf(name))
const named = ['CSV', 'MAIN', 'U+200B', 'S, XL', 'size', statuses.slice(1).join(', ')]
const inRows = ['units.csv', ...header, ...badRows.flat(), ...traits, ...named]

it('an import tells in it what is wrong with columns, rows and files', async () => {
  const { page, complaints, close } = await openPseudo(app, '/import')
  const choose = (name: string, text: string) =>
    page.locator('input[type=file]').setInputFiles({
      name,
      mimeType: 'text/csv',
      buffer: Buffer.from(text),
    })
  await choose('units.csv', [header, ...badRows].map((row) => row.join(',')).join('\n'))
  const groups = page.locator('li:has(bdi)').filter({ hasText: /\d/ })
  await page.locator('ul > li > span > bdi').first().waitFor()
  expect(await groups.count()).toBeGreaterThan(10)
  expect(await unmarkedWords(page, inRows)).toEqual([])
  // A file of which no column says what the things are.
  await page.goto(`${app.address}/c/main/import`)
  await choose('bare.csv', 'Serial\nS-1\nS-2\n')
  expect(await unmarkedOf(page.getByRole('alert'))).toEqual([])
  await page.goto(`${app.address}/c/main/import`)
  await choose('empty.csv', '')
  expect(await unmarkedOf(page.getByRole('alert'))).toEqual([])
  expect(complaints).toEqual([])
  await close()
})

const checks = Object.keys(checkAlgorithms)

/** Patterns that are wrong or doubtful, with what is not said but stands in them. */
const fields = [
  'item.code, site, order, lot',
  'YYYY, YY, MM, DD, WW, JJJ',
  'year, month, week, day',
]
const patterns: readonly (readonly [pattern: string, ...data: string[]])[] = [
  ['A-{sec:4}', 'sec'],
  ['{SEQ:4}', 'SEQ', 'seq'],
  ['{seq}', '{seq:8}'],
  ['{seq:99}'],
  ['{seq:4:7}'],
  ['{seq:4/hour}', 'hour'],
  ['{seq:4', ''],
  ['seq:4}', ''],
  ['{seq:4}{seq:3}', 'counter'],
  ['{check}{seq:4}'],
  ['{seq:4}{check:luhn2}', ...checks],
  ['{seq:4:36}{check:luhn}', ...checks],
  ['{WW}{MM}{seq:4}', '{WW}'],
  ['Größe{seq:4}'],
  ['A-'],
]
const doubtful: readonly (readonly [pattern: string, ...data: string[]])[] = [
  ['{item.code}{lot}{YY}{MM}-{seq:4/order}', 'order'],
  ['Bx{random:3}{check:luhn}', 'luhn', 'crockford', 'Bx'],
  ['{trait.long-name}-{seq:15}#', 'ITEM'],
]

it('the editor of schemes tells in it what is wrong, and what to know', async () => {
  const { page, complaints, close } = await openPseudo(app, '/settings/schemes')
  const pattern = page.locator('main textarea').first()
  for (const [text, ...data] of patterns) {
    await pattern.fill(text)
    const said = page.locator('main p[class*=error]')
    await said.waitFor()
    expect(await unmarkedOf(said, [...fields, ...data])).toEqual([])
    await pattern.fill('{seq:4}')
    await said.waitFor({ state: 'detached' })
  }
  for (const [text, ...data] of doubtful) {
    await pattern.fill(text)
    await page.locator('main ul[class*=warnings] li').first().waitFor()
    const warnings = page.locator('main ul[class*=warnings] li')
    expect(await unmarkedOf(warnings, ['{site:3}', '{random:8}', ...data])).toEqual([])
  }
  await page.locator('main input[data-takes-scan]').fill('nonsense')
  expect(await unmarkedOf(page.locator('main p[class*=error]'), ['trait.long-name'])).toEqual([])
  expect(complaints).toEqual([])
  await close()
})

const box = { x: 0, y: 0, width: 20, height: 10 }
const wrongLabel = {
  name: 'own-wrong',
  title: 'Zzz',
  width: 60,
  height: 30,
  elements: [
    { type: 'barcode', ...box, symbology: 'code_128', text: 'Größe' },
    { type: 'barcode', ...box, x: 22, symbology: 'ean_13', text: 'abc' },
    { type: 'barcode', ...box, y: 15, symbology: 'datamatrix', text: '{serial}' },
    { type: 'barcode', ...box, y: 15, x: 22, symbology: 'itf_14', text: '09506000134353' },
    { type: 'text', id: 'gtin', ...box, y: 16, text: 'A long text that does not fit', size: 6 },
    { type: 'text', ...box, x: 45, y: 20, width: 5, height: 3, text: 'W'.repeat(99), size: 9 },
    { type: 'barcode', ...box, x: 44, width: 3, height: 3, symbology: 'qr', text: '{serial}' },
  ],
}

it('labels tell in it what is wrong with them, and what they are called', async () => {
  await app.client.call('saveLabelTemplate', { template: wrongLabel })
  const { page, complaints, close } = await openPseudo(app, '/labels/templates/own-wrong')
  const findings = page.locator('main ul[class*=findings] li')
  await findings.first().waitFor()
  expect(await findings.count()).toBeGreaterThanOrEqual(5)
  const data = ['Größe', 'ean_13', 'abc', 'datamatrix', 'qr', 'WWW', 'W', '09506000134353']
  expect(await unmarkedOf(findings, [...data, 'A long text that does not fit'])).toEqual([])
  await page.goto(`${app.address}/c/main/labels`)
  const titles = page.locator('main ul[class*=cards] a')
  await titles.filter({ hasText: 'Zzz' }).waitFor()
  expect(await unmarkedOf(titles, ['Zzz'])).toEqual([])
  // A form that is filled in wrong.
  await page
    .locator('main section')
    .filter({ has: page.locator('button') })
    .first()
    .waitFor()
  await addPrinter(page, 'no address!')
  const dialog = page.getByRole('dialog')
  expect(await unmarkedOf(dialog.getByRole('alert'), ['no address!', 'host'])).toEqual([])
  expect(complaints).toEqual([])
  await close()
})

async function addPrinter(page: Page, host: string): Promise<void> {
  await page.getByRole('button', { name: 'printer' }).first().click()
  const dialog = page.getByRole('dialog')
  await dialog.locator('input').nth(0).fill('Bench')
  await dialog.locator('input').nth(1).fill(host)
  await dialog.locator('button[type=submit]').click()
}

it('the door tells in it why it stays shut', async () => {
  const { page, close } = await openPage()
  await speakPseudo(page)
  await page.goto(`${app.address}/sign-in`)
  await pageDrawn(page)
  for (const login of [owner.login, 'no such!']) {
    await page.locator('main input').nth(0).fill(login)
    await page.locator('main input').nth(1).fill('wrong horse battery')
    await page.locator('main button[type=submit]').click()
    expect(await unmarkedOf(page.getByRole('alert'), ['login'])).toEqual([])
  }
  await close()
})

it('the access log tells in it who came in, how, and what was changed', async () => {
  const memberships = [
    { company: '*', role: 'viewer' as const },
    { company: 'main', role: 'operator' as const },
  ]
  await app.client.call('invitePerson', { login: 'ann', name: 'Ann', memberships })
  await app.client.call('createToken', { name: 'shop', permissions: ['record'], days: 1 })
  const { page, close } = await openPseudo(app, '/settings/access-log')
  await page.getByText('shop').waitFor()
  const machine = [`cli:${userInfo().username}`, 'local']
  const data = ['olga', 'ann', 'shop', 'main', 'AM', 'PM', ...machine]
  expect(await unmarkedWords(page, data)).toEqual([])
  await close()
})
