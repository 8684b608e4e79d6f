import { renderMarks, type Bitmap } from './bitmap.ts'
import type { Area } from './dots.ts'
import type { Fonts } from './font.ts'
import { textOutline } from './label-outlines.ts'
import type { PlacedLabel } from './layout.ts'
import { outlineArea, type Mark } from './mark.ts'
import { barcodeZpl } from './zpl-barcode.ts'

/** How a label shall be printed. */
export interface ZplOptions {
  /** From -30 to 30, relative to what the printer is set to. */
  readonly darkness?: number | undefined
}

/**
 * A label in ZPL II. Codes are the printer's own, lines are boxes; texts and pictures go out as
 * dots of the same layout as every other output, so that no text is ever data for the printer.
 */
export function writeZpl(label: PlacedLabel, fonts: Fonts, { darkness }: ZplOptions = {}): string {
  const lines = label.marks.flatMap((mark) => {
    const symbol = label.symbols.find(({ boxes }) => mark.kind === 'boxes' && mark.boxes === boxes)
    return (symbol && barcodeZpl(symbol)) ?? markZpl(mark, label, fonts)
  })
  const dark = darkness === undefined ? '' : `^MD${Math.round(darkness)}`
  const settings = `^CI28^PW${label.width}^LL${label.height}^LH0,0^LS0${dark}`
  return `^XA${settings}\n${lines.join('\n')}\n^PQ1^XZ\n`
}

/** More boxes than this are shorter as dots. */
const boxesMax = 8

function markZpl(mark: Mark, label: PlacedLabel, fonts: Fonts): string[] {
  if (mark.kind === 'boxes' && mark.boxes.length <= boxesMax * 4) return boxesZpl(mark.boxes)
  const area = within(areaOf(mark, fonts), label)
  return area ? [dotsZpl(renderMarks([mark], area, fonts), area)] : []
}

function boxesZpl(boxes: readonly number[]): string[] {
  const lines: string[] = []
  for (let at = 0; at + 3 < boxes.length; at += 4) {
    const [x, y, width, height] = boxes.slice(at, at + 4) as [number, number, number, number]
    if (x < 0 || y < 0) continue
    lines.push(`^FO${x},${y}^GB${width},${height},${Math.min(width, height)}^FS`)
  }
  return lines
}

function areaOf(mark: Mark, fonts: Fonts): Area {
  if (mark.kind === 'bitmap') return mark.area
  if (mark.kind === 'outline') return outlineArea(mark.outline)
  if (mark.kind === 'text') return outlineArea(textOutline(mark, fonts))
  const corners = mark.boxes.flatMap((value, index) =>
    index % 4 === 0
      ? [
          value,
          mark.boxes[index + 1]!,
          value + mark.boxes[index + 2]!,
          mark.boxes[index + 1]! + mark.boxes[index + 3]!,
        ]
      : [],
  )
  return outlineArea([{ to: 'L', at: corners }])
}

/** The part of an area that lies on the label, in whole dots. */
function within({ x, y, width, height }: Area, label: PlacedLabel): Area | null {
  const left = Math.max(0, Math.floor(x))
  const top = Math.max(0, Math.floor(y))
  const right = Math.min(label.width, Math.ceil(x + width))
  const bottom = Math.min(label.height, Math.ceil(y + height))
  return right > left && bottom > top
    ? { x: left, y: top, width: right - left, height: bottom - top }
    : null
}

/** Dots as a graphic field in hexadecimal, repeats shortened (ZPL II, "alternative compression"). */
function dotsZpl({ width, height, dots }: Bitmap, area: Area): string {
  const bytesPerRow = Math.ceil(width / 8)
  const total = bytesPerRow * height
  let data = ''
  let before = ''
  for (let y = 0; y < height; y += 1) {
    let row = ''
    for (let x = 0; x < bytesPerRow * 8; x += 4) {
      let nibble = 0
      for (let bit = 0; bit < 4; bit += 1) {
        const isDark = x + bit < width && dots[y * width + x + bit] === 1
        nibble = nibble * 2 + (isDark ? 1 : 0)
      }
      row += nibble.toString(16).toUpperCase()
    }
    data += row === before ? ':' : compressed(row)
    before = row
  }
  return `^FO${area.x},${area.y}^GFA,${total},${total},${bytesPerRow},${data}^FS`
}

/** A row with its repeats counted, and a comma for the zeros at its end. */
function compressed(row: string): string {
  const rest = row.replace(/0+$/, '')
  const counted = rest.replace(/(.)\1{2,}/g, (run, digit: string) => repeated(run.length) + digit)
  return rest === row ? counted : `${counted},`
}

/** A count from 1 to 419: `z` stands for 400, `g` to `y` for twenties, `G` to `Y` for ones. */
function repeated(count: number): string {
  let text = ''
  let rest = count
  while (rest >= 400) {
    text += 'z'
    rest -= 400
  }
  if (rest >= 20) text += String.fromCharCode('f'.charCodeAt(0) + Math.floor(rest / 20))
  if (rest % 20 > 0) text += String.fromCharCode('F'.charCodeAt(0) + (rest % 20))
  return text
}
