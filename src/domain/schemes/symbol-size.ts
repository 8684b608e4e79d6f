/** A symbol that carries a serial, and how large it comes out. */
export interface SymbolSize {
  readonly symbology: 'datamatrix' | 'qr' | 'code128'
  /** Width of the narrowest bar or of one module, in millimetres. */
  readonly xDimensionMm: number
  /** With its quiet zones, in millimetres. */
  readonly widthMm: number
  readonly heightMm: number
}

/** X-dimensions in millimetres: what a good printer can make, and what is usual on a label. */
const xDimensions = { datamatrix: [0.255, 0.38], qr: [0.255, 0.4], code128: [0.25, 0.33] } as const

/** How large the symbols for a text of printable ASCII are, smallest X-dimension first. */
export function symbolSizes(text: string): SymbolSize[] {
  const square = (symbology: 'datamatrix' | 'qr', modules: number | null, quiet: number) =>
    modules === null
      ? []
      : xDimensions[symbology].map((xDimensionMm): SymbolSize => {
          const side = rounded((modules + 2 * quiet) * xDimensionMm)
          return { symbology, xDimensionMm, widthMm: side, heightMm: side }
        })
  return [
    ...square('datamatrix', dataMatrixModules(text), 1),
    ...square('qr', qrModules(text), 4),
    ...xDimensions.code128.map((xDimensionMm): SymbolSize => {
      const widthMm = rounded((code128Modules(text) + 20) * xDimensionMm)
      // Low bars are missed by a hand that holds the scanner askew.
      const heightMm = rounded(Math.max(5, widthMm * 0.15))
      return { symbology: 'code128', xDimensionMm, widthMm, heightMm }
    }),
  ]
}

const rounded = (millimetres: number): number => Math.round(millimetres * 10) / 10

/** Side of square Data Matrix symbols (ISO/IEC 16022, ECC 200) by the codewords that they hold. */
const dataMatrixSizes = [
  [3, 10],
  [5, 12],
  [8, 14],
  [12, 16],
  [18, 18],
  [22, 20],
  [30, 22],
  [36, 24],
  [44, 26],
  [62, 32],
  [86, 36],
  [114, 40],
] as const

/** Side in modules of the smallest square Data Matrix symbol. */
export function dataMatrixModules(text: string): number | null {
  const codewords = Math.min(asciiCodewords(text), c40Codewords(text))
  return dataMatrixSizes.find(([most]) => codewords <= most)?.[1] ?? null
}

/** Two digits share a codeword. */
const asciiCodewords = (text: string): number => text.replace(/[0-9]{2}/g, '0').length

/** Three values share two codewords; capitals and digits have one value, other signs two. */
function c40Codewords(text: string): number {
  const values = Array.from(text).reduce(
    (sum, character) => sum + (/[A-Z0-9 ]/.test(character) ? 1 : 2),
    0,
  )
  const rest = values % 3
  const codewords = 1 + 2 * Math.floor(values / 3) + rest
  // Before what is left over the mode is left, unless the symbol is full with it.
  const isFull = dataMatrixSizes.some(([most]) => most === codewords)
  return rest === 0 || isFull ? codewords : codewords + 1
}

/** Characters that QR versions hold at error correction M (ISO/IEC 18004): digits, capitals, any. */
const qrCapacity = [
  [34, 20, 14],
  [63, 38, 26],
  [101, 61, 42],
  [149, 90, 62],
  [202, 122, 84],
  [255, 154, 106],
] as const

/** Side in modules of the smallest QR symbol at error correction M. */
export function qrModules(text: string): number | null {
  const mode = /^[0-9]*$/.test(text) ? 0 : /^[0-9A-Z $%*+\-./:]*$/.test(text) ? 1 : 2
  const version = qrCapacity.findIndex((capacity) => text.length <= capacity[mode])
  return version < 0 ? null : 21 + 4 * version
}

/** Width in modules of a Code 128 symbol (ISO/IEC 15417) without its quiet zones. */
export function code128Modules(text: string): number {
  // Start, check and stop, the last two modules wider.
  return 11 * (2 + code128Symbols(text)) + 13
}

/** Long runs of digits are written in pairs, with a change of code set before and after. */
function code128Symbols(text: string): number {
  const runs = text.match(/[0-9]+|[^0-9]+/g) ?? []
  return runs.reduce((sum, run, index) => {
    const isFirst = index === 0
    const isLast = index === runs.length - 1
    const changes = (isFirst ? 0 : 1) + (isLast ? 0 : 1)
    const pairs = Math.floor(run.length / 2)
    const inPairs =
      pairs + (run.length % 2) + changes + (run.length % 2 === 1 && changes === 0 ? 1 : 0)
    return sum + (/^[0-9]/.test(run) ? Math.min(run.length, inPairs) : run.length)
  }, 0)
}
