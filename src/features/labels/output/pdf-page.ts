import {
  bitBoxes,
  turnVector,
  type FontName,
  type Fonts,
  type Mark,
  type Outline,
  type PlacedLabel,
} from '../../../label/index.ts'

/** Glyphs that pages use, by font. */
export type UsedGlyphs = Map<FontName, Set<number>>

/** A label and where it lies on its page, in dots. */
export interface PageLabel {
  readonly label: PlacedLabel
  readonly left: number
  readonly top: number
}

const pointsPerInch = 72

/**
 * What a PDF page says to show labels: bars are vectors in whole dots, texts are glyphs of fonts
 * by number, so that what a field says is never understood as a command.
 *
 * @param heightPoints height of the page; PDF counts from below
 */
export function pageContent(
  labels: readonly PageLabel[],
  dpi: number,
  heightPoints: number,
  fonts: Fonts,
  used: UsedGlyphs,
): string {
  const scale = pointsPerInch / dpi
  const body = labels.map(({ label, left, top }) => {
    const marks = label.marks.map((mark) => markContent(mark, fonts, used)).join('')
    return `q 1 0 0 1 ${left} ${top} cm\n${marks}Q\n`
  })
  return `${short(scale)} 0 0 ${short(-scale)} 0 ${short(heightPoints)} cm\n${body.join('')}`
}

function markContent(mark: Mark, fonts: Fonts, used: UsedGlyphs): string {
  if (mark.kind === 'boxes') return boxesContent(mark.boxes)
  if (mark.kind === 'bitmap') return boxesContent(bitBoxes(mark))
  return mark.kind === 'text' ? textContent(mark, fonts, used) : outlineContent(mark.outline)
}

function boxesContent(boxes: readonly number[]): string {
  let content = ''
  for (let at = 0; at + 3 < boxes.length; at += 4) {
    content += `${boxes[at]} ${boxes[at + 1]} ${boxes[at + 2]} ${boxes[at + 3]} re\n`
  }
  return content === '' ? '' : `${content}f\n`
}

function outlineContent(outline: Outline): string {
  let content = ''
  let [x, y] = [0, 0]
  for (const { to, at } of outline) {
    if (to === 'Z') content += 'h\n'
    else if (to === 'M' || to === 'L') content += `${pair(at, 0)} ${to === 'M' ? 'm' : 'l'}\n`
    else if (to === 'C') content += `${pair(at, 0)} ${pair(at, 2)} ${pair(at, 4)} c\n`
    else {
      // PDF has cubic curves only.
      const [controlX, controlY, endX, endY] = at as [number, number, number, number]
      const first = [x + ((controlX - x) * 2) / 3, y + ((controlY - y) * 2) / 3]
      const second = [endX + ((controlX - endX) * 2) / 3, endY + ((controlY - endY) * 2) / 3]
      content += `${pair(first, 0)} ${pair(second, 0)} ${pair(at, 2)} c\n`
    }
    if (to !== 'Z') [x, y] = [at.at(-2)!, at.at(-1)!]
  }
  return content === '' ? '' : `${content}f\n`
}

const pair = (at: readonly number[], index: number): string =>
  `${short(at[index]!)} ${short(at[index + 1]!)}`

/** A text as glyphs; what the font itself would not advance is said between them. */
function textContent(mark: Mark & { kind: 'text' }, fonts: Fonts, used: UsedGlyphs): string {
  const { font: name, size, turn, x, y, glyphs } = mark
  const font = fonts[name]
  const known = used.get(name) ?? new Set<number>()
  used.set(name, known)
  const [cos, sin] = turnVector[turn]
  let rise = 0
  let pen = 0
  let shown = ''
  for (const glyph of glyphs) {
    known.add(glyph.glyph)
    if (Math.abs(glyph.y - rise) > 0.01) {
      rise = glyph.y
      shown += `] TJ ${short(rise)} Ts [`
    }
    const shift = ((pen - glyph.x) * 1000) / size
    if (Math.abs(shift) > 0.5) shown += short(shift)
    shown += `<${glyph.glyph.toString(16).padStart(4, '0')}>`
    pen = glyph.x + (font.advance(glyph.glyph) / font.unitsPerEm) * size
  }
  // Letters stand upright although the page counts downwards.
  const matrix = `${cos} ${sin} ${sin} ${-cos} ${short(x)} ${short(y)}`
  return `BT /${name} ${short(size)} Tf ${matrix} Tm [${shown.replaceAll('><', '')}] TJ ET\n`
}

const short = (value: number): string => String(Math.round(value * 1000) / 1000)
