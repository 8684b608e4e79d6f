import { overlap, type Area } from './dots.ts'
import type { Fonts } from './font.ts'
import { textOutline } from './label-outlines.ts'
import type { PlacedLabel } from './layout.ts'
import type { Mark, Outline } from './mark.ts'

/** Dots of a label or a part of it, row by row, 1 for ink. */
export interface Bitmap {
  readonly width: number
  readonly height: number
  readonly dots: Uint8Array
}

/** The whole label as a printer's dots. */
export function renderBitmap(label: PlacedLabel, fonts: Fonts): Bitmap {
  const whole = { x: 0, y: 0, width: label.width, height: label.height }
  return renderMarks(label.marks, whole, fonts)
}

/** What marks put into an area, in dots. */
export function renderMarks(marks: readonly Mark[], area: Area, fonts: Fonts): Bitmap {
  const { width, height } = area
  const bitmap = { width, height, dots: new Uint8Array(width * height) }
  for (const mark of marks) {
    if (mark.kind === 'text' && !overlap(reachOf(mark), area)) continue
    if (mark.kind === 'boxes') fillBoxes(bitmap, mark.boxes, area)
    else if (mark.kind === 'bitmap') copyBits(bitmap, mark, area)
    else fillOutline(bitmap, mark.kind === 'text' ? textOutline(mark, fonts) : mark.outline, area)
  }
  return bitmap
}

/** An area that no letter of a text stands out of; a little larger than what its ink covers. */
function reachOf({ x, y, size, glyphs, turn }: Mark & { kind: 'text' }): Area {
  const [back, above, below] = [0.3 * size, 1.15 * size, 0.45 * size]
  const along = (glyphs.at(-1)?.x ?? 0) + 1.5 * size
  const [left, top, right, bottom] = {
    0: [x - back, y - above, x + along, y + below],
    90: [x - below, y - back, x + above, y + along],
    180: [x - along, y - below, x + back, y + above],
    270: [x - above, y - along, x + below, y + back],
  }[turn] as [number, number, number, number]
  return { x: left, y: top, width: right - left, height: bottom - top }
}

function fillBoxes({ width, height, dots }: Bitmap, boxes: readonly number[], area: Area): void {
  for (let at = 0; at + 3 < boxes.length; at += 4) {
    const left = Math.max(0, boxes[at]! - area.x)
    const right = Math.min(width, boxes[at]! + boxes[at + 2]! - area.x)
    const top = Math.max(0, boxes[at + 1]! - area.y)
    const bottom = Math.min(height, boxes[at + 1]! + boxes[at + 3]! - area.y)
    if (right <= left) continue
    for (let y = top; y < bottom; y += 1) dots.fill(1, y * width + left, y * width + right)
  }
}

function copyBits(
  { width, height, dots }: Bitmap,
  { area: from, bits }: Mark & { kind: 'bitmap' },
  area: Area,
): void {
  for (let row = 0; row < from.height; row += 1) {
    const y = from.y + row - area.y
    if (y < 0 || y >= height) continue
    for (let column = 0; column < from.width; column += 1) {
      const x = from.x + column - area.x
      if (x >= 0 && x < width && bits[row * from.width + column] === 1) dots[y * width + x] = 1
    }
  }
}

/** An edge of a flattened outline: where it begins and ends, and which way it went. */
interface Edge {
  readonly top: number
  readonly bottom: number
  readonly x: number
  /** Dots to the right for each dot down. */
  readonly slope: number
  readonly winding: 1 | -1
}

/** Fills an outline by the non-zero rule: a dot is ink when its centre is inside. */
function fillOutline({ width, height, dots }: Bitmap, outline: Outline, area: Area): void {
  const edges = edgesOf(outline, area)
  if (edges.length === 0) return
  edges.sort((a, b) => a.top - b.top)
  let active: Edge[] = []
  let next = 0
  const first = Math.max(0, Math.ceil(edges[0]!.top - 0.5))
  for (let y = first; y < height; y += 1) {
    const centre = y + 0.5
    while (next < edges.length && edges[next]!.top <= centre) active.push(edges[next++]!)
    active = active.filter(({ bottom }) => bottom > centre)
    if (active.length === 0) {
      if (next === edges.length) return
      continue
    }
    const crossings = active
      .map(({ x, top, slope, winding }) => ({ x: x + (centre - top) * slope, winding }))
      .sort((a, b) => a.x - b.x)
    let inside = 0
    for (const [index, { x, winding }] of crossings.entries()) {
      inside += winding
      const end = crossings[index + 1]?.x
      if (inside === 0 || end === undefined) continue
      const left = Math.max(0, Math.ceil(x - 0.5))
      const right = Math.min(width, Math.ceil(end - 0.5))
      if (right > left) dots.fill(1, y * width + left, y * width + right)
    }
  }
}

/** Straight pieces that a curve is flattened into. */
const curvePieces = 6

function edgesOf(outline: Outline, area: Area): Edge[] {
  const edges: Edge[] = []
  let [x, y, startX, startY] = [0, 0, 0, 0]
  const lineTo = (toX: number, toY: number) => {
    if (toY !== y) {
      const isDown = toY > y
      edges.push({
        top: (isDown ? y : toY) - area.y,
        bottom: (isDown ? toY : y) - area.y,
        x: (isDown ? x : toX) - area.x,
        slope: (toX - x) / (toY - y),
        winding: isDown ? 1 : -1,
      })
    }
    x = toX
    y = toY
  }
  for (const { to, at } of outline) {
    if (to === 'M') {
      lineTo(startX, startY)
      x = startX = at[0]!
      y = startY = at[1]!
    } else if (to === 'L') lineTo(at[0]!, at[1]!)
    else if (to === 'Z') lineTo(startX, startY)
    else {
      const [fromX, fromY] = [x, y]
      for (let piece = 1; piece <= curvePieces; piece += 1) {
        const t = piece / curvePieces
        lineTo(along(t, fromX, at, 0), along(t, fromY, at, 1))
      }
    }
  }
  lineTo(startX, startY)
  return edges
}

/** One coordinate of a curve (Bézier, of two or three further points). */
function along(t: number, from: number, at: readonly number[], axis: 0 | 1): number {
  const s = 1 - t
  const [a, b, c] = [at[axis]!, at[axis + 2]!, at[axis + 4]]
  return c === undefined
    ? s * s * from + 2 * s * t * a + t * t * b
    : s * s * s * from + 3 * s * s * t * a + 3 * s * t * t * b + t * t * t * c
}
