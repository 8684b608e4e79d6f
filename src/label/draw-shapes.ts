import { toDots, type Area } from './dots.ts'
import { areaOf } from './draw-text.ts'
import { refuse, say } from './finding.ts'
import { handlingOutline, handlingSpace } from './handling-symbols.ts'
import type { DrawContext, Drawing, GreyPicture, ReadPicture } from './drawing.ts'
import { outlineArea, placeOutline, placing, type Outline } from './mark.ts'
import { readPath } from './svg-path.ts'
import type { BoxElement, HandlingElement, LineElement, PictureElement } from './template.ts'
import { reasonOf } from '../i18n/said-error.ts'

/** A line of one dot or more; a slanting one is an outline. */
export function drawLine({ printer: { dpi } }: DrawContext, element: LineElement): Drawing {
  const thickness = Math.max(1, toDots(element.thickness, dpi))
  const [x, y, x2, y2] = [element.x, element.y, element.x2, element.y2].map((value) =>
    toDots(value, dpi),
  ) as [number, number, number, number]
  if (x === x2 || y === y2) {
    const area = {
      x: Math.min(x, x2),
      y: Math.min(y, y2),
      width: Math.abs(x2 - x) || thickness,
      height: Math.abs(y2 - y) || thickness,
    }
    return { marks: [boxMark(area)], area, findings: [] }
  }
  const length = Math.hypot(x2 - x, y2 - y)
  const [across, down] = [
    ((y - y2) / length) * (thickness / 2),
    ((x2 - x) / length) * (thickness / 2),
  ]
  const outline: Outline = [
    { to: 'M', at: [x + across, y + down] },
    { to: 'L', at: [x2 + across, y2 + down] },
    { to: 'L', at: [x2 - across, y2 - down] },
    { to: 'L', at: [x - across, y - down] },
    { to: 'Z', at: [] },
  ]
  return { marks: [{ kind: 'outline', outline }], area: outlineArea(outline), findings: [] }
}

/** A frame, or a filled box. */
export function drawBox({ printer: { dpi } }: DrawContext, element: BoxElement): Drawing {
  const area = areaOf(element, dpi)
  const thickness = Math.max(1, toDots(element.thickness, dpi))
  const { x, y, width, height } = area
  if (element.fill || thickness * 2 >= Math.min(width, height)) {
    return { marks: [boxMark(area)], area, findings: [] }
  }
  const inner = height - 2 * thickness
  const sides: Area[] = [
    { x, y, width, height: thickness },
    { x, y: y + height - thickness, width, height: thickness },
    { x, y: y + thickness, width: thickness, height: inner },
    { x: x + width - thickness, y: y + thickness, width: thickness, height: inner },
  ]
  const boxes = sides.flatMap((side) => [side.x, side.y, side.width, side.height])
  return { marks: [{ kind: 'boxes', boxes }], area, findings: [] }
}

const boxMark = ({ x, y, width, height }: Area) =>
  ({ kind: 'boxes', boxes: [x, y, width, height] }) as const

/** A sign for handling, as large as fits its box. */
export const drawHandling = (context: DrawContext, element: HandlingElement): Drawing =>
  drawOutline(context, element, handlingOutline(element.symbol), [handlingSpace, handlingSpace])

/** A picture from an outline or a PNG, as large as fits its box with its proportions kept. */
export function drawPicture(context: DrawContext, element: PictureElement): Drawing {
  const { name, tools, printer } = context
  if (element.path !== undefined && element.space) {
    const outline = readPath(element.path)
    if ('key' in outline) refuse('picture_invalid', name, outline)
    return drawOutline(context, element, outline, element.space)
  }
  const area = areaOf(element, printer.dpi)
  const picture = readPicture(tools.readPicture, element.png!, name)
  const place = placing(area, element.turn)
  const scale = Math.min(place.width / picture.width, place.height / picture.height)
  const width = Math.max(1, Math.round(picture.width * scale))
  const height = Math.max(1, Math.round(picture.height * scale))
  const isSide = element.turn === 90 || element.turn === 270
  const placed = {
    x: area.x + Math.floor((area.width - (isSide ? height : width)) / 2),
    y: area.y + Math.floor((area.height - (isSide ? width : height)) / 2),
    width: isSide ? height : width,
    height: isSide ? width : height,
  }
  const bits = halftone(picture, placed, element.turn)
  return { marks: [{ kind: 'bitmap', area: placed, bits }], area: placed, findings: [] }
}

function readPicture(read: ReadPicture, address: string, name: string): GreyPicture {
  try {
    return read(address)
  } catch (error) {
    return refuse('picture_invalid', name, say('as', { words: reasonOf(error) }))
  }
}

function drawOutline(
  { printer }: DrawContext,
  element: PictureElement | HandlingElement,
  outline: Outline,
  [width, height]: readonly [number, number],
): Drawing {
  const place = placing(areaOf(element, printer.dpi), element.turn)
  const scale = Math.min(place.width / width, place.height / height)
  const at = [(place.width - width * scale) / 2, (place.height - height * scale) / 2] as const
  const placed = placeOutline(place, outline, scale, at)
  return {
    marks: [{ kind: 'outline', outline: placed }],
    area: outlineArea(placed),
    findings: [],
  }
}

/** Grey as dots: error diffusion after Floyd and Steinberg, the picture turned and scaled. */
function halftone(picture: GreyPicture, area: Area, turn: number): Uint8Array {
  const { width, height } = area
  const bits = new Uint8Array(width * height)
  const errors = new Float32Array(width * (height + 1) + 1)
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const at = y * width + x
      const value = greyAt(picture, (x + 0.5) / width, (y + 0.5) / height, turn) + errors[at]!
      const isDark = value < 128
      if (isDark) bits[at] = 1
      const error = value - (isDark ? 0 : 255)
      if (x + 1 < width) errors[at + 1]! += (error * 7) / 16
      if (x > 0) errors[at + width - 1]! += (error * 3) / 16
      errors[at + width]! += (error * 5) / 16
      if (x + 1 < width) errors[at + width + 1]! += error / 16
    }
  }
  return bits
}

function greyAt({ width, height, grey }: GreyPicture, x: number, y: number, turn: number): number {
  const [u, v] =
    turn === 0 ? [x, y] : turn === 90 ? [y, 1 - x] : turn === 180 ? [1 - x, 1 - y] : [1 - y, x]
  return grey[Math.floor(v * height) * width + Math.floor(u * width)]!
}
