import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Page } from 'playwright-core'
import { owner, pageDrawn, startServer } from './app.ts'
import { closeBrowser, openPage, type BrowserPage } from './browser.ts'
import { keys, tabTo } from './keyboard.ts'

let server: Awaited<ReturnType<typeof startServer>>
let opened: BrowserPage
beforeAll(async () => {
  server = await startServer()
  opened = await openPage()
  opened.page.setDefaultTimeout(10_000)
})
afterAll(async () => {
  await closeBrowser()
  await server.close()
})

const title = (page: Page, name: string) => page.getByRole('heading', { level: 1, name })

/** Waits until what has a role and a name has the focus. */
const focused = (page: Page, role: 'heading' | 'button' | 'textbox' | 'combobox', name: string) =>
  page
    .locator(':focus')
    .and(page.getByRole(role, { name, exact: true }))
    .waitFor()

/** Goes to a page as the box knows it, and finds the focus on the page's name. */
async function goTo(page: Page, name: string): Promise<void> {
  await keys(page, 'Control+k', name.slice(0, 5))
  await page.getByRole('option', { name, exact: true }).waitFor()
  await keys(page, 'ArrowDown', 'Enter')
  await page.waitForURL(`**/${name.toLowerCase()}`)
  await pageDrawn(page)
  await focused(page, 'heading', name)
}

async function create(page: Page, things: string, thing: string, code: string): Promise<void> {
  await goTo(page, things)
  await tabTo(page, `New ${thing}`)
  await keys(page, 'Enter')
  await focused(page, 'textbox', thing === 'item' ? 'SKU' : 'Code')
  await keys(page, code, 'Enter')
  await title(page, code).waitFor()
  await focused(page, 'heading', code)
}

/** Says a code in the box as if it had been scanned; the focus goes back to where it was. */
async function say(page: Page, code: string, words: string): Promise<void> {
  const before = await page.locator(':focus').elementHandle()
  await keys(page, '/', code, 'Control+Enter')
  await page.getByText(words).first().waitFor()
  expect(await before?.evaluate((element) => element === document.activeElement)).toBe(true)
}

it('keys alone make the owner’s account, and begin', async () => {
  const { page } = opened
  await page.goto(`${server.address}/setup#${server.secret}`)
  await focused(page, 'heading', 'Make the owner’s account')
  await keys(page, 'Tab', owner.name, 'Tab', owner.login, 'Tab', 'Tab')
  await focused(page, 'button', 'Show what is typed')
  await keys(page, 'Shift+Tab', owner.password, 'Enter')
  await focused(page, 'heading', 'How do you want to begin?')
  await tabTo(page, /^Start empty/)
  await keys(page, 'Enter')
  await focused(page, 'heading', 'Today')
  expect(opened.complaints).toEqual([])
})

it('keys alone receive, move, ship and undo; the focus is never lost', async () => {
  const { page, complaints } = opened
  await create(page, 'Locations', 'location', 'HALL')
  await create(page, 'Locations', 'location', 'DOCK')
  await create(page, 'Items', 'item', 'LAMP')
  await create(page, 'Parties', 'party', 'ANNA')

  await goTo(page, 'Receive')
  await tabTo(page, 'Receive at')
  await keys(page, 'HALL', 'Enter')
  // The form has given way to what was chosen.
  await focused(page, 'button', 'Receive at: choose another')
  await tabTo(page, 'Item')
  await keys(page, 'LAMP', 'Enter')
  await focused(page, 'button', 'Item: choose another')
  await say(page, 'L-1', 'Received at HALL')
  await say(page, 'L-2', '2')
  // To the message, and back when it is dismissed.
  await keys(page, 'F6', 'Tab')
  await focused(page, 'button', 'Dismiss')
  await keys(page, 'Enter')
  await focused(page, 'button', 'Item: choose another')
  await keys(page, 'Enter')
  await focused(page, 'combobox', 'Item')

  await goTo(page, 'Move')
  await say(page, 'L-1', '0 of 1')
  await say(page, 'L-2', '0 of 2')
  await tabTo(page, 'Take L-2 out of the list')
  await keys(page, 'Enter')
  // The next row is where the one was that is gone.
  await focused(page, 'button', 'Take L-1 out of the list')
  await keys(page, 'Shift+Tab', 'Shift+Tab', 'DOCK', 'Enter')
  await page.getByText('1 unit moved to DOCK').waitFor()
  await focused(page, 'button', 'Move to: choose another')

  await goTo(page, 'Ship')
  await say(page, 'L-1', 'Checked')
  await tabTo(page, 'To')
  await keys(page, 'ANNA', 'Enter')
  await keys(page, 'Shift+Tab', 'Shift+Tab')
  await focused(page, 'button', 'Ship 1 unit')
  await keys(page, 'Enter')
  await page.getByText('1 unit shipped').waitFor()
  // There is nothing to ship any more: the button is off, and the name of the page is the nearest.
  await focused(page, 'heading', 'Ship')
  await keys(page, 'Control+z')
  await page.getByText('Taken back').waitFor()
  await page.getByRole('link', { name: 'L-1' }).waitFor()
  expect(await page.locator(':focus').count()).toBe(1)
  expect(complaints).toEqual([])
})
