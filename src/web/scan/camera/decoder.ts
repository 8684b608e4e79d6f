import type { ReadSymbol } from '../../../scan/read-picture.ts'
import type { DecodeAnswer, DecodeRequest } from './decode-worker.ts'

/** Looks for symbols in pictures, beside the page, so that nothing stutters. */
export interface PictureDecoder {
  readonly look: (picture: ImageData, pass: DecodeRequest['pass']) => Promise<readonly ReadSymbol[]>
  readonly close: () => void
}

/** Starts a decoder; its WebAssembly comes from our own server. */
export function openDecoder(): PictureDecoder {
  const worker = new Worker(new URL('./decode-worker.ts', import.meta.url), { type: 'module' })
  const waiting = new Map<number, (symbols: readonly ReadSymbol[]) => void>()
  let count = 0
  worker.addEventListener('message', ({ data }: MessageEvent<DecodeAnswer>) => {
    waiting.get(data.id)?.(data.symbols)
    waiting.delete(data.id)
  })
  return {
    look: ({ data, width, height }, pass) =>
      new Promise((settle) => {
        const id = (count += 1)
        waiting.set(id, settle)
        const rgba = data.buffer
        worker.postMessage({ id, rgba, width, height, pass } satisfies DecodeRequest, [rgba])
      }),
    close: () => worker.terminate(),
  }
}
