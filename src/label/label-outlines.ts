import type { Fonts } from './font.ts'
import type { Mark, Outline } from './mark.ts'

/** The outline of a text on the label, in dots. */
export function textOutline(mark: Mark & { kind: 'text' }, fonts: Fonts): Outline {
  const font = fonts[mark.font]
  const scale = mark.size / font.unitsPerEm
  const [cos, sin] = turnVector[mark.turn]
  return mark.glyphs.flatMap(({ glyph, x, y }) =>
    font.outline(glyph).map(({ to, at }) => {
      const placed: number[] = []
      for (let index = 0; index + 1 < at.length; index += 2) {
        // Fonts count upwards, labels downwards.
        const u = x + at[index]! * scale
        const v = -(y + at[index + 1]! * scale)
        placed.push(mark.x + u * cos - v * sin, mark.y + u * sin + v * cos)
      }
      return { to, at: placed }
    }),
  )
}

/** Cosine and sine of each turn. */
export const turnVector = { 0: [1, 0], 90: [0, 1], 180: [-1, 0], 270: [0, -1] } as const
