import { crc32, deflateSync } from 'node:zlib'
import type { Bitmap } from '../../../label/index.ts'

/** The bytes that every PNG begins with. */
export const pngSignature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
const metresPerInch = 0.0254

/** Writes dots as a PNG of one bit a pixel that knows its size on paper. */
export function writePng({ width, height, dots }: Bitmap, dpi: number): Buffer {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  // One bit a pixel, grey.
  header.set([1, 0, 0, 0, 0], 8)
  const size = Buffer.alloc(9)
  const perMetre = Math.round(dpi / metresPerInch)
  size.writeUInt32BE(perMetre, 0)
  size.writeUInt32BE(perMetre, 4)
  size[8] = 1
  return Buffer.concat([
    pngSignature,
    pngChunk('IHDR', header),
    pngChunk('pHYs', size),
    pngChunk('IDAT', deflateSync(packed(width, height, dots))),
    pngChunk('IEND', Buffer.alloc(0)),
  ])
}

/** Rows of eight dots a byte, 1 for white, each row with its filter (none) in front. */
function packed(width: number, height: number, dots: Uint8Array): Buffer {
  const rowBytes = Math.ceil(width / 8) + 1
  const rows = Buffer.alloc(rowBytes * height)
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      if (dots[y * width + x] === 0) rows[y * rowBytes + 1 + (x >> 3)]! |= 0x80 >> (x & 7)
    }
  }
  return rows
}

/** A chunk with its length in front and its check behind (PNG, section 5.3). */
export function pngChunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const framed = Buffer.alloc(body.length + 8)
  framed.writeUInt32BE(data.length, 0)
  body.copy(framed, 4)
  framed.writeUInt32BE(crc32(body), body.length + 4)
  return framed
}
