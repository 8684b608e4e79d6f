import type { Area, Printer } from './dots.ts'
import type { Finding } from './finding.ts'
import type { Fonts } from './font.ts'
import type { Mark, Turn } from './mark.ts'
import type { EncodedSymbol, EncodeSymbol, SymbolRequest } from './symbol.ts'
import type { Template } from './template.ts'

/** A picture as grey values from 0 (black) to 255 (white), row by row. */
export interface GreyPicture {
  readonly width: number
  readonly height: number
  readonly grey: Uint8Array
}

/** Reads the PNG in a `data:` address; throws with a sentence when it is none. */
export type ReadPicture = (address: string) => GreyPicture

/** What layout needs from outside: fonts, an encoder, a reader of pictures. */
export interface LabelTools {
  readonly fonts: Fonts
  readonly encodeSymbol: EncodeSymbol
  readonly readPicture: ReadPicture
}

/** What one element puts on a label. */
export interface Drawing {
  readonly marks: readonly Mark[]
  /** What its ink covers, in dots; null when there is none. */
  readonly area: Area | null
  readonly symbol?: PlacedSymbol
  readonly findings: readonly Finding[]
}

/** An element on its way to the label. */
export interface DrawContext {
  readonly template: Template
  readonly printer: Printer
  readonly tools: LabelTools
  /** How findings name the element. */
  readonly name: string
}

/** A symbol on a label, for writers that draw codes themselves and for reading it back. */
export interface PlacedSymbol {
  /** The element, as findings name it. */
  readonly name: string
  readonly request: SymbolRequest
  readonly symbol: EncodedSymbol
  /** Its dark modules, the very list of the mark that draws them. */
  readonly boxes: readonly number[]
  /** Width of a module in dots. */
  readonly module: number
  readonly turn: Turn
  /** What its dark modules reach over on the label, in dots. */
  readonly area: Area
  /** The same with the quiet zone. */
  readonly zone: Area
}
