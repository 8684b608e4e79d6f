import type { SymbologyName } from './template.ts'
import type { Use } from './uses.ts'

/** What a standard asks of a symbol, in millimetres. */
export interface SymbolSize {
  /** Width of a module (X-dimension). */
  readonly min: number
  readonly target: number
  readonly max: number
  /** Least height of the bars of a linear symbol; 0 where none is asked for. */
  readonly height: number
  /** Who asks for it: GS1 for a use or for the codes of retail, or readers. */
  readonly by: Use | 'retail_code'
}

type Row = readonly [min: number, target: number, max: number, height?: number]

/**
 * X-dimensions by use: GS1 General Specifications, section 5.12.3, symbol specification tables
 * 1 (retail), 2 (distribution), 4 (other trade items), 5 (logistic units), 6 (healthcare),
 * 7 (marking of parts) and 9 (assets). What is for own use only has a floor that readers ask for.
 */
const matrix: Readonly<Record<Use, Row>> = {
  own: [0.25, 0.38, 2],
  retail: [0.375, 0.625, 0.99],
  distribution: [0.743, 0.743, 1.5],
  trade_item: [0.38, 0.38, 0.495],
  logistic: [0.743, 0.743, 1.5],
  healthcare: [0.254, 0.38, 0.99],
  marking: [0.254, 0.3, 0.615],
  asset: [0.38, 0.38, 0.495],
}

/** A link in a symbol for retail is read by phones too: larger than other matrix codes. */
const retailLink: Row = [0.396, 0.495, 0.743]

const linear: Readonly<Record<Use, Row>> = {
  own: [0.19, 0.25, 1.2, 5],
  retail: [0.25, 0.495, 0.495, 12.7],
  distribution: [0.495, 0.495, 1.016, 31.75],
  trade_item: [0.25, 0.495, 0.495, 12.7],
  logistic: [0.495, 0.495, 0.94, 31.75],
  healthcare: [0.17, 0.495, 0.495, 12.7],
  marking: [0.25, 0.495, 0.495, 12.7],
  asset: [0.25, 0.25, 0.495, 12.7],
}

/** EAN and UPC: 80 to 200 % of 0.33 mm (General Specifications, section 5.2). */
const retailCodes: Readonly<Partial<Record<SymbologyName, Row>>> = {
  ean_13: [0.264, 0.33, 0.66, 18.28],
  upc_a: [0.264, 0.33, 0.66, 18.28],
  ean_8: [0.264, 0.33, 0.66, 14.58],
}

/** ITF-14 (General Specifications, section 5.3): large on cartons, smaller elsewhere. */
const cartonCode = (use: Use): Row =>
  use === 'distribution' || use === 'logistic'
    ? [0.495, 0.495, 1.016, 31.75]
    : [0.25, 0.495, 0.495, 12.7]

/** Symbols that carry GS1 data: the tables of GS1 are about these alone. */
const gs1Symbols = new Set<SymbologyName>(['gs1_datamatrix', 'gs1_128', 'qr_link', 'itf_14'])

/** Whether a symbol has bars in one row. */
export const isLinear = (symbology: SymbologyName): boolean =>
  !['gs1_datamatrix', 'qr_link', 'datamatrix', 'qr'].includes(symbology)

/** What is asked of a symbol in a use. */
export function sizeOf(symbology: SymbologyName, use: Use): SymbolSize {
  const retail = retailCodes[symbology]
  if (retail) return spell(retail, 'retail_code')
  const own = gs1Symbols.has(symbology) ? use : 'own'
  if (symbology === 'itf_14') return spell(cartonCode(own), own)
  if (symbology === 'qr_link' && own === 'retail') return spell(retailLink, 'retail')
  return spell((isLinear(symbology) ? linear : matrix)[own], own)
}

const spell = ([min, target, max, height = 0]: Row, by: SymbolSize['by']): SymbolSize => ({
  min,
  target,
  max,
  height,
  by,
})
