import wasmAddress from 'zxing-wasm/reader/zxing_reader.wasm?url'
import { greyOf } from '../../../scan/pixels.ts'
import { lookAt, readPicture, type ReadSymbol } from '../../../scan/read-picture.ts'
import { prepareZxing } from '../../../scan/zxing.ts'

/** A picture to look at. */
export interface DecodeRequest {
  readonly id: number
  readonly rgba: ArrayBuffer
  readonly width: number
  readonly height: number
  /** Which second look to take; `null` for the picture as it is, `all` for every way in turn. */
  readonly pass: number | null | 'all'
}

export interface DecodeAnswer {
  readonly id: number
  readonly symbols: readonly ReadSymbol[]
}

const decode = prepareZxing({ address: wasmAddress })

addEventListener('message', ({ data }: MessageEvent<DecodeRequest>) => {
  void answer(data)
})

async function answer({ id, rgba, width, height, pass }: DecodeRequest): Promise<void> {
  const picture = greyOf(new Uint8ClampedArray(rgba), width, height)
  const symbols =
    pass === 'all' ? await readPicture(picture, decode) : await lookAt(picture, decode, pass)
  postMessage({ id, symbols } satisfies DecodeAnswer)
}
