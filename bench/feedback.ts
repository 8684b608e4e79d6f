import { openApp } from '../test/browser/app.ts'
import { scannerPresses } from '../test/support/scanner.ts'
import type { Engine } from './bench-store.ts'
import { quantile, time, type Figure } from './figure.ts'

const scans = 60
const warmUps = 10
const serialOf = (index: number): string => `SN-${String(index).padStart(4, '0')}`

/**
 * How long a person waits for the answer to a scan: on Move with its place set, from the scanner's
 * Enter to the frame that shows that the unit is moved, which is durable by then.
 */
export async function feedbackFigures(engine: Engine): Promise<Figure[]> {
  const app = await openApp()
  try {
    const entries = Array.from({ length: scans + warmUps }, (_, index) => serialOf(index))
    for (const code of ['HAM', 'DOCK']) await app.accept('create_location', { code })
    await app.accept('create_item', { code: 'DRILL' })
    const units = entries.map((serial) => ({ serial }))
    await app.accept('receive', { item: 'DRILL', location: 'HAM', entries: units })
    const { page, close } = await app.open('/move')
    await page.getByRole('main').getByRole('combobox').fill('DOCK')
    await page.keyboard.press('Enter')
    await page.getByRole('main').getByText('DOCK', { exact: true }).waitFor()
    const times: number[] = []
    for (const serial of entries) times.push(await page.evaluate<number>(scanned(serial)))
    await close()
    const steady = times.slice(warmUps)
    return [0.5, 0.99].map((share) =>
      time({
        name: `a scan on Move, from its last key to the words: p${share * 100}`,
        engine,
        unit: 'ms',
        measured: quantile(steady, share),
        goal: '50 ms',
        note: 'the sound that a scan was heard comes before; frames are 16.7 ms apart',
      }),
    )
  } finally {
    await app.close()
  }
}

/**
 * Presses the keys of a scanner, 4 ms apart by their own clock, and waits for the message: all
 * in the page, since asking it again and again would take longer than what is measured.
 */
const scanned = (code: string): string => `new Promise((done) => {
  const keys = ${JSON.stringify(scannerPresses(code, 'us', false))}
  const begin = performance.now()
  for (const [index, { code, key, shift }] of keys.entries()) {
    const event = new KeyboardEvent('keydown', { code, key, shiftKey: shift, bubbles: true })
    Object.defineProperty(event, 'timeStamp', { value: begin + index * 4 })
    document.body.dispatchEvent(event)
  }
  const start = performance.now()
  const look = () => {
    const message = document.querySelector('[role=status] [data-kind=done]')?.textContent
    if (message?.includes('${code}')) done(performance.now() - start)
    else requestAnimationFrame(look)
  }
  look()
})`
