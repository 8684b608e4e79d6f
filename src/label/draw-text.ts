import { toDots, type Area } from './dots.ts'
import { fillText, type LabelData } from './fields.ts'
import { finding, refuse, say, type Finding } from './finding.ts'
import { fitText, lineHeight, type FittedText } from './fit-text.ts'
import { missingLetter, type LabelFont } from './font.ts'
import { baseDirection } from './bidi.ts'
import { hiddenCharacter, showHidden } from './hidden-characters.ts'
import type { DrawContext, Drawing } from './drawing.ts'
import { placeBox, placing, type Mark, type Placing } from './mark.ts'
import type { TextElement } from './template.ts'

/** The least em that people can read without a glass, in millimetres (4 points). */
const readableSize = 1.4

/** Draws a text in its box; nothing where all its fields are empty. */
export function drawText(context: DrawContext, element: TextElement, data: LabelData): Drawing {
  const { name, printer, tools } = context
  const filled = fillText(element.text, data, true)
  if (filled.problem !== null) refuse('field_invalid', name, filled.problem)
  const isEmpty = filled.fields > 0 && filled.missing.length === filled.fields
  if (isEmpty || filled.text.trim() === '') return { marks: [], area: null, findings: [] }
  const hidden = hiddenCharacter(filled.text)
  const text = showHidden(filled.text)
  const font = tools.fonts[element.font]
  const letter = missingLetter(font, text)
  if (letter !== null) {
    refuse('letter_missing', name, say('letterMissing', { letter }))
  }
  const place = placing(areaOf(element, printer.dpi), element.turn)
  const size = toDotsExact(element.size, printer.dpi)
  const sizeMin = toDotsExact(
    Math.min(element.size, element.sizeMin ?? Math.max(readableSize, element.size * 0.5)),
    printer.dpi,
  )
  const box = { width: place.width, height: place.height, size, sizeMin, fit: element.fit }
  const fitted = fitText(font, text, box)
  if (!fitted) {
    return refuse('text_too_long', name, say('textTooLong', { text: shortened(text) }))
  }
  const lines = placeLines(context, element, fitted, place)
  return { ...lines, findings: textFindings(name, hidden, fitted, text) }
}

const toDotsExact = (millimetres: number, dpi: number): number => (millimetres * dpi) / 25.4

/** The box of an element in dots. */
export const areaOf = (
  { x, y, width, height }: { x: number; y: number; width: number; height: number },
  dpi: number,
): Area => {
  const left = toDots(x, dpi)
  const top = toDots(y, dpi)
  return {
    x: left,
    y: top,
    width: toDots(x + width, dpi) - left,
    height: toDots(y + height, dpi) - top,
  }
}

const shortened = (text: string): string => (text.length > 40 ? `${text.slice(0, 40)}…` : text)

function textFindings(
  name: string,
  hidden: string | null,
  fitted: FittedText,
  text: string,
): Finding[] {
  const findings: Finding[] = []
  if (hidden !== null) {
    const said = say('hiddenInText', { character: hidden })
    findings.push(finding('warning', 'hidden_character', name, said))
  }
  if (fitted.isCut) {
    const said = say('textCut', { text: shortened(text) })
    findings.push(finding('warning', 'text_too_long', name, said))
  }
  return findings
}

/** Puts fitted lines into the box by their alignment. */
function placeLines(
  { tools }: DrawContext,
  element: TextElement,
  { lines, size }: FittedText,
  place: Placing,
): Pick<Drawing, 'marks' | 'area'> {
  const font = tools.fonts[element.font]
  const cap = (font.capHeight / font.unitsPerEm) * size
  const depth = (font.descent / font.unitsPerEm) * size * 0.6
  const height = cap + depth + (lines.length - 1) * lineHeight * size
  const top = topOf(element, place.height, height, depth)
  const marks: Mark[] = []
  let [left, right] = [Infinity, -Infinity]
  for (const [index, line] of lines.entries()) {
    const width = line.width * size
    const u = startOf(element, line.text, place.width, width)
    const [x, y] = place.point(u, top + cap + index * lineHeight * size)
    const glyphs = line.glyphs.map((glyph) => ({
      glyph: glyph.glyph,
      x: glyph.x * size,
      y: glyph.y * size,
    }))
    const { font: name, turn } = element
    marks.push({ kind: 'text', text: line.text, font: name, size, x, y, turn, glyphs })
    left = Math.min(left, u)
    right = Math.max(right, u + width)
  }
  return { marks, area: placeBox(place, { x: left, y: top, width: right - left, height }) }
}

function topOf({ vertical }: TextElement, box: number, height: number, depth: number): number {
  if (vertical === 'top') return 0
  // Letters look centred by their capitals, not by what hangs below them.
  return vertical === 'bottom' ? box - height : (box - height + depth) / 2
}

function startOf({ align }: TextElement, text: string, box: number, width: number): number {
  if (align === 'center') return (box - width) / 2
  const isRight = (align === 'end') !== (baseDirection(text) === 'rtl')
  return isRight ? box - width : 0
}

/** A line of small text under a code, centred; it shrinks to the width there is. */
export function captionMarks(
  font: LabelFont,
  lines: readonly string[],
  size: number,
  place: Placing,
  top: number,
): Mark[] {
  return lines.flatMap((text, index) => {
    const fitted = fitText(font, showHidden(text), {
      width: place.width,
      height: size * 2,
      size,
      sizeMin: size * 0.3,
      fit: 'ellipsis',
    })!
    const line = fitted.lines[0]!
    const cap = (font.capHeight / font.unitsPerEm) * size
    const [x, y] = place.point(
      (place.width - line.width * fitted.size) / 2,
      top + cap + index * size * lineHeight,
    )
    const glyphs = line.glyphs.map(({ glyph, x, y }) => ({
      glyph,
      x: x * fitted.size,
      y: y * fitted.size,
    }))
    return [
      {
        kind: 'text' as const,
        text: line.text,
        font: 'sans' as const,
        size: fitted.size,
        x,
        y,
        turn: place.turn,
        glyphs,
      },
    ]
  })
}
