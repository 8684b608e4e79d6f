import type { KeyStroke } from './key-stroke.ts'

type Tap = (stroke: KeyStroke) => void

let tap: Tap | undefined

/** Gives every key press to `listener` in place of the scanner's ear; answers with the way back. */
export function tapStrokes(listener: Tap): () => void {
  tap = listener
  return () => {
    if (tap === listener) tap = undefined
  }
}

/** Whether somebody else takes the key press. */
export function isTapped(stroke: KeyStroke): boolean {
  tap?.(stroke)
  return tap !== undefined
}
