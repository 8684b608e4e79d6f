import { dotSize, toDots, usualResolutions, type Area } from './dots.ts'
import type { Clause, Said } from '../i18n/clause.ts'
import { finding, refuse, say, type Finding } from './finding.ts'
import { sizeOf, type SymbolSize } from './gs1-sizes.ts'
import { quietZones, type EncodedSymbol, type QuietZone } from './symbol.ts'
import type { SymbologyName } from './template.ts'
import type { Use } from './uses.ts'

/** A symbol fitted into its upright box, in dots. */
export interface FittedSymbol {
  /** Width of a module in dots. */
  readonly module: number
  /** Where its dark modules begin, and how large it is without the quiet zone. */
  readonly area: Area
  /** Rectangles of its dark modules: x, y, width and height in turn. */
  readonly boxes: readonly number[]
  readonly findings: readonly Finding[]
}

/** What a symbol is fitted into. */
export interface SymbolBox {
  readonly symbology: SymbologyName
  readonly use: Use
  readonly dpi: number
  /** Width and height for the symbol with its quiet zone, in dots. */
  readonly width: number
  readonly height: number
  /** The wanted width of a module in millimetres. */
  readonly wanted: number | undefined
  /** The element, as findings name it. */
  readonly name: string
}

/** Wide bars of an ITF-14 in narrow ones: 2.5 is aimed at (General Specifications, 5.3.2). */
const wideRatio = 2.5

/** Draws a symbol in whole dots, as large as is wanted and fits, and says what a standard would. */
export function fitSymbol(symbol: EncodedSymbol, box: SymbolBox): FittedSymbol {
  const size = sizeOf(box.symbology, box.use)
  const quiet = quietZones[box.symbology]
  const module = chooseModule(symbol, box, size, quiet)
  const findings = moduleFindings(module, symbol, box, size, quiet)
  const width = symbolWidth(symbol, module, box.symbology)
  // Bars take the height there is; a matrix is as high as its modules.
  const height = symbol.kind === 'matrix' ? symbol.rows * module : box.height
  const left = quiet.left * module
  const space = box.width - width - (quiet.left + quiet.right) * module
  const x = left + Math.floor(space / 2)
  const y = symbol.kind === 'matrix' ? Math.floor((box.height - height) / 2) : 0
  const area = { x, y, width, height }
  const heightFinding = barHeightFinding(symbol, height, box, size)
  return {
    module,
    area,
    boxes:
      symbol.kind === 'matrix'
        ? matrixBoxes(symbol, area, module)
        : bars(symbol, area, module, box),
    findings: heightFinding ? [...findings, heightFinding] : findings,
  }
}

/** The most dots a module that is wanted may have and that fits; else the fewest allowed. */
function chooseModule(
  symbol: EncodedSymbol,
  box: SymbolBox,
  size: SymbolSize,
  quiet: QuietZone,
): number {
  const dot = dotSize(box.dpi)
  const largest = largestModule(symbol, box, quiet)
  // Two in a hundred are within what a printer keeps anyway. For own use, larger reads better.
  const target = box.wanted ?? (box.use === 'own' ? size.max : size.target)
  const wanted = Math.floor(Math.min(target * 1.02, Math.max(target, size.max)) / dot)
  const least = Math.ceil(size.min / dot - 1e-9)
  const chosen = Math.min(largest, Math.max(wanted, least))
  if (chosen >= 1) return chosen
  const needs = neededSize(symbol, quiet, 1, box)
  const { dpi } = box
  const [width, height] = [millimetres(box.width, dpi), millimetres(box.height, dpi)]
  return refuse('code_too_large', box.name, say('boxTooSmall', { needs, dpi, width, height }))
}

function largestModule(symbol: EncodedSymbol, box: SymbolBox, quiet: QuietZone): number {
  let module = 0
  while (module < 500 && fits(symbol, box, quiet, module + 1)) module += 1
  return module
}

function fits(symbol: EncodedSymbol, box: SymbolBox, quiet: QuietZone, module: number): boolean {
  const width = symbolWidth(symbol, module, box.symbology) + (quiet.left + quiet.right) * module
  const height = symbol.kind === 'matrix' ? (symbol.rows + quiet.top + quiet.bottom) * module : 1
  return width <= box.width && height <= box.height
}

/** Width of a symbol in dots, without its quiet zone. */
function symbolWidth(symbol: EncodedSymbol, module: number, symbology: SymbologyName): number {
  if (symbol.kind === 'matrix') return symbol.columns * module
  return symbol.widths.reduce((sum, width) => sum + barWidth(width, module, symbology), 0)
}

/** Width of a bar or space in dots. */
function barWidth(modules: number, module: number, symbology: SymbologyName): number {
  return symbology === 'itf_14' && modules > 1 ? Math.round(module * wideRatio) : modules * module
}

