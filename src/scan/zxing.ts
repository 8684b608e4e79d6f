import { prepareZXingModule, readBarcodes, type ReadResult } from 'zxing-wasm/reader'
import type { Decode, FoundSymbol } from './read-picture.ts'

/** Where the decoder's WebAssembly is: its bytes, or the address at which we serve it. */
export type WasmSource = { readonly bytes: ArrayBuffer } | { readonly address: string }

/** Starts the decoder; it never fetches anything from elsewhere. */
export function prepareZxing(source: WasmSource): Decode {
  prepareZXingModule({
    overrides:
      'bytes' in source ? { wasmBinary: source.bytes } : { locateFile: () => source.address },
  })
  return async (rgba, width, height, { thorough, oneThreshold = false }) => {
    const image = { data: rgba, width, height, colorSpace: 'srgb' as const }
    const found = await readBarcodes(image as Parameters<typeof readBarcodes>[0], {
      tryHarder: thorough,
      tryRotate: thorough,
      tryInvert: thorough,
      tryDownscale: true,
      binarizer: oneThreshold ? 'GlobalHistogram' : 'LocalAverage',
      maxNumberOfSymbols: 20,
      textMode: 'Plain',
    })
    return found.filter(({ isValid }) => isValid).map(symbolOf)
  }
}

/** Bytes one by one: for symbols whose bytes are not of the character set that they name. */
const latin1 = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) => String.fromCharCode(byte)).join('')

function symbolOf(result: ReadResult): FoundSymbol {
  const { position } = result
  const corners = [position.topLeft, position.topRight, position.bottomRight, position.bottomLeft]
  return {
    format: result.format,
    text: result.text === '' ? latin1(result.bytes) : result.text,
    identifier: result.symbologyIdentifier,
    lines: result.lineCount,
    corners: corners.map(({ x, y }) => ({ x, y })),
  }
}
