import { Resvg } from '@resvg/resvg-js'
import { readFile, stat } from 'node:fs/promises'
import { greyOf, type GreyPicture } from '../scan/pixels.ts'

/** Largest file and largest picture that are looked at; a small file can unpack to a huge one. */
const bytesMax = 32 * 1024 * 1024
const pixelsMax = 40_000_000

/** Reads a picture of a file in shades of grey; throws a sentence that says why it cannot. */
export async function readPictureFile(path: string): Promise<GreyPicture> {
  const found = await stat(path).catch(() => undefined)
  if (found === undefined || !found.isFile()) throw new Error(`There is no file ${path}.`)
  if (found.size > bytesMax) throw new Error(`${path} is larger than 32 MB. Make it smaller.`)
  const bytes = await readFile(path)
  const kind = sizeOf(bytes)
  if (kind === undefined) {
    const name = otherKind(bytes)
    throw new Error(`${path} is ${name}. Save it as PNG or JPEG, or read it in the web app.`)
  }
  const { mediaType, width, height } = kind
  if (width === 0 || height === 0 || width * height > pixelsMax) {
    throw new Error(`${path} has ${width} x ${height} pixels. Make it smaller.`)
  }
  const address = `data:${mediaType};base64,${bytes.toString('base64')}`
  const size = `width="${width}" height="${height}"`
  const drawing = `<svg xmlns="http://www.w3.org/2000/svg" ${size}><image ${size} href="${address}"/></svg>`
  const drawn = new Resvg(drawing, { background: '#fff', font: { loadSystemFonts: false } })
  return greyOf(drawn.render().pixels, width, height)
}

interface PictureSize {
  readonly mediaType: string
  readonly width: number
  readonly height: number
}

/** Kind and size of a picture by its first bytes. */
function sizeOf(bytes: Buffer): PictureSize | undefined {
  if (bytes.length > 24 && bytes.readUInt32BE(0) === 0x89504e47) {
    const width = bytes.readUInt32BE(16)
    return { mediaType: 'image/png', width, height: bytes.readUInt32BE(20) }
  }
  return bytes.length > 4 && bytes.readUInt16BE(0) === 0xffd8 ? jpegSize(bytes) : undefined
}

/** What a picture is that is not read here, by its first bytes. */
function otherKind(bytes: Buffer): string {
  const start = bytes.toString('latin1', 0, 12)
  if (/^RIFF[^]{4}WEBP/.test(start)) return 'a WebP picture'
  if (/^[^]{4}ftyp(?:hei|hev|mif|msf)/.test(start)) return 'a HEIC picture'
  if (/^[^]{4}ftypavi/.test(start)) return 'an AVIF picture'
  return 'neither a PNG nor a JPEG picture'
}

/** Frame headers of JPEG (ISO/IEC 10918-1, table B.1): C0 to CF without DHT, JPG and DAC. */
const isFrame = (marker: number): boolean =>
  marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)

function jpegSize(bytes: Buffer): PictureSize | undefined {
  for (let at = 2; at + 9 < bytes.length && bytes[at] === 0xff;) {
    if (isFrame(bytes[at + 1]!)) {
      const height = bytes.readUInt16BE(at + 5)
      return { mediaType: 'image/jpeg', width: bytes.readUInt16BE(at + 7), height }
    }
    at += 2 + bytes.readUInt16BE(at + 2)
  }
  return undefined
}
