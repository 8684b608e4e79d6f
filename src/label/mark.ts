import type { Area } from './dots.ts'
import type { FontName } from './template.ts'

/** Degrees clockwise. */
export type Turn = 0 | 90 | 180 | 270

/** One step of an outline: move, line, quadratic or cubic curve, close. */
export interface OutlineStep {
  readonly to: 'M' | 'L' | 'Q' | 'C' | 'Z'
  /** Coordinates, x and y in turn; the last pair is where the step ends. */
  readonly at: readonly number[]
}
export type Outline = readonly OutlineStep[]

/** A glyph on a baseline. */
export interface PlacedGlyph {
  readonly glyph: number
  /** Dots from the beginning of the baseline. */
  readonly x: number
  readonly y: number
}

/** What is printed, in dots from the upper left corner of the label; y goes down. */
export type Mark =
  /** Rectangles of whole dots: x, y, width and height in turn. */
  | { readonly kind: 'boxes'; readonly boxes: readonly number[] }
  | { readonly kind: 'outline'; readonly outline: Outline }
  | {
      readonly kind: 'text'
      readonly text: string
      readonly font: FontName
      /** Height of the em in dots. */
      readonly size: number
      /** Where the baseline begins. */
      readonly x: number
      readonly y: number
      readonly turn: Turn
      readonly glyphs: readonly PlacedGlyph[]
    }
  | { readonly kind: 'bitmap'; readonly area: Area; readonly bits: Uint8Array }

/** Places what is drawn upright in a box of its own into the box of a turned element. */
export interface Placing {
  readonly turn: Turn
  /** Width and height of the upright box. */
  readonly width: number
  readonly height: number
  point(u: number, v: number): readonly [x: number, y: number]
}

/** How the upright content of an element comes into its box. */
export function placing(area: Area, turn: Turn): Placing {
  const upright = turn === 0 || turn === 180
  const width = upright ? area.width : area.height
  const height = upright ? area.height : area.width
  const { x, y } = area
  const point = (u: number, v: number): readonly [number, number] => {
    if (turn === 0) return [x + u, y + v]
    if (turn === 90) return [x + height - v, y + u]
    if (turn === 180) return [x + width - u, y + height - v]
    return [x + v, y + width - u]
  }
  return { turn, width, height, point }
}

/** A rectangle of the upright content, as it lies on the label. */
export function placeBox(placing: Placing, area: Area): Area {
  const [x1, y1] = placing.point(area.x, area.y)
  const [x2, y2] = placing.point(area.x + area.width, area.y + area.height)
  return {
    x: Math.min(x1, x2),
    y: Math.min(y1, y2),
    width: Math.abs(x2 - x1),
    height: Math.abs(y2 - y1),
  }
}

/** An outline scaled and placed on the label. */
export function placeOutline(
  placing: Placing,
  outline: Outline,
  scale: number,
  at: readonly [u: number, v: number] = [0, 0],
): Outline {
  return outline.map(({ to, at: points }) => {
    const placed: number[] = []
    for (let index = 0; index + 1 < points.length; index += 2) {
      placed.push(
        ...placing.point(at[0] + points[index]! * scale, at[1] + points[index + 1]! * scale),
      )
    }
    return { to, at: placed }
  })
}

/** The area that steps of an outline reach over; control points count as part of it. */
export function outlineArea(outline: Outline): Area {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const { at } of outline) {
    for (let index = 0; index + 1 < at.length; index += 2) {
      left = Math.min(left, at[index]!)
      right = Math.max(right, at[index]!)
      top = Math.min(top, at[index + 1]!)
      bottom = Math.max(bottom, at[index + 1]!)
    }
  }
  return left > right
    ? { x: 0, y: 0, width: 0, height: 0 }
    : { x: left, y: top, width: right - left, height: bottom - top }
}
