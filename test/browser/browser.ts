import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core'
import { findChromium } from '../support/chromium.ts'

let opened: Promise<Browser> | undefined

/** The one Chromium of a test run; it ends with the process. */
const openBrowser = (): Promise<Browser> =>
  (opened ??= chromium.launch({
    executablePath: findChromium(),
    args: ['--no-sandbox', '--disable-background-networking', '--disable-dev-shm-usage'],
  }))

/** Ends Chromium, if it was started. */
export async function closeBrowser(): Promise<void> {
  const browser = await opened
  opened = undefined
  await browser?.close()
}

/** A page of its own, as a person with a fresh browser has it; what it complains about fails. */
export async function openPage(options: BrowserContextOptions = {}): Promise<BrowserPage> {
  const browser = await openBrowser()
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, ...options })
  const page = await context.newPage()
  const complaints: string[] = []
  page.on('pageerror', (error) => complaints.push(error.message))
  page.on('console', (message) => {
    // An answer that is a problem shows on the page; the browser lists it as an error too.
    const isAnswer = message.text().startsWith('Failed to load resource')
    if (message.type() === 'error' && !isAnswer) complaints.push(message.text())
  })
  return { page, complaints, close: () => context.close() }
}

export interface BrowserPage {
  readonly page: Page
  /** Errors that the page threw or wrote, a breach of the Content-Security-Policy among them. */
  readonly complaints: readonly string[]
  readonly close: () => Promise<void>
}
