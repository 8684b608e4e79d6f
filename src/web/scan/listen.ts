import { feed, isScanAfterSilence, noBurst, silenceMs, type Burst } from './burst.ts'
import { readByLayout } from './decode.ts'
import { guardFields } from './field-guard.ts'
import { isSilent, type KeyStroke } from './key-stroke.ts'
import { loadScannerProfile } from './scanner-profile.ts'
import { isTapped } from './stroke-tap.ts'

/** A complete scan: the key presses, and the field that wants it, if it began in such a one. */
export interface HeardScan {
  readonly strokes: readonly KeyStroke[]
  readonly field: HTMLInputElement | HTMLTextAreaElement | undefined
}

/** Hears every scan on the page, wherever the focus is; answers with the way to stop. */
export function listenToScanner(onScan: (scan: HeardScan) => void): () => void {
  const fields = guardFields()
  let burst: Burst = noBurst
  let swallowed: KeyStroke[] = []
  let timer: ReturnType<typeof setTimeout> | undefined

  const finish = (strokes: readonly KeyStroke[]) => {
    const field = fields.wanting
    fields.restore()
    reset()
    onScan({ strokes, field })
  }
  const reset = () => {
    burst = noBurst
    swallowed = []
    fields.forget()
  }
  const endBySilence = () => {
    const profile = loadScannerProfile()
    if (isScanAfterSilence(burst, profile)) return finish(burst.strokes)
    const typed = swallowed.map((stroke) => readByLayout([stroke]) ?? '').join('')
    if (typed !== '') fields.release(typed)
    reset()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    // A key that is held down repeats as fast as a scanner types.
    if (event.repeat || event.isComposing) return
    const stroke = strokeOf(event)
    if (isSilent(stroke)) return
    if (isTapped(stroke)) {
      event.preventDefault()
      event.stopImmediatePropagation()
      return
    }
    clearTimeout(timer)
    const profile = loadScannerProfile()
    const wasOver =
      burst.strokes.length > 0 && stroke.time - burst.strokes.at(-1)!.time > profile.gapMsMax
    if (wasOver) endBySilence()
    fields.watch()
    const fed = feed(burst, stroke, profile)
    burst = fed.burst
    if (fed.isSwallowed) {
      event.preventDefault()
      event.stopImmediatePropagation()
      swallowed.push(stroke)
    }
    if (fed.scan) finish(fed.scan)
    else if (burst.strokes.length === 0) reset()
    else timer = setTimeout(endBySilence, silenceMs(profile))
  }
  const options = { capture: true }
  window.addEventListener('keydown', onKeyDown, options)
  return () => {
    clearTimeout(timer)
    window.removeEventListener('keydown', onKeyDown, options)
  }
}

const strokeOf = (event: KeyboardEvent): KeyStroke => ({
  key: event.key,
  code: event.code,
  shift: event.shiftKey,
  // AltGr is told as Ctrl with Alt; it makes characters, not shortcuts.
  ctrl: event.ctrlKey && !event.getModifierState('AltGraph'),
  alt: event.altKey && !event.getModifierState('AltGraph'),
  time: event.timeStamp,
})
