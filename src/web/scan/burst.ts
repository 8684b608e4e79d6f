import { isSilent, type KeyStroke } from './key-stroke.ts'
import type { ScannerProfile } from './scanner-profile.ts'

/** Key presses that follow each other so fast that a scanner may be making them. */
export interface Burst {
  readonly strokes: readonly KeyStroke[]
  /** No hand is so fast: the page does not get these key presses any more. */
  readonly isScanner: boolean
}

export const noBurst: Burst = { strokes: [], isScanner: false }

/** What becomes of a key press. */
export interface Fed {
  readonly burst: Burst
  /** The page must not get it. */
  readonly isSwallowed: boolean
  /** A scan that is complete with it. */
  readonly scan?: readonly KeyStroke[]
  /** A burst that was over before it, without a key that ends scans. */
  readonly before?: Burst
}

const endKeys = new Set(['Enter', 'Tab'])

/** Fast key presses in a row that only a scanner makes. */
const scannerStrokes = 4
/** Shortest code that ends with a key, and shortest that ends with silence. */
const lengthMin = 3
const silentLengthMin = 6

/** Takes one key press into account. */
export function feed(burst: Burst, stroke: KeyStroke, profile: ScannerProfile): Fed {
  const last = burst.strokes.at(-1)
  const follows = last !== undefined && stroke.time - last.time <= profile.gapMsMax
  if (!follows && last !== undefined) {
    return { ...feed(noBurst, stroke, profile), before: burst }
  }
  if (isEnd(stroke, profile)) {
    const isScan = burst.isScanner || (follows && lengthOf(burst) >= lengthMin)
    if (isScan) return { burst: noBurst, isSwallowed: true, scan: burst.strokes }
    return { burst: noBurst, isSwallowed: false }
  }
  const strokes = [...burst.strokes, stroke]
  const isScanner = burst.isScanner || lengthOf({ strokes }) >= scannerStrokes
  // A shortcut in the middle of a burst is a control character of the code.
  const isControl = follows && (stroke.ctrl || stroke.key === 'F8')
  return { burst: { strokes, isScanner }, isSwallowed: isScanner || isControl }
}

/** What a burst was that silence ended: a scan, or keys that somebody typed. */
export const isScanAfterSilence = (burst: Burst, { endKey }: ScannerProfile): boolean =>
  burst.isScanner && lengthOf(burst) >= (endKey === undefined ? silentLengthMin : Infinity)

/** How long nothing may come until a burst is over, in milliseconds. */
export const silenceMs = ({ gapMsMax }: ScannerProfile): number => Math.max(100, gapMsMax * 2)

const isEnd = ({ key }: KeyStroke, { endKey }: ScannerProfile): boolean =>
  endKey === undefined ? endKeys.has(key) : key === endKey

const lengthOf = ({ strokes }: Pick<Burst, 'strokes'>): number =>
  strokes.filter((stroke) => !isSilent(stroke) && stroke.key !== 'Alt').length
