import { readBarcodes, type ReaderOptions } from 'zxing-wasm/reader'
import {
  prepareTemplate,
  renderBitmap,
  sampleData,
  type LabelData,
  type PlacedLabel,
  type Template,
} from '../../src/label/index.ts'
import { writePng } from '../../src/features/labels/output/png.ts'
import { labelTools } from '../../src/features/labels/output/tools.ts'

/** Fonts, encoder and pictures, as the server has them. */
export const tools = labelTools()

/** A label of a template in the dots of a printer. */
export const layOut = (template: Template, dpi: number, data: LabelData = sampleData) =>
  prepareTemplate(template, { dpi }, tools).layOut(data)

/** The dots of a label as a PNG. */
export const pngOf = (label: PlacedLabel) => writePng(renderBitmap(label, tools.fonts), label.dpi)

/** What zxing reads anywhere in a picture: symbology identifier and text of each code, sorted. */
export async function readAll(png: Uint8Array): Promise<string[]> {
  const options: ReaderOptions = { tryHarder: true, textMode: 'Plain', maxNumberOfSymbols: 9 }
  const read = await readBarcodes(png, options)
  return read.map(({ symbologyIdentifier, text }) => symbologyIdentifier + text).sort()
}

/** What the codes of a label are meant to say, sorted. */
export const meant = (label: PlacedLabel) => label.symbols.map(({ request }) => request.scan).sort()
