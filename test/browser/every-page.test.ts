import { readdirSync, readFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Page } from 'playwright-core'
import { seedCompany } from '../../scripts/screens/seed.ts'
import { expectAccessible } from './accessible.ts'
import { openApp, pageDrawn, type App } from './app.ts'
import { closeBrowser, openPage, type BrowserPage } from './browser.ts'
import { speakPseudo } from './unmarked-words.ts'

/** Each path of the router with the addresses that show it, in the states that it has. */
const pagesOfCompany: Readonly<Record<string, readonly string[]>> = {
  '/': [''],
  '/find': [
    '/find?q=status:in_stock',
    '/find?q=group:status',
    '/find?q=status:instock',
    '/find?q=colour:violet',
  ],
  '/units/$unit': [
    '/units/EB-26-00017',
    '/units/EB-26-00017?at=2026-06-02T08:00:00.000Z',
    '/units/PALLET-07',
    '/units/NOBODY',
  ],
  '/items': ['/items'],
  '/items/$item': ['/items/EBIKE-T1', '/items/NONE'],
  '/items/$item/lots/$lot': ['/items/PAINT-R/lots/P-2631'],
  '/locations': ['/locations'],
  '/locations/$location': ['/locations/A3-01', '/locations/NOWHERE'],
  '/orders': ['/orders', '/orders?status=done'],
  '/orders/$order': ['/orders/PO-7'],
  '/parties': ['/parties'],
  '/parties/$party': ['/parties/NORTH'],
  '/receive': ['/receive'],
  '/move': ['/move'],
  '/pack': ['/pack'],
  '/ship': ['/ship'],
  '/labels': ['/labels'],
  '/labels/templates/$template': ['/labels/templates/unit-51x25'],
  '/labels/jobs/$job': ['/labels/jobs/999'],
  '/pools': ['/pools'],
  '/pools/$lease': ['/pools/L0-17'],
  '/import': ['/import'],
  '/imports': ['/imports'],
  '/imports/$run': ['/imports/none'],
  '/settings': ['/settings'],
  '/settings/account': ['/settings/account'],
  '/settings/people': ['/settings/people'],
  '/settings/tokens': ['/settings/tokens'],
  '/settings/stations': ['/settings/stations'],
  '/settings/access-log': ['/settings/access-log'],
  '/settings/companies': ['/settings/companies'],
  '/settings/scanners': ['/settings/scanners'],
  '/settings/scanners/sheet': ['/settings/scanners/sheet'],
  '/settings/traits': ['/settings/traits'],
  '/settings/traits/$trait': ['/settings/traits/colour', '/settings/traits/none'],
  '/settings/schemes': ['/settings/schemes', '/settings/schemes?item=FRAME'],
}
const pagesOfStrangers = ['/sign-in', '/setup#cut-off', '/invitation#cut-off']

/** Stands in one of the tables in this file, or leads on to another page at once. */
const known = [
  ...Object.keys(pagesOfCompany),
  ...pagesOfStrangers.map((address) => address.replace(/#.*/, '')),
  '/no-company',
]

let app: App
beforeAll(async () => {
  app = await openApp()
  await seedCompany(app)
})
afterAll(async () => {
  await closeBrowser()
  await app.close()
})

interface Router {
  readonly history: { push(address: string): void }
  readonly state: { readonly status: string; readonly resolvedLocation?: { readonly href: string } }
}

/** Goes to another page of the app as a link does, without loading the app anew. */
async function follow(page: Page, address: string): Promise<void> {
  await page.evaluate(async (to) => {
    const { __TSR_ROUTER__: router } = globalThis as unknown as { __TSR_ROUTER__: Router }
    router.history.push(to)
    do await new Promise((done) => setTimeout(done, 20))
    while (router.state.status === 'pending')
  }, address)
  await pageDrawn(page)
  await page.getByLabel('Loading').first().waitFor({ state: 'detached' })
}

it('every page of the router is looked at here', () => {
  const folder = new URL('../../src/web/pages/', import.meta.url)
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('route.ts'))
    .flatMap((path) => [...readFileSync(new URL(path, folder), 'utf8').matchAll(/path: '(.+)'/g)])
    .map(([, path]) => path)
  expect(new Set(paths)).toEqual(new Set(known))
})

/** Looks at pages one after the other, in a browser of its own; answers with its complaints. */
async function walk(
  opened: BrowserPage,
  addresses: readonly string[],
  look: (page: Page, address: string) => Promise<void> = expectAccessible,
): Promise<readonly string[]> {
  for (const address of addresses) {
    await follow(opened.page, address)
    await look(opened.page, address)
  }
  await opened.close()
  return opened.complaints
}

const everyPath = [...Object.values(pagesOfCompany).flat(), '/no/such/page']
const everyAddress = everyPath.map((path) => `/c/main${path}`)

/** Nothing of a page lies beside the screen, where one would have to scroll sideways for it. */
async function expectNarrow(page: Page, address: string): Promise<void> {
  const beside = await page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement
    return scrollWidth - clientWidth
  })
  expect({ address, beside }).toEqual({ address, beside: 0 })
}

