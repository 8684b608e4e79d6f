import { once } from 'node:events'
import { linkSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { openApp, type App } from '../test/browser/app.ts'
import { closeBrowser, openPage } from '../test/browser/browser.ts'
import type { Engine } from './bench-store.ts'
import { feedbackFigures } from './feedback.ts'
import { quantile, time, type Figure } from './figure.ts'
import { fill, inventoryPath } from './search.ts'

const runs = 7

/** A row of the table that shows a unit, and no row that is still coming. */
const filledRow = '[role=table] [role=row] a'

/** What is looked at, in a browser that has never been here, and what is there when it is done. */
const views = [
  ['first load of Home at a million units', '', 'main h1'],
  ['first load of Find, with the newest of a million units', '/find', filledRow],
  ['first load of Find, with a search among a million units', '/find?q=status:lost', filledRow],
  ['first load of Find, a million units counted by status', '/find?q=group:status', 'tbody tr'],
] as const

/** How long a person waits for a screen, from the click to what was asked for, in Chromium. */
export async function webBench(engine: Engine): Promise<Figure[]> {
  // The screens ask the same of both engines; the benchmark of the search compares those.
  if (engine === 'postgres') return []
  await fill({ engine, path: inventoryPath })
  const app = await openApp((folder) => {
    linkSync(inventoryPath, join(folder, 'main.db'))
    linkSync(inventoryPath.replace(/db$/, 'search.db'), join(folder, 'main.search.db'))
  })
  try {
    const bare = await bareLoad()
    const figures: Figure[] = []
    for (const [name, path, done] of views) {
      const measured = await median(() => firstLoad(app, path, done))
      const note = 'with sign-in and live stream; bare: an empty page of the bare HTTP server'
      figures.push(time({ name, engine, unit: 'ms', measured, bare, note }))
    }
    const name = 'Find: from anywhere in the list to the middle of a million units'
    const measured = await scroll(app)
    const scrolled = time({ name, engine, unit: 'ms', measured })
    return [...figures, scrolled, ...(await feedbackFigures(engine))]
  } finally {
    await closeBrowser()
    await app.close()
  }
}

async function median(work: () => Promise<number>): Promise<number> {
  const times: number[] = []
  for (let run = 0; run < runs; run += 1) times.push(await work())
  return quantile(times, 0.5)
}

/** From the start of the navigation until something is there, by the clock of the page. */
async function timeUntil(page: Page, selector: string): Promise<number> {
  await page.locator(selector).first().waitFor()
  return page.evaluate(() => performance.now())
}

async function firstLoad(app: App, path: string, selector: string): Promise<number> {
  const { page, close } = await app.open(path)
  const measured = await timeUntil(page, selector)
  await close()
  return measured
}

async function bareLoad(): Promise<number> {
  const server = createServer((_, response) => {
    response.setHeader('content-type', 'text/html')
    response.end('<!doctype html><title>Bare</title><h1>Bare</h1>')
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const load = async () => {
    const { page, close } = await openPage()
    await page.goto(`http://127.0.0.1:${port}/`)
    const measured = await timeUntil(page, 'h1')
    await close()
    return measured
  }
  try {
    return await median(load)
  } finally {
    server.close()
    server.closeAllConnections()
  }
}

/**
 * Scrolls to a share of the table, and gives the time until the row in its middle shows a unit;
 * runs in the page. The rows that stood there have a frame to go before the new ones count.
 */
const jumpTo = (share: number): string => `new Promise((done) => {
  const table = document.querySelector('[role=table]')
  const { left, top, width, height } = table.getBoundingClientRect()
  const start = performance.now()
  const look = () => {
    const middle = document.elementFromPoint(left + width / 2, top + height / 2)
    if (middle?.closest('[role=row]')?.querySelector('a')) done(performance.now() - start)
    else requestAnimationFrame(look)
  }
  table.scrollTop = table.scrollHeight * ${share}
  requestAnimationFrame(() => setTimeout(look))
})`

/** Jumps to places that were not shown before; each time until their units are drawn. */
async function scroll(app: App): Promise<number> {
  const { page, close } = await app.open('/find')
  await page.locator(filledRow).first().waitFor()
  let jump = 0
  const measured = await median(() => {
    jump += 1
    return page.evaluate<number>(jumpTo(jump / (runs + 1)))
  })
  await close()
  return measured
}
