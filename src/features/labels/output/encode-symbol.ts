import bwipjs from 'bwip-js/node'
import { isAscii, type EncodedSymbol, type SymbolRequest } from '../../../label/index.ts'

/** What bwip-js gives for a symbol before it is drawn: modules, or widths of bars and spaces. */
type Encoded =
  | { readonly pixs: readonly number[]; readonly pixx: number; readonly pixy: number }
  | { readonly sbs: readonly number[] }

/** Encodes a symbol with bwip-js; only its modules are taken, drawing is the layout's. */
export function encodeSymbol(request: SymbolRequest): EncodedSymbol {
  const options = optionsOf(request)
  const [encoded] = rawSymbols(options)
  if (!encoded) throw new Error('nothing came of it')
  if ('pixs' in encoded) {
    const { pixs, pixx, pixy } = encoded
    return { kind: 'matrix', columns: pixx, rows: pixy, dark: Uint8Array.from(pixs) }
  }
  // Some symbologies end with a space.
  const widths = encoded.sbs.length % 2 === 0 ? encoded.sbs.slice(0, -1) : encoded.sbs
  return { kind: 'linear', widths: [...widths] }
}

function rawSymbols(options: Record<string, unknown>): readonly Encoded[] {
  try {
    return bwipjs.raw(options as never)
  } catch (error) {
    // bwip-js writes `bwipp.kind#123: sentence`.
    const { message } = error as Error
    throw new Error(message.replace(/^.*?bwipp\.\w+#\d+:\s*/, ''), { cause: error })
  }
}

function optionsOf({ symbology, message, fnc1, correction, shape }: SymbolRequest) {
  const hasCharacterSet = !isAscii(message)
  // Only where a function character is meant does `^` begin one; elsewhere it is a letter.
  const text = fnc1
    ? message.replaceAll('^', '^FNC1')
    : hasCharacterSet
      ? `^ECI000026${message.replaceAll('^', '^^')}`
      : message
  const parsefnc = fnc1 || hasCharacterSet
  const common = { text, parsefnc }
  switch (symbology) {
    case 'gs1_datamatrix':
    case 'datamatrix':
      return { ...common, bcid: 'datamatrix', format: shape }
    case 'qr_link':
    case 'qr':
      return { ...common, bcid: 'qrcode', eclevel: correction }
    case 'gs1_128':
    case 'code_128':
      return { ...common, bcid: 'code128' }
    case 'ean_13':
      return { bcid: 'ean13', text: message }
    case 'ean_8':
      return { bcid: 'ean8', text: message }
    case 'upc_a':
      return { bcid: 'upca', text: message }
    case 'itf_14':
      return { bcid: 'interleaved2of5', text: message }
  }
}
