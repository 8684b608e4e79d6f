import { visualRuns } from './bidi.ts'
import type { Outline, PlacedGlyph } from './mark.ts'
import type { FontName } from './template.ts'

/** A glyph as a font shapes it, in units of the font. */
export interface ShapedGlyph {
  readonly glyph: number
  readonly advance: number
  readonly x: number
  readonly y: number
}

/** A font, as whoever runs the layout reads it. */
export interface LabelFont {
  readonly unitsPerEm: number
  /** Height of capital letters above the baseline, in units. */
  readonly capHeight: number
  readonly ascent: number
  /** Depth of letters below the baseline, in units; positive. */
  readonly descent: number
  /** Glyphs of a text of one direction, from left to right as they are seen. */
  shape(text: string, direction: 'ltr' | 'rtl'): readonly ShapedGlyph[]
  /** How far a glyph moves on by itself, in units. */
  advance(glyph: number): number
  /** The outline of a glyph in units; y goes up. */
  outline(glyph: number): Outline
  has(character: string): boolean
}

export type Fonts = Readonly<Record<FontName, LabelFont>>

/** A line of text, measured for an em of one dot. */
export interface MeasuredLine {
  readonly text: string
  readonly width: number
  readonly glyphs: readonly PlacedGlyph[]
}

/** Shapes and measures one line. */
export function measureLine(font: LabelFont, text: string): MeasuredLine {
  const glyphs: PlacedGlyph[] = []
  let at = 0
  for (const run of visualRuns(text)) {
    for (const { glyph, advance, x, y } of font.shape(run.text, run.direction)) {
      glyphs.push({ glyph, x: (at + x) / font.unitsPerEm, y: y / font.unitsPerEm })
      at += advance
    }
  }
  return { text, width: at / font.unitsPerEm, glyphs }
}

/** The first character that a font has no glyph for; null when it has them all. */
export function missingLetter(font: LabelFont, text: string): string | null {
  for (const character of text) if (!font.has(character)) return character
  return null
}
