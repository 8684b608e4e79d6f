import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import {
  prepareZXingModule,
  purgeZXingModule,
  readBarcodes,
  type ReaderOptions,
} from 'zxing-wasm/reader'
import {
  finding,
  renderMarks,
  sayFinding as say,
  type Area,
  type Bitmap,
  type Finding,
  type Fonts,
  type PlacedLabel,
  type PlacedSymbol,
} from '../../../label/index.ts'

/**
 * Reads the codes of a label back, out of the dots that go to the printer, with a reader that has
 * nothing in common with the encoder, and compares them with what they were meant to say.
 */
export async function readBack(label: PlacedLabel, fonts: Fonts): Promise<Finding[]> {
  await freshReader()
  const findings: Finding[] = []
  for (const symbol of label.symbols) {
    const read = await readSymbol(label, symbol, fonts)
    if (read === symbol.request.scan) continue
    findings.push(finding('error', 'unreadable', symbol.name, whatWasRead(read)))
  }
  return findings
}

const whatWasRead = (read: string | null) =>
  read === null ? say('notRead') : say('readOtherwise', { text: read.slice(0, 80) })

/** Labels that one reader reads: it keeps about a kilobyte of each (zxing-wasm 3.1), for good. */
const labelsPerReader = 4000
let labelsRead = 0

/** The reader, or another one in its place where it has grown. */
function freshReader(): Promise<unknown> {
  labelsRead += 1
  if (labelsRead % labelsPerReader === 0) {
    purgeZXingModule()
    prepared = undefined
  }
  return prepareReader()
}

let prepared: Promise<unknown> | undefined

/** Starts the reader with the file in its own package; nothing is fetched. */
export function prepareReader(): Promise<unknown> {
  return (prepared ??= Promise.resolve(
    prepareZXingModule({ overrides: { wasmBinary: wasmFile() }, fireImmediately: true }),
  ))
}

function wasmFile(): ArrayBuffer {
  const file = readFileSync(
    createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm'),
  )
  return file.buffer.slice(file.byteOffset, file.byteOffset + file.byteLength)
}

const formats = {
  gs1_datamatrix: 'DataMatrix',
  datamatrix: 'DataMatrix',
  qr_link: 'QRCode',
  qr: 'QRCode',
  gs1_128: 'Code128',
  code_128: 'Code128',
  ean_13: 'EAN13',
  ean_8: 'EAN8',
  upc_a: 'UPCA',
  itf_14: 'ITF',
} as const

/** How a symbol is looked for: quickly first, and with all means only where that fails. */
const attempts = [
  { pixelsPerModule: 3, tryHarder: false },
  { pixelsPerModule: 5, tryHarder: true },
] as const

/** What a reader transmits for a symbol as it stands on the label; null when it reads nothing. */
async function readSymbol(
  label: PlacedLabel,
  symbol: PlacedSymbol,
  fonts: Fonts,
): Promise<string | null> {
  const bitmap = renderMarks(label.marks, bandOf(symbol), fonts)
  let said: string | null = null
  for (const { pixelsPerModule, tryHarder } of attempts) {
    const options: ReaderOptions = {
      formats: [formats[symbol.request.symbology]],
      tryHarder,
      tryRotate: tryHarder || symbol.turn !== 0,
      tryInvert: false,
      tryDownscale: tryHarder,
      maxNumberOfSymbols: 1,
      textMode: 'Plain',
    }
    const image = sampled(bitmap, symbol, pixelsPerModule)
    const [read] = await readBarcodes(image as Parameters<typeof readBarcodes>[0], options)
    if (read?.isValid) said = transmitted(read.symbologyIdentifier, read.text, symbol)
    if (said === symbol.request.scan) break
  }
  return said
}

/** Readers differ in how they call ITF-14 and UPC-A; the digits tell. */
function transmitted(identifier: string, text: string, { request }: PlacedSymbol): string {
  if (request.symbology === 'itf_14' && identifier.startsWith(']I')) return `]I1${text}`
  if (request.symbology === 'upc_a') return `]E0${text.padStart(13, '0')}`
  // A symbol that names its character set may have an identifier that says so.
  return identifier.replace(']d4', ']d1').replace(']Q2', ']Q1') + text
}

/** Dots of the symbol and its quiet zone; of a linear one a band across its bars is enough. */
function bandOf({ zone, area, symbol, turn }: PlacedSymbol): Area {
  if (symbol.kind === 'matrix') return zone
  const isSide = turn === 90 || turn === 270
  const band = 40
  return isSide
    ? {
        ...zone,
        x: area.x + Math.floor((area.width - Math.min(band, area.width)) / 2),
        width: Math.min(band, area.width),
      }
    : {
        ...zone,
        y: area.y + Math.floor((area.height - Math.min(band, area.height)) / 2),
        height: Math.min(band, area.height),
      }
}

/** White around a symbol, in pixels. */
const white = 12

/** The dots as a picture with few pixels a module, which is read faster, white around it. */
function sampled(
  { width, height, dots }: Bitmap,
  { module, symbol }: PlacedSymbol,
  pixelsPerModule: number,
) {
  // Bars of an ITF-14 are no whole number of modules.
  const step = symbol.kind === 'linear' ? 1 : Math.max(1, module / pixelsPerModule)
  const columns = Math.round(width / step)
  const rows = Math.round(height / step)
  const across = columns + 2 * white
  const data = new Uint8ClampedArray(across * (rows + 2 * white) * 4).fill(255)
  for (let row = 0; row < rows; row += 1) {
    const from = Math.min(height - 1, Math.floor((row + 0.5) * step)) * width
    for (let column = 0; column < columns; column += 1) {
      if (dots[from + Math.min(width - 1, Math.floor((column + 0.5) * step))] === 0) continue
      const at = ((row + white) * across + column + white) * 4
      data[at] = data[at + 1] = data[at + 2] = 0
    }
  }
  return { data, width: across, height: rows + 2 * white }
}
