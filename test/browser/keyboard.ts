import type { Page } from 'playwright-core'
import type { Press } from '../support/scanner.ts'

/** Time between two key presses of a scanner, in milliseconds. */
const scannerGapMs = 4

/**
 * Dispatches key presses as a scanner makes them, one right after the other. Where the page lets a
 * press through to a text field, its character is written there, as the browser would.
 */
export async function press(page: Page, presses: readonly Press[]): Promise<void> {
  await page.evaluate(
    ({ presses, gapMs }) => {
      const start = performance.now()
      for (const [index, { code, key, shift, ctrl }] of presses.entries()) {
        const target = document.activeElement ?? document.body
        const options = { code, key, shiftKey: shift, ctrlKey: ctrl, bubbles: true }
        const event = new KeyboardEvent('keydown', { ...options, cancelable: true })
        // When the key went down, as the keyboard tells it: not when the page comes to it.
        Object.defineProperty(event, 'timeStamp', { value: start + index * gapMs })
        const isField = target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement
        if (target.dispatchEvent(event) && isField && key.length === 1 && !ctrl) {
          target.setRangeText(key, target.selectionStart!, target.selectionEnd!, 'end')
          target.dispatchEvent(new InputEvent('input', { data: key, bubbles: true }))
        }
        target.dispatchEvent(new KeyboardEvent('keyup', options))
      }
    },
    { presses: [...presses], gapMs: scannerGapMs },
  )
}

/** As hands press keys: what is quicker is a scanner. */
const slowly = { delay: 60 }

/** Presses named keys, such as Enter, and types everything else. */
export async function keys(page: Page, ...presses: readonly string[]): Promise<void> {
  for (const one of presses) {
    const isKey = one === '/' || /^(Arrow\w+|Enter|Tab|Space|Escape|F\d|\w+\+\w+)$/.test(one)
    if (isKey) await page.keyboard.press(one, slowly)
    else await page.keyboard.type(one, slowly)
  }
}

/** Presses Tab until what has a name, such as a button or a field, has the focus. */
export async function tabTo(page: Page, name: string | RegExp): Promise<void> {
  const called = { name, exact: true }
  const named = page
    .getByRole('button', called)
    .or(page.getByRole('link', called))
    .or(page.getByLabel(name, called))
  const wanted = page.locator(':focus').and(named)
  for (let presses = 0; (await wanted.count()) === 0; presses += 1) {
    if (presses === 80) throw new Error(`Tab leads nowhere near ${String(name)}.`)
    await page.keyboard.press('Tab', slowly)
  }
}
