import { openDecoder } from './decoder.ts'

/** Longer side of a picture that is read; phones take far larger ones. */
const sideMax = 2400

/** The codes in a picture that a person chose, as scanners would send them. */
export async function readPictureFile(file: File): Promise<string[]> {
  const bitmap = await createImageBitmap(file)
  const factor = Math.min(1, sideMax / Math.max(bitmap.width, bitmap.height))
  const width = Math.max(1, Math.round(bitmap.width * factor))
  const height = Math.max(1, Math.round(bitmap.height * factor))
  const context = new OffscreenCanvas(width, height).getContext('2d')!
  context.fillStyle = '#fff'
  context.fillRect(0, 0, width, height)
  context.drawImage(bitmap, 0, 0, width, height)
  bitmap.close()
  const decoder = openDecoder()
  try {
    const symbols = await decoder.look(context.getImageData(0, 0, width, height), 'all')
    return symbols.map(({ scan }) => scan)
  } finally {
    decoder.close()
  }
}
