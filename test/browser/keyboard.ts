import type { Page } from 'playwright-core'

/** A key press as a scanner makes it: a place on the keyboard, and what the layout makes of it. */
export interface Press {
  readonly code: string
  readonly key: string
  readonly shift?: boolean
  readonly ctrl?: boolean
}

/**
 * Dispatches key presses as fast as a scanner. Where the page lets a press through to a text
 * field, its character is written there, as the browser would.
 */
export async function press(page: Page, presses: readonly Press[], gapMs = 4): Promise<void> {
  await page.evaluate(
    async ({ presses, gapMs }) => {
      for (const { code, key, shift = false, ctrl = false } of presses) {
        const target = document.activeElement ?? document.body
        const options = {
          code,
          key,
          shiftKey: shift,
          ctrlKey: ctrl,
          bubbles: true,
          cancelable: true,
        }
        const isLetThrough = target.dispatchEvent(new KeyboardEvent('keydown', options))
        const isField = target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement
        if (isLetThrough && isField && key.length === 1 && !ctrl) {
          target.setRangeText(key, target.selectionStart!, target.selectionEnd!, 'end')
          target.dispatchEvent(new InputEvent('input', { data: key, bubbles: true }))
        }
        target.dispatchEvent(new KeyboardEvent('keyup', options))
        await new Promise((done) => setTimeout(done, gapMs))
      }
    },
    { presses: [...presses], gapMs },
  )
}
