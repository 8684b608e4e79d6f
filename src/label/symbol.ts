import type { Gs1Element } from '../gs1/index.ts'
import type { SymbologyName } from './template.ts'

/** A symbol that shall be encoded; its data were checked. */
export interface SymbolRequest {
  readonly symbology: SymbologyName
  /** What it says; where `fnc1` is set, each `^` stands for the function character FNC1. */
  readonly message: string
  readonly fnc1: boolean
  readonly correction: 'L' | 'M' | 'Q' | 'H'
  readonly shape: 'square' | 'rectangle'
  /** What a reader transmits: the AIM identifier (ISO/IEC 15424) and the data. */
  readonly scan: string
  /** The GS1 elements in it; none in a plain code. */
  readonly elements: readonly Gs1Element[]
  /** The lines that people read beside it. */
  readonly caption: readonly string[]
}

/** Whether a text has only letters that every symbol has without naming a character set. */
export const isAscii = (text: string): boolean => /^[\x20-\x7e]*$/.test(text)

/** The modules of a symbol, without its quiet zone. */
export type EncodedSymbol =
  | {
      readonly kind: 'matrix'
      readonly columns: number
      readonly rows: number
      /** Row by row, 1 for dark. */
      readonly dark: Uint8Array
    }
  | {
      readonly kind: 'linear'
      /** Widths in modules of bar, space, bar …; the first and the last are bars. */
      readonly widths: readonly number[]
    }

/** Encodes a symbol; throws with a sentence when the data do not fit into one. */
export type EncodeSymbol = (request: SymbolRequest) => EncodedSymbol

/** Quiet zone in modules: left, right, above and below. */
export interface QuietZone {
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

const around = (modules: number): QuietZone => ({
  left: modules,
  right: modules,
  top: modules,
  bottom: modules,
})

const beside = (left: number, right: number): QuietZone => ({ left, right, top: 0, bottom: 0 })

/** Quiet zones: ISO/IEC 16022 (1X), ISO/IEC 18004 (4X), ISO/IEC 15417 (10X), GS1 5.2 and 5.3. */
export const quietZones: Readonly<Record<SymbologyName, QuietZone>> = {
  gs1_datamatrix: around(1),
  datamatrix: around(1),
  qr_link: around(4),
  qr: around(4),
  gs1_128: beside(10, 10),
  code_128: beside(10, 10),
  ean_13: beside(11, 7),
  ean_8: beside(7, 7),
  upc_a: beside(9, 9),
  itf_14: beside(10, 10),
}
