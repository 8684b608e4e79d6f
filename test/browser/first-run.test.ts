import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative, resolve, sep } from 'node:path'
import { createInterface } from 'node:readline'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Page } from 'playwright-core'
import { scannerPresses } from '../support/scanner.ts'
import { owner } from './app.ts'
import { expectAccessible } from './accessible.ts'
import { closeBrowser, openPage, type BrowserPage } from './browser.ts'
import { press } from './keyboard.ts'

const root = resolve(import.meta.dirname, '../..')

let folder: string
let server: ChildProcess
let link: string
let opened: BrowserPage

// The whole way of a newcomer: the files as a clone has them, `npm start`, and the printed link.
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'seriatim-clone-'))
  copyClone(folder)
  const { PATH, HOME } = process.env
  server = spawn('npm', ['start', '--', '--port', '0'], {
    cwd: folder,
    env: { PATH, HOME },
    stdio: ['ignore', 'pipe', 'inherit'],
    detached: true,
  })
  link = await printedLink(server)
  opened = await openPage()
  opened.page.setDefaultTimeout(20_000)
})
afterAll(async () => {
  await closeBrowser()
  // The whole group: npm, its shell and the server.
  const ended = once(server, 'exit')
  process.kill(-server.pid!, 'SIGTERM')
  await ended
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
})

/** Copies what a clone would hold; the installed packages are linked, to spare the network. */
function copyClone(target: string): void {
  const left = new Set(['.git', '.cache', 'node_modules', 'dist', 'data'])
  cpSync(root, target, {
    recursive: true,
    filter: (source) => !left.has(relative(root, source).split(sep)[0]!),
  })
  symlinkSync(join(root, 'node_modules'), join(target, 'node_modules'))
  mkdirSync(join(target, '.cache'))
  const privateNode = join(root, '.cache/node')
  if (existsSync(privateNode)) symlinkSync(privateNode, join(target, '.cache/node'))
}

async function printedLink({ stdout }: ChildProcess): Promise<string> {
  for await (const line of createInterface(stdout!)) {
    const printed = /(http\S+\/setup#\S+)/.exec(line)?.[1]
    if (printed !== undefined) return printed
  }
  throw new Error('The server ended before it printed a link.')
}

const title = (page: Page, name: string) => page.getByRole('heading', { level: 1, name })

async function goTo(page: Page, name: string): Promise<void> {
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name }).click()
  await title(page, name).waitFor()
}

/** Scans, and waits for what the screen says. */
async function scan(page: Page, code: string, words: string): Promise<void> {
  await press(page, scannerPresses(code, 'us', false))
  await page.getByText(words).first().waitFor()
}

/** Scans what the work is for or goes to, and waits until its part of the screen shows it. */
async function scanTarget(page: Page, part: string, code: string): Promise<void> {
  await press(page, scannerPresses(code, 'us', false))
  await page.getByRole('region', { name: part }).getByText(code).waitFor()
}

/** Waits for the home page of a company. */
async function arriveAt(page: Page, company: string): Promise<void> {
  await page.waitForURL(`**/c/${company}`)
  await page.getByRole('main').getByRole('heading', { level: 1 }).waitFor()
}

async function create(page: Page, things: string, code: string, named = 'Code'): Promise<void> {
  await goTo(page, things)
  await page.getByRole('button', { name: /^New / }).click()
  await page.getByRole('dialog').getByLabel(named).first().fill(code)
  await page.getByRole('button', { name: 'Save' }).click()
  await title(page, code).waitFor()
}

it('leads from the printed link to the owner’s account and the first choice', async () => {
  const { page } = opened
  await page.goto(link)
  await page.getByRole('textbox', { name: 'name' }).first().fill(owner.name)
  await page.locator('[autocomplete="username"]').fill(owner.login)
  await page.locator('[autocomplete="new-password"]').first().fill(owner.password)
  await expectAccessible(page)
  await page.locator('[type="submit"]').click()
  await title(page, 'How do you want to begin?').waitFor()
  await expectAccessible(page)
  await page.getByRole('link', { name: 'Start empty' }).click()
  await arriveAt(page, 'main')
  await expectAccessible(page)
})

it('goes on to a unit that is received, moved, shipped and undone', async () => {
  const { page } = opened
  await create(page, 'Locations', 'SHELF')
  await create(page, 'Locations', 'DOCK')
  await create(page, 'Items', 'DRILL', 'SKU')
  await create(page, 'Parties', 'ANNA')
  await goTo(page, 'Receive')
  await scanTarget(page, 'Receive at', 'SHELF')
  await scanTarget(page, 'Item', 'DRILL')
  await scan(page, 'DR-0001', 'Received at SHELF')
  await goTo(page, 'Move')
  await scanTarget(page, 'Move to', 'DOCK')
  await scan(page, 'DR-0001', 'Moved to DOCK')
  await goTo(page, 'Ship')
  await scan(page, 'DR-0001', 'DR-0001')
  await scanTarget(page, 'To', 'ANNA')
  await page.getByRole('button', { name: 'Ship 1 unit' }).click()
  await page.getByText('1 unit shipped').first().waitFor()
  await page.getByRole('button', { name: 'Undo' }).click()
  await page.getByText('Taken back').first().waitFor()
  await goTo(page, 'Items')
  await press(page, scannerPresses('DR-0001', 'us', false))
  await title(page, 'DR-0001').waitFor()
  const facts = page.getByRole('main')
  for (const told of ['In stock', 'Received at SHELF', 'Moved to DOCK', 'Shipped to ANNA']) {
    await facts.getByText(told).first().waitFor()
  }
  await expectAccessible(page)
})

it('enters a demo with a year of history, marks it, and leaves nothing of it', async () => {
  const { page, complaints } = opened
  await page.getByRole('button', { name: /change the company/ }).click()
  await page.getByRole('menuitem', { name: 'Companies and demos' }).click()
  await title(page, 'Companies and demos').waitFor()
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Look around: A fish processor' }).click()
  await page.getByText('Making a year of history').first().waitFor()
  await page.getByText('nothing here is real').waitFor({ timeout: 90_000 })
  await arriveAt(page, 'demo_fish')
  await goTo(page, 'Items')
  await page.getByText('COD-FILLET').first().waitFor()
  await expectAccessible(page)
  await page.getByRole('link', { name: 'Leave the demo' }).click()
  await arriveAt(page, 'main')
  await goTo(page, 'Items')
  await page.getByText('DRILL').first().waitFor()
  expect(await page.getByText('COD-FILLET').count()).toBe(0)
  await page.goto(new URL('/c/main/settings/companies', page.url()).href)
  await page.getByRole('button', { name: 'Delete' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click()
  await page.getByText('The demo Skerrow Fish is deleted').first().waitFor()
  await page.getByRole('button', { name: 'Look around: A fish processor' }).waitFor()
  expect(complaints).toEqual([])
})

it('makes one owner only by the link', async () => {
  const { page, close } = await openPage()
  await page.goto(link)
  await page.getByRole('textbox', { name: 'name' }).first().fill('Mallory')
  await page.locator('[autocomplete="username"]').fill('mallory')
  await page.locator('[autocomplete="new-password"]').first().fill('eight green bottles fall')
  await page.locator('[type="submit"]').click()
  expect(await page.getByRole('alert').textContent()).toMatch(/\w/)
  expect(await page.getByText('How do you want to begin?').count()).toBe(0)
  await close()
})
