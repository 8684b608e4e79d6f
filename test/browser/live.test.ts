import { afterAll, beforeAll, expect, it } from 'vitest'
import { scannerPresses } from '../support/scanner.ts'
import { openApp, type App } from './app.ts'
import { closeBrowser } from './browser.ts'
import { press } from './keyboard.ts'

let app: App
beforeAll(async () => {
  app = await openApp()
  for (const code of ['HALL', 'DOCK']) await app.accept('create_location', { code })
  await app.accept('create_item', { code: 'LAMP', scheme: 'LAMP-{seq:3}' })
  await app.accept('commission', { item: 'LAMP', count: 3, location: 'HALL' })
})
afterAll(async () => {
  await closeBrowser()
  await app.close()
})

it('shows in one browser what another did, in less than a second', async () => {
  const waits: number[] = []
  const mover = await app.open('/move')
  await press(mover.page, scannerPresses('DOCK', 'us', false))
  for (const unit of ['LAMP-001', 'LAMP-002', 'LAMP-003']) {
    const watcher = await app.open(`/units/${unit}`)
    await watcher.page.getByText('HALL').first().waitFor()
    await press(mover.page, scannerPresses(unit, 'us', false))
    // From when the first browser says that it is done.
    await mover.page.getByText(unit).first().waitFor()
    const done = performance.now()
    await watcher.page.getByText('Moved to DOCK').first().waitFor()
    waits.push(performance.now() - done)
    expect(watcher.complaints).toEqual([])
    await watcher.close()
  }
  console.log(`Seen by the other browser after ${waits.map((ms) => Math.round(ms)).join(', ')} ms.`)
  // One of them may meet a busy moment of the machine.
  expect(Math.min(...waits)).toBeLessThan(1000)
  await mover.close()
})