function moduleFindings(
  module: number,
  symbol: EncodedSymbol,
  box: SymbolBox,
  size: SymbolSize,
  quiet: QuietZone,
): Finding[] {
  const { dpi, name } = box
  const width = module * dotSize(dpi)
  if (width >= size.min - 1e-6 && width <= size.max + 1e-6) return []
  const range = say('range', { min: size.min.toFixed(3), max: size.max.toFixed(3) })
  const said = say('xDimension', {
    count: module,
    dpi,
    width: width.toFixed(3),
    asked: asked(size, range),
    fix: fixFor(symbol, box, size, quiet),
  })
  return [finding('warning', 'x_dimension', name, said)]
}

/** What a standard asks for, in millimetres. */
const asked = ({ by }: SymbolSize, size: Said): Clause => say(`asked.${by}`, { size })

/** What would make the module right: a larger box, or a finer printer. */
function fixFor(symbol: EncodedSymbol, box: SymbolBox, size: SymbolSize, quiet: QuietZone): Clause {
  const ways: Clause[] = []
  for (const dpi of [box.dpi, ...usualResolutions.filter((one) => one > box.dpi)]) {
    const dot = dotSize(dpi)
    const least = Math.ceil(size.min / dot - 1e-9)
    if (least * dot > size.max + 1e-6) continue
    const at = { ...box, dpi }
    const scale = dpi / box.dpi
    const scaled = {
      ...at,
      width: Math.floor(box.width * scale),
      height: Math.floor(box.height * scale),
    }
    const module = { count: least, width: (least * dot).toFixed(3) }
    if (fits(symbol, scaled, quiet, least)) ways.push(say('fix.print', { dpi, ...module }))
    else if (dpi === box.dpi) {
      const needs = neededSize(symbol, quiet, least, box)
      ways.push(say('fix.enlarge', { needs, ...module }))
    }
  }
  if (ways.length === 0) return say('fix.none')
  const either = ways.reduce((first, second) => say('fix.either', { first, second }))
  return say('fix.ways', { ways: either })
}

function barHeightFinding(
  symbol: EncodedSymbol,
  height: number,
  { dpi, name }: SymbolBox,
  size: SymbolSize,
): Finding | null {
  if (symbol.kind === 'matrix') return null
  const is = height * dotSize(dpi)
  if (is >= size.height - dotSize(dpi)) return null
  const said = say('barHeight', {
    height: is.toFixed(1),
    asked: asked(size, size.height),
    missing: (size.height - is).toFixed(1),
  })
  return finding('warning', 'bar_height', name, said)
}

/** The box that a symbol needs with its quiet zone. */
function neededSize(
  symbol: EncodedSymbol,
  quiet: QuietZone,
  module: number,
  { dpi, symbology }: SymbolBox,
): Clause {
  const dots = symbolWidth(symbol, module, symbology) + (quiet.left + quiet.right) * module
  const width = millimetresUp(dots, dpi)
  if (symbol.kind === 'linear') return say('width', { width })
  const height = millimetresUp((symbol.rows + quiet.top + quiet.bottom) * module, dpi)
  return say('size', { width, height })
}

const millimetres = (length: number, dpi: number): string => (length * dotSize(dpi)).toFixed(1)
const millimetresUp = (length: number, dpi: number): string =>
  (Math.ceil(length * dotSize(dpi) * 10) / 10).toFixed(1)

/** The dark modules of a matrix, those side by side in a row as one box. */
function matrixBoxes(
  { columns, rows, dark }: EncodedSymbol & { kind: 'matrix' },
  { x, y }: Area,
  module: number,
): number[] {
  const boxes: number[] = []
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0; column < columns;) {
      let end = column
      while (end < columns && dark[row * columns + end] === 1) end += 1
      if (end > column) {
        boxes.push(x + column * module, y + row * module, (end - column) * module, module)
      }
      column = end + 1
    }
  }
  return boxes
}

function bars(
  { widths }: EncodedSymbol & { kind: 'linear' },
  { x, y, width, height }: Area,
  module: number,
  { symbology, dpi }: SymbolBox,
): number[] {
  const boxes: number[] = []
  let at = x
  for (const [index, modules] of widths.entries()) {
    const wide = barWidth(modules, module, symbology)
    if (index % 2 === 0) boxes.push(at, y, wide, height)
    at += wide
  }
  if (symbology !== 'itf_14') return boxes
  // Bearer bars keep a reader that slips off the top from reading a shorter number.
  const bearer = Math.max(2 * module, toDots(0.5, dpi))
  return [...boxes, x, y, width, bearer, x, y + height - bearer, width, bearer]
}
