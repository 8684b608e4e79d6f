import type { LabelFont, MeasuredLine } from './font.ts'
import { measureLine } from './font.ts'

/** What a text is fitted into; lengths in dots. */
export interface TextBox {
  readonly width: number
  readonly height: number
  /** Height of the em, and how far it may shrink. */
  readonly size: number
  readonly sizeMin: number
  readonly fit: 'shrink' | 'wrap' | 'ellipsis'
}

/** Lines that fit, and the size that they fit in. */
export interface FittedText {
  readonly lines: readonly MeasuredLine[]
  readonly size: number
  /** Something had to be left out. */
  readonly isCut: boolean
}

/** From one baseline to the next, in ems. */
export const lineHeight = 1.17

/** Fits a text into a box; null when it cannot be without leaving something out that matters. */
export function fitText(font: LabelFont, text: string, box: TextBox): FittedText | null {
  if (box.fit === 'wrap') return wrapped(font, text, box)
  const line = measureLine(font, text.replace(/\s+/gu, ' ').trim())
  const needed = Math.min(box.size, box.width / Math.max(line.width, 1e-6), heightLimit(font, box))
  if (needed >= box.sizeMin) return { lines: [line], size: needed, isCut: false }
  if (box.fit === 'shrink') return null
  const cut = cutLine(font, line.text, box.width / box.sizeMin)
  return { lines: [cut], size: Math.min(box.sizeMin, heightLimit(font, box)), isCut: true }
}

/** The largest em of which a line with its descenders fits the height of a box. */
const heightLimit = (font: LabelFont, { height }: TextBox): number =>
  (height * font.unitsPerEm) / (font.capHeight + font.descent * 0.6)

/** Sizes are tried from the wanted one down, each a twentieth smaller. */
const shrinkStep = 0.95

function wrapped(font: LabelFont, text: string, box: TextBox): FittedText {
  const first = Math.min(box.size, heightLimit(font, box))
  for (let size = first; size >= box.sizeMin; size *= shrinkStep) {
    const lines = breakLines(font, text, box.width / size)
    if (lines.length <= linesAt(size, box)) return { lines, size, isCut: false }
  }
  const size = Math.min(box.sizeMin, first)
  const lines = breakLines(font, text, box.width / size)
  const most = Math.max(1, linesAt(size, box))
  if (lines.length <= most) return { lines, size, isCut: false }
  const rest = lines.slice(most - 1).map((line) => line.text)
  const last = cutLine(font, rest.join(' '), box.width / size)
  return { lines: [...lines.slice(0, most - 1), last], size, isCut: true }
}

const linesAt = (size: number, { height }: TextBox): number =>
  Math.floor((height / size - 1) / lineHeight + 1 + 1e-6)

/** Breaks between words, and inside a word only where it is longer than a line. */
function breakLines(font: LabelFont, text: string, width: number): MeasuredLine[] {
  const lines: MeasuredLine[] = []
  let current: MeasuredLine | null = null
  for (const word of text.split(/\s+/u).filter((word) => word !== '')) {
    const joined: MeasuredLine = measureLine(font, current ? `${current.text} ${word}` : word)
    if (joined.width <= width) {
      current = joined
      continue
    }
    if (current) lines.push(current)
    const pieces = breakWord(font, word, width)
    lines.push(...pieces.slice(0, -1))
    current = pieces.at(-1)!
  }
  if (current) lines.push(current)
  return lines
}

function breakWord(font: LabelFont, word: string, width: number): MeasuredLine[] {
  const pieces: MeasuredLine[] = []
  let rest = [...word]
  for (;;) {
    const whole = measureLine(font, rest.join(''))
    if (whole.width <= width || rest.length === 1) return [...pieces, whole]
    const count = Math.max(1, fittingCount(font, rest, width, ''))
    pieces.push(measureLine(font, rest.slice(0, count).join('')))
    rest = rest.slice(count)
  }
}

/** A line that ends with … so that it fits. */
function cutLine(font: LabelFont, text: string, width: number): MeasuredLine {
  const characters = [...text]
  const count = fittingCount(font, characters, width, '…')
  return measureLine(font, `${characters.slice(0, count).join('').trimEnd()}…`)
}

/** How many of the first characters fit together with an ending. */
function fittingCount(
  font: LabelFont,
  characters: readonly string[],
  width: number,
  ending: string,
): number {
  let [low, high] = [0, characters.length]
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    const line = measureLine(font, characters.slice(0, middle).join('') + ending)
    if (line.width <= width) low = middle
    else high = middle - 1
  }
  return low
}
