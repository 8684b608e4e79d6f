import { toBuffer } from 'bwip-js/node'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core'
import { findChromium } from '../support/chromium.ts'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { readPictureFile } from '../../src/cli/picture-file.ts'
import { rotated, type GreyPicture } from '../../src/scan/pixels.ts'
import { expectAccessible } from './accessible.ts'
import { openApp, pageDrawn, type App } from './app.ts'
import { closeBrowser } from './browser.ts'

const gtin = '09506000134352'
const folder = mkdtempSync(join(tmpdir(), 'seriatim-camera-'))
const width = 640
const height = 480

let app: App
let cookies: Awaited<ReturnType<BrowserContext['cookies']>>
beforeAll(async () => {
  app = await openApp()
  await app.accept('create_location', { code: 'HAM', name: 'Hamburg' })
  await app.accept('create_item', { code: 'DRILL', name: 'Drill', gtin })
  await app.accept('receive', { item: 'DRILL', location: 'HAM', entries: [{ serial: 'Z300GQ9K' }] })
  const { page } = await app.open('/')
  cookies = await page.context().cookies()
  await closeBrowser()
})
afterAll(async () => {
  await app.close()
  rmSync(folder, { recursive: true })
})

/** A GS1 DataMatrix, turned by so many degrees. */
async function symbol(degrees: number): Promise<GreyPicture> {
  const path = join(folder, 'symbol.png')
  const text = `(01)${gtin}(21)Z300GQ9K`
  const options = { bcid: 'gs1datamatrix', text, scale: 6, padding: 6, backgroundcolor: 'FFFFFF' }
  writeFileSync(path, await toBuffer(options))
  return rotated(await readPictureFile(path), degrees)
}

/** A film for Chromium's fake camera: the symbol in the middle of a grey wall (YUV4MPEG2). */
async function film(degrees: number): Promise<string> {
  const picture = await symbol(degrees)
  const light = Buffer.alloc(width * height, 190)
  const left = (width - picture.width) >> 1
  const top = (height - picture.height) >> 1
  for (let y = 0; y < picture.height; y += 1) {
    const row = picture.pixels.subarray(y * picture.width, (y + 1) * picture.width)
    light.set(row, (y + top) * width + left)
  }
  const colour = Buffer.alloc((width * height) / 2, 128)
  const header = Buffer.from(`YUV4MPEG2 W${width} H${height} F10:1 Ip A1:1 C420\n`)
  const frame = Buffer.concat([Buffer.from('FRAME\n'), light, colour])
  const path = join(folder, `film-${degrees}.y4m`)
  writeFileSync(path, Buffer.concat([header, ...Array<Buffer>(5).fill(frame)]))
  return path
}

/** A page in a Chromium whose camera shows a film; without a film it has no camera. */
async function openWithCamera(path: string | null): Promise<{ page: Page; browser: Browser }> {
  const fake =
    path === null
      ? []
      : [
          '--use-fake-ui-for-media-stream',
          '--use-fake-device-for-media-stream',
          `--use-file-for-fake-video-capture=${path}`,
        ]
  const browser = await chromium.launch({
    executablePath: findChromium(),
    args: ['--no-sandbox', '--disable-background-networking', '--disable-dev-shm-usage', ...fake],
  })
  const context = await browser.newContext({ viewport: { width: 390, height: 844 } })
  await context.addCookies(cookies)
  const page = await context.newPage()
  await page.goto(`${app.address}/c/main/`)
  await pageDrawn(page)
  return { page, browser }
}

const openDialog = (page: Page) =>
  page.getByRole('button', { name: 'Scan with the camera' }).click()

it('the camera reads a GS1 DataMatrix that is turned by 33°, and opens its unit', async () => {
  const { page, browser } = await openWithCamera(await film(33))
  await openDialog(page)
  await page.waitForURL('**/units/**')
  const heading = page.getByRole('heading', { level: 1 })
  await heading.filter({ hasText: 'Z300GQ9K' }).waitFor()
  expect(await page.getByRole('dialog').count()).toBe(0)
  await browser.close()
})

it('goes on after each scan when it is told to, and counts', async () => {
  const { page, browser } = await openWithCamera(await film(0))
  await page.evaluate(() => localStorage.setItem('seriatim.camera.continuous', 'yes'))
  await openDialog(page)
  await page.getByText(/1 scan · 01.*Z300GQ9K/).waitFor()
  // The unit opens behind the dialog, which stays.
  await page.locator('h1').filter({ hasText: 'Z300GQ9K' }).waitFor()
  await expectAccessible(page)
  await browser.close()
})

it('without a camera it says so, and reads a picture instead', async () => {
  const { page, browser } = await openWithCamera(null)
  await openDialog(page)
  await page.getByRole('alert').filter({ hasText: 'no camera' }).waitFor()
  await expectAccessible(page)
  await symbol(0)
  const chosen = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: 'Read a picture' }).click()
  await (await chosen).setFiles(join(folder, 'symbol.png'))
  await page.waitForURL('**/units/**')
  await browser.close()
})
