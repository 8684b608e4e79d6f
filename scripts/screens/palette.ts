import { deflateSync, inflateSync } from 'node:zlib'
import { pngChunk, pngSignature } from '../../src/features/labels/output/png.ts'

const coloursMax = 256

/**
 * The same picture with a palette of 256 colours, a third of the size: a screen has few colours
 * besides the edges of its letters. What has a palette already stays as it is.
 *
 * @param png 8 bits a channel, red, green and blue with or without alpha, as Chromium writes it
 */
export function withPalette(png: Buffer): Buffer {
  const { header, data } = chunksOf(png)
  const [width, height] = [header.readUInt32BE(0), header.readUInt32BE(4)]
  const channels = { 2: 3, 6: 4 }[header[9]!]
  if (channels === undefined) return png
  const pixels = unfiltered(inflateSync(data), width * channels, height, channels)
  const { palette, indexes } = indexed(pixels, channels)
  const rows = Buffer.alloc((width + 1) * height)
  for (let row = 0; row < height; row += 1) {
    indexes.copy(rows, row * (width + 1) + 1, row * width, (row + 1) * width)
  }
  const ownHeader = Buffer.from(header)
  ownHeader[9] = 3
  return Buffer.concat([
    pngSignature,
    pngChunk('IHDR', ownHeader),
    pngChunk('PLTE', palette),
    pngChunk('IDAT', deflateSync(rows, { level: 9 })),
    pngChunk('IEND', Buffer.alloc(0)),
  ])
}

function chunksOf(png: Buffer): { header: Buffer; data: Buffer } {
  let header: Buffer = Buffer.alloc(0)
  const data: Buffer[] = []
  for (let at = pngSignature.length; at < png.length;) {
    const length = png.readUInt32BE(at)
    const name = png.toString('latin1', at + 4, at + 8)
    const content = png.subarray(at + 8, at + 8 + length)
    if (name === 'IHDR') header = content
    if (name === 'IDAT') data.push(content)
    at += length + 12
  }
  return { header, data: Buffer.concat(data) }
}

/** Takes back the filter of each row (PNG, section 9). */
function unfiltered(raw: Buffer, stride: number, height: number, step: number): Buffer {
  const pixels = Buffer.alloc(stride * height)
  for (let row = 0; row < height; row += 1) {
    const from = row * (stride + 1)
    const to = row * stride
    for (let column = 0; column < stride; column += 1) {
      const left = column < step ? 0 : pixels[to + column - step]!
      const up = row === 0 ? 0 : pixels[to + column - stride]!
      const corner = row === 0 || column < step ? 0 : pixels[to + column - stride - step]!
      const guess = [0, left, up, (left + up) >> 1, paeth(left, up, corner)][raw[from]!]!
      pixels[to + column] = raw[from + 1 + column]! + guess
    }
  }
  return pixels
}

function paeth(left: number, up: number, corner: number): number {
  const [a, b, c] = [
    Math.abs(up - corner),
    Math.abs(left - corner),
    Math.abs(left + up - 2 * corner),
  ]
  if (a <= b && a <= c) return left
  return b <= c ? up : corner
}

/** The most frequent colours, and for each pixel the nearest of them. */
function indexed(pixels: Buffer, step: number): { palette: Buffer; indexes: Buffer } {
  const counts = new Map<number, number>()
  for (let at = 0; at < pixels.length; at += step) {
    const colour = pixels.readUIntBE(at, 3)
    counts.set(colour, (counts.get(colour) ?? 0) + 1)
  }
  const frequent = [...counts]
    .toSorted(([, one], [, other]) => other - one)
    .slice(0, coloursMax)
    .map(([colour]) => colour)
  const nearest = new Map([...counts.keys()].map((colour) => [colour, nearestOf(colour, frequent)]))
  const palette = Buffer.alloc(frequent.length * 3)
  frequent.forEach((colour, index) => palette.writeUIntBE(colour, index * 3, 3))
  const indexes = Buffer.alloc(pixels.length / step)
  for (let at = 0; at < pixels.length; at += step) {
    indexes[at / step] = nearest.get(pixels.readUIntBE(at, 3))!
  }
  return { palette, indexes }
}

function nearestOf(colour: number, palette: readonly number[]): number {
  let best = 0
  let least = Infinity
  for (const [index, one] of palette.entries()) {
    const red = (one >> 16) - (colour >> 16)
    const green = ((one >> 8) & 255) - ((colour >> 8) & 255)
    const blue = (one & 255) - (colour & 255)
    const distance = red * red + green * green + blue * blue
    if (distance >= least) continue
    least = distance
    best = index
  }
  return best
}
