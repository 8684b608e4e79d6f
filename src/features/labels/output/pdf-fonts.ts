import type { Font } from 'fontkit'
import type { FontName } from '../../../label/index.ts'
import { openFont } from './fonts.ts'
import type { UsedGlyphs } from './pdf-page.ts'

/** An object of a PDF: its dictionary without brackets, and its stream where it has one. */
export interface PdfObject {
  readonly dictionary: string
  readonly stream?: Uint8Array
}

/** A font with some of its glyphs; its types are wrong in the package. */
interface Subset {
  /** @returns the glyph's number in the subset */
  includeGlyph(glyph: number): number
  encode(): Uint8Array
}

/** Objects that a font takes, and how many numbers to keep for them. */
export const objectsPerFont = 6

/**
 * The objects of the fonts that pages use, each with only its used glyphs. Pages name glyphs by
 * their numbers in the whole font, so that they could be written before it was known which.
 *
 * @param first number of the first object
 */
export function fontObjects(name: FontName, used: UsedGlyphs, first: number): PdfObject[] {
  const glyphs = [...(used.get(name) ?? [])].sort((a, b) => a - b)
  const font = openFont(name)
  const subset = font.createSubset() as unknown as Subset
  const numbers = glyphs.map((glyph) => subset.includeGlyph(glyph))
  const file = subset.encode()
  const base = `/BaseFont /${tagOf(glyphs)}+${font.postscriptName}`
  const reference = (offset: number) => `${first + offset} 0 R`
  return [
    {
      dictionary: `/Type /Font /Subtype /Type0 ${base} /Encoding /Identity-H /DescendantFonts [${reference(1)}] /ToUnicode ${reference(4)}`,
    },
    {
      dictionary: `/Type /Font /Subtype /CIDFontType2 ${base} /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /FontDescriptor ${reference(2)} /CIDToGIDMap ${reference(5)} /W [${widths(font, glyphs)}]`,
    },
    {
      dictionary: `/Type /FontDescriptor /FontName /${tagOf(glyphs)}+${font.postscriptName} /Flags 4 /FontBBox [${boxOf(font)}] /ItalicAngle 0 /Ascent ${perMille(font, font.ascent)} /Descent ${perMille(font, font.descent)} /CapHeight 729 /StemV 80 /FontFile2 ${reference(3)}`,
    },
    { dictionary: `/Length1 ${file.length}`, stream: file },
    { dictionary: '', stream: Buffer.from(unicodeMap(font, glyphs)) },
    { dictionary: '', stream: glyphMap(glyphs, numbers) },
  ]
}

const perMille = (font: Font, units: number): number => Math.round((units * 1000) / font.unitsPerEm)

const boxOf = (font: Font): string => {
  const { minX, minY, maxX, maxY } = font.bbox
  return [minX, minY, maxX, maxY].map((units) => perMille(font, units)).join(' ')
}

/** Six letters that tell one subset of a font from another. */
function tagOf(glyphs: readonly number[]): string {
  let sum = 7
  for (const glyph of glyphs) sum = (sum * 31 + glyph) % 308_915_776
  return Array.from({ length: 6 }, (_, index) =>
    String.fromCharCode(65 + (Math.floor(sum / 26 ** index) % 26)),
  ).join('')
}

const widths = (font: Font, glyphs: readonly number[]): string =>
  glyphs
    .map((glyph) => `${glyph} [${(font.getGlyph(glyph).advanceWidth * 1000) / font.unitsPerEm}]`)
    .join(' ')

/** From the numbers in the whole font to those in the subset. */
function glyphMap(glyphs: readonly number[], numbers: readonly number[]): Uint8Array {
  const map = Buffer.alloc(((glyphs.at(-1) ?? 0) + 1) * 2)
  for (const [index, glyph] of glyphs.entries()) map.writeUInt16BE(numbers[index]!, glyph * 2)
  return map
}

/** What each glyph means, for searching and copying. */
function unicodeMap(font: Font, glyphs: readonly number[]): string {
  const lines = glyphs.flatMap((glyph) => {
    const [text] = font.stringsForGlyph(glyph)
    return text === undefined ? [] : [`<${hex(glyph)}> <${utf16(text)}>`]
  })
  const blocks: string[] = []
  // A block holds 100 lines at most (Adobe Technical Note 5014).
  for (let at = 0; at < lines.length; at += 100) {
    const block = lines.slice(at, at + 100)
    blocks.push(`${block.length} beginbfchar\n${block.join('\n')}\nendbfchar`)
  }
  return [
    '/CIDInit /ProcSet findresource begin 12 dict begin begincmap',
    '/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def',
    '/CMapName /Adobe-Identity-UCS def /CMapType 2 def',
    '1 begincodespacerange <0000> <FFFF> endcodespacerange',
    ...blocks,
    'endcmap CMapName currentdict /CMap defineresource pop end end',
  ].join('\n')
}

const hex = (value: number): string => value.toString(16).padStart(4, '0')

const utf16 = (text: string): string =>
  Array.from({ length: text.length }, (_, index) => hex(text.charCodeAt(index))).join('')
