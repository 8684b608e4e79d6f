import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { readPictureFile } from '../../src/cli/picture-file.ts'
import { readPicture } from '../../src/scan/read-picture.ts'
import { prepareZxing } from '../../src/scan/zxing.ts'
import { calibrationText, linearCalibrationText } from '../../src/web/scan/calibration.ts'
import { scannerPresses } from '../support/scanner.ts'
import { expectAccessible } from './accessible.ts'
import { openApp, type App } from './app.ts'
import { closeBrowser } from './browser.ts'
import { press } from './keyboard.ts'

const wasm = createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm')

let app: App
beforeAll(async () => {
  app = await openApp()
  await app.accept('create_location', { code: 'HAM', name: 'Hamburg' })
  await app.accept('create_item', { code: 'DRILL', name: 'Drill' })
  await app.accept('receive', { item: 'DRILL', location: 'HAM', entries: [{ serial: 'Z300GQ9K' }] })
})
afterAll(async () => {
  await closeBrowser()
  await app.close()
})

/** What must be read on the sheet: with the AIM identifier, as a scanner sends it. */
const sheetCodes = [
  `]d1${calibrationText}`,
  `]C0${linearCalibrationText}`,
  ...['DONE', 'UNDO', 'NEXT', 'CANCEL', 'CONFIRM', 'REPEAT', 'HELP'].map(
    (name) => `]C0SRT:${name}`,
  ),
  ...[1, 2, 5, 10, 20, 50, 100].map((count) => `]C0SRT:QTY:${count}`),
  `]d201095060001343521730123110LOT7\u001d21A1-0042`,
  ']Q1https://id.gs1.org/01/09506000134352/21/A1-0042',
  ']C100195060000000000012',
  ']E09506000134352',
  ']C0Z300GQ9K',
  ']d1Z300GQ9K',
]

/** Every code that an independent reader finds on the page. */
async function codesOn(page: Page): Promise<string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'seriatim-sheet-'))
  const decode = prepareZxing({ bytes: new Uint8Array(readFileSync(wasm)).buffer })
  const codes: string[] = []
  for (const [index, image] of (await page.locator('li > img').all()).entries()) {
    const path = join(folder, `${index}.png`)
    await image.screenshot({ path })
    codes.push(...(await readPicture(await readPictureFile(path), decode)).map(({ scan }) => scan))
  }
  rmSync(folder, { recursive: true })
  return codes
}

it('learns from one symbol how the scanner types, and says what to change in it', async () => {
  const { page, complaints, close } = await app.open('/settings/scanners')
  await page.locator('figure img').nth(1).waitFor()
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Start' }).click()
  await press(page, scannerPresses(calibrationText.replace('\u001d', ''), 'fr', false))
  await page.getByText('Separators of GS1 codes are lost').waitFor()
  const kept = await page.evaluate(() => localStorage.getItem('seriatim.scanner'))
  expect(JSON.parse(kept!)).toMatchObject({ reading: 'place', endKey: 'Enter' })
  await press(page, scannerPresses('z300gq9k', 'fr', false))
  await page.getByRole('region', { name: 'Try it' }).getByText('Drill Z300GQ9K').waitFor()
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Forget' }).click()
  const profile = () => page.evaluate(() => localStorage.getItem('seriatim.scanner'))
  expect(await profile()).toBeNull()
  await page.getByRole('button', { name: 'Undo' }).click()
  expect(await profile()).toBe(kept)
  expect(complaints).toEqual([])
  await close()
})

it('prints nothing but the sheet, and every symbol of it can be read', async () => {
  const sharp = { deviceScaleFactor: 2 }
  const { page, complaints, close } = await app.open('/settings/scanners/sheet', sharp)
  await page.getByText('Z300GQ9K').waitFor()
  await expectAccessible(page)
  await page.emulateMedia({ media: 'print' })
  const box = page.locator('nav').first()
  expect(await box.evaluate((element) => getComputedStyle(element).visibility)).toBe('hidden')
  const sheet = page.getByText('This line is 50 mm long')
  expect(await sheet.evaluate((element) => getComputedStyle(element).visibility)).toBe('visible')
  expect(await codesOn(page)).toEqual(expect.arrayContaining(sheetCodes))
  expect(complaints).toEqual([])
  await close()
})

it('a link that looks like a button has its words in its middle', async () => {
  const { page, close } = await app.open('/settings/scanners')
  const link = page.getByRole('link', { name: 'Open the sheet' })
  const middleOf = async (part: typeof link) => {
    const { y, height } = (await part.boundingBox())!
    return y + height / 2
  }
  expect(await middleOf(link.locator('span').first())).toBeCloseTo(await middleOf(link), 0)
  await close()
})
