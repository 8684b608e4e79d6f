import { readdirSync, readFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Page } from 'playwright-core'
import { seedCompany } from '../../scripts/screens/seed.ts'
import { expectAccessible } from './accessible.ts'
import { openApp, pageDrawn, type App } from './app.ts'
import { closeBrowser, openPage, type BrowserPage } from './browser.ts'

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

/** Looks at pages one after the other, in a browser of one scheme; answers with its complaints. */
async function walk(opened: BrowserPage, addresses: readonly string[]): Promise<readonly string[]> {
  for (const address of addresses) {
    await follow(opened.page, address)
    await expectAccessible(opened.page)
  }
  await opened.close()
  return opened.complaints
}

const schemes = ['light', 'dark'] as const

it('axe finds nothing on any page of a company, in light and in dark', async () => {
  const paths = [...Object.values(pagesOfCompany).flat(), '/no/such/page']
  const addresses = paths.map((path) => `/c/main${path}`)
  const complaints = await Promise.all(
    schemes.map(async (colorScheme) => walk(await app.open('/', { colorScheme }), addresses)),
  )
  expect(complaints.flat()).toEqual([])
})

it('axe finds nothing on the doors, in light and in dark', async () => {
  for (const colorScheme of schemes) {
    const opened = await openPage({ colorScheme })
    await opened.page.goto(`${app.address}/sign-in`)
    expect(await walk(opened, pagesOfStrangers)).toEqual([])
  }
})