/** What is pressed or filled in, which links among words are not, is 48 pixels wide and high. */
async function expectTargets(page: Page, address: string): Promise<void> {
  const small = await page.evaluate(() => {
    const targets = document.querySelectorAll('button, input:not([type=file]), select')
    return [...targets].flatMap((element) => {
      const { width, height } = (
        element.closest('label, .mantine-PasswordInput-wrapper') ?? element
      ).getBoundingClientRect()
      const { width: reach, height: rise } = getComputedStyle(element, '::after')
      const least = Math.min(
        Math.max(width, parseFloat(reach) || 0),
        Math.max(height, parseFloat(rise) || 0),
      )
      return width <= 1 || least >= 47.5 ? [] : [element.outerHTML.slice(0, 120)]
    })
  })
  expect({ address, small }).toEqual({ address, small: [] })
}

/**
 * Where the device forces its colours it puts its ground behind all words but those that are left
 * alone, and takes the white from under pictures: words are not of that ground, barcodes on white.
 */
async function expectSeen(page: Page, address: string): Promise<void> {
  const unseen = await page.evaluate(() => {
    const { backgroundColor: ground } = getComputedStyle(document.body)
    const hasWords = (element: Element) =>
      [...element.childNodes].some((node) => node.nodeType === 3 && node.textContent!.trim() !== '')
    const isLost = (element: Element) => {
      const { color, forcedColorAdjust, backgroundColor } = getComputedStyle(element)
      if (element.matches('img[style*="background"]')) {
        return backgroundColor !== 'rgb(255, 255, 255)'
      }
      return hasWords(element) && forcedColorAdjust === 'auto' && color === ground
    }
    const drawn = [...document.body.querySelectorAll('*')].filter((one) => one.checkVisibility())
    return drawn.filter(isLost).map((element) => element.outerHTML.slice(0, 120))
  })
  expect({ address, unseen }).toEqual({ address, unseen: [] })
}

const schemes = ['light', 'dark'] as const

it('axe finds nothing on any page of a company, in light and in dark', async () => {
  const complaints = await Promise.all(
    schemes.map(async (colorScheme) => walk(await app.open('/', { colorScheme }), everyAddress)),
  )
  expect(complaints.flat()).toEqual([])
})

/** The smallest phone, in the language that reads from right to left. */
const phone = { viewport: { width: 320, height: 640 }, hasTouch: true }

it('no page scrolls sideways on the smallest phone, in either direction of reading', async () => {
  const opened = await app.open('/', phone)
  const turned = await app.open('/', phone)
  await speakPseudo(turned.page)
  await turned.page.reload()
  await pageDrawn(turned.page)
  const complaints = await Promise.all([
    walk(opened, everyAddress, expectNarrow),
    walk(turned, everyAddress, expectNarrow),
  ])
  expect(complaints.flat()).toEqual([])
})

it('no page scrolls sideways when its letters are twice as large, on a phone too', async () => {
  const opened = await app.open('/', { viewport: { width: 640, height: 800 } })
  await opened.page.evaluate(() => (document.documentElement.style.fontSize = '200%'))
  // As a phone of 390 pixels shows it that magnifies pages to twice their size.
  const magnified = { viewport: { width: 195, height: 422 }, deviceScaleFactor: 2 }
  // The sheet has a ruler, which is as long as it says.
  const pages = everyAddress.filter((address) => !address.endsWith('/scanners/sheet'))
  const complaints = await Promise.all([
    walk(opened, everyAddress, expectNarrow),
    walk(await app.open('/', magnified), pages, expectNarrow),
  ])
  expect(complaints.flat()).toEqual([])
})

it('what a finger meets is large enough, and seen where the device forces colours', async () => {
  const opened = await app.open('/', { ...phone, forcedColors: 'active' })
  const complaints = await walk(opened, everyAddress, async (page, address) => {
    await expectSeen(page, address)
    // What stands on a label is as large as it is printed.
    if (!address.includes('/templates/')) await expectTargets(page, address)
  })
  expect(complaints).toEqual([])
})

it('axe finds nothing on the doors, in light and in dark', async () => {
  for (const colorScheme of schemes) {
    const opened = await openPage({ colorScheme })
    await opened.page.goto(`${app.address}/sign-in`)
    expect(await walk(opened, pagesOfStrangers)).toEqual([])
  }
})
