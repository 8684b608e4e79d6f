import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import type * as fontkit from 'fontkit'
import type { FontName, Fonts, LabelFont, Outline, ShapedGlyph } from '../../../label/index.ts'

/** Files of the fonts that labels are written in: DejaVu, which has most alphabets. */
const files: Readonly<Record<FontName, string>> = {
  sans: 'DejaVuSans.ttf',
  bold: 'DejaVuSans-Bold.ttf',
  condensed: 'DejaVuSansCondensed.ttf',
  mono: 'DejaVuSansMono.ttf',
  mono_bold: 'DejaVuSansMono-Bold.ttf',
}

/** Height of capitals in DejaVu, of an em; its files do not say it where fontkit looks. */
const capHeight = 0.729
/** How far letters hang below the baseline, of an em. */
const descent = 0.236

const require = createRequire(import.meta.url)
const folder = join(dirname(require.resolve('dejavu-fonts-ttf/package.json')), 'ttf')

/**
 * Opens the font of a name, for shaping and for putting it into a document. The library is loaded
 * by the first font: its 20 MiB are not for processes that draw no label.
 */
export function openFont(name: FontName): fontkit.Font {
  const { openSync } = require('fontkit') as typeof fontkit
  return openSync(join(folder, files[name])) as fontkit.Font
}

/** The fonts of labels; each is read when it is first needed. */
export function loadFonts(): Fonts {
  const fonts = new Map<string, LabelFont>()
  return new Proxy({} as Fonts, {
    get(_, name: string) {
      const known = fonts.get(name)
      if (known) return known
      const font = labelFont(openFont(name as FontName))
      fonts.set(name, font)
      return font
    },
  })
}

/** Letters that stand side by side as they are, without any rule of a font. */
const simple =
  /^[\u0020-\u007e\u00a0-\u00ac\u00ae-\u02ff\u0370-\u0482\u048a-\u052f\u2010-\u2027\u2030-\u20bf]*$/

function labelFont(font: fontkit.Font): LabelFont {
  const outlines = new Map<number, Outline>()
  const glyphs = new Map<string, ShapedGlyph>()
  const advances = new Map<number, number>()
  const simpleGlyph = (character: string): ShapedGlyph => {
    const known = glyphs.get(character)
    if (known) return known
    const { id, advanceWidth } = font.glyphForCodePoint(character.codePointAt(0)!)
    const shaped = { glyph: id, advance: advanceWidth, x: 0, y: 0 }
    glyphs.set(character, shaped)
    return shaped
  }
  return {
    unitsPerEm: font.unitsPerEm,
    capHeight: capHeight * font.unitsPerEm,
    ascent: font.ascent,
    descent: descent * font.unitsPerEm,
    has: (character) => font.hasGlyphForCodePoint(character.codePointAt(0)!),
    shape(text, direction) {
      if (direction === 'ltr' && simple.test(text)) return [...text].map(simpleGlyph)
      return shapeRun(font, text, direction)
    },
    advance(glyph) {
      const known = advances.get(glyph)
      if (known !== undefined) return known
      const { advanceWidth } = font.getGlyph(glyph)
      advances.set(glyph, advanceWidth)
      return advanceWidth
    },
    outline(glyph) {
      const known = outlines.get(glyph)
      if (known) return known
      const outline = outlineOf(font, glyph)
      outlines.set(glyph, outline)
      return outline
    },
  }
}

function shapeRun(font: fontkit.Font, text: string, direction: 'ltr' | 'rtl'): ShapedGlyph[] {
  const run = font.layout(text, undefined, undefined, undefined, direction)
  return run.glyphs.map(({ id }, index) => {
    const { xAdvance, xOffset, yOffset } = run.positions[index]!
    return { glyph: id, advance: xAdvance, x: xOffset, y: yOffset }
  })
}

const stepNames = {
  moveTo: 'M',
  lineTo: 'L',
  quadraticCurveTo: 'Q',
  bezierCurveTo: 'C',
  closePath: 'Z',
} as const

const outlineOf = (font: fontkit.Font, glyph: number): Outline =>
  font.getGlyph(glyph).path.commands.map(({ command, args }) => ({
    to: stepNames[command],
    at: args,
  }))
