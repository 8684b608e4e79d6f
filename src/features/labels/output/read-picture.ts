import { Resvg } from '@resvg/resvg-js'
import { sayFinding as say, type GreyPicture } from '../../../label/index.ts'
import { SaidError } from '../../../i18n/said-error.ts'

/** Widest and highest picture that is taken, in pixels. */
const sideMax = 2000

/** Reads a PNG as grey values on white. */
export function readPicture(address: string): GreyPicture {
  const bytes = Buffer.from(address.slice(address.indexOf(',') + 1), 'base64')
  const isPng = bytes.length > 24 && bytes.readUInt32BE(0) === 0x89504e47
  if (!isPng) throw new SaidError(say('noPng'))
  const width = bytes.readUInt32BE(16)
  const height = bytes.readUInt32BE(20)
  // Looked at before it is unpacked: a small file can hold a huge picture.
  if (width < 1 || height < 1 || width > sideMax || height > sideMax) {
    throw new SaidError(say('pngSize', { width, height, most: sideMax }))
  }
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><image width="${width}" height="${height}" href="data:image/png;base64,${bytes.toString('base64')}"/></svg>`
  const { pixels } = new Resvg(svg, { background: '#fff' }).render()
  const grey = new Uint8Array(width * height)
  for (let at = 0; at < grey.length; at += 1) {
    const [red, green, blue] = pixels.subarray(at * 4, at * 4 + 3) as unknown as number[]
    grey[at] = Math.round(0.299 * red! + 0.587 * green! + 0.114 * blue!)
  }
  return { width, height, grey }
}
