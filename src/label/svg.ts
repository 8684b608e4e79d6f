import type { Fonts } from './font.ts'
import { textOutline } from './label-outlines.ts'
import type { PlacedLabel } from './layout.ts'
import type { Mark, Outline } from './mark.ts'

/**
 * A label as SVG, in exact millimetres. Texts are outlines: what a field says is nowhere in the
 * picture as text, so that nothing in it can be understood as markup.
 */
export function writeSvg(
  label: PlacedLabel,
  fonts: Fonts,
  { ink, stock, width, height }: { ink: string; stock: string; width: number; height: number },
): string {
  const body = label.marks.map((mark) => markSvg(mark, fonts)).join('')
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}mm" height="${height}mm" ` +
    `viewBox="0 0 ${label.width} ${label.height}">` +
    `<rect width="100%" height="100%" fill="${stock}"/><g fill="${ink}">${body}</g></svg>\n`
  )
}

function markSvg(mark: Mark, fonts: Fonts): string {
  if (mark.kind === 'boxes') return pathSvg(boxesPath(mark.boxes), ' shape-rendering="crispEdges"')
  if (mark.kind === 'bitmap') {
    return pathSvg(boxesPath(bitBoxes(mark)), ' shape-rendering="crispEdges"')
  }
  return pathSvg(outlinePath(mark.kind === 'text' ? textOutline(mark, fonts) : mark.outline))
}

const pathSvg = (path: string, attributes = ''): string =>
  path === '' ? '' : `<path${attributes} d="${path}"/>`

function boxesPath(boxes: readonly number[]): string {
  let path = ''
  for (let at = 0; at + 3 < boxes.length; at += 4) {
    const [x, y, width, height] = boxes.slice(at, at + 4)
    path += `M${x} ${y}h${width}v${height}h-${width}z`
  }
  return path
}

/** Dots of a picture as boxes, those side by side in a row as one. */
export function bitBoxes({ area, bits }: Mark & { kind: 'bitmap' }): number[] {
  const boxes: number[] = []
  for (let y = 0; y < area.height; y += 1) {
    for (let x = 0; x < area.width;) {
      let end = x
      while (end < area.width && bits[y * area.width + end] === 1) end += 1
      if (end > x) boxes.push(area.x + x, area.y + y, end - x, 1)
      x = end + 1
    }
  }
  return boxes
}

function outlinePath(outline: Outline): string {
  let path = ''
  for (const { to, at } of outline) path += to + at.map(rounded).join(' ')
  return path
}

const rounded = (value: number): number => Math.round(value * 100) / 100
