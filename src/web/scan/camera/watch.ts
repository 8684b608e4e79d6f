import type { PictureDecoder } from './decoder.ts'
import { openNativeDetector } from './native-detector.ts'

/** Longer side of the picture that is looked at; more costs time and reads no more. */
const sideMax = 1280
/** After so many looks without a read, every second look is a second pass. */
const patience = 4

/** Shows what a camera sees, and looks at it again and again, until it is told to stop. */
export function watchStream(
  stream: MediaStream,
  video: HTMLVideoElement,
  { decoder, onRead }: { decoder: PictureDecoder; onRead: (scan: string) => void },
): () => void {
  video.srcObject = stream
  void video.play().catch(() => undefined)
  const canvas = document.createElement('canvas')
  const context = canvas.getContext('2d', { willReadFrequently: true })!
  const native = openNativeDetector()
  let isStopped = false
  let looks = 0
  const look = async (): Promise<void> => {
    if (isStopped) return
    if (!document.hidden && video.readyState >= video.HAVE_CURRENT_DATA && video.videoWidth > 0) {
      const scan = await readFrame()
      looks = scan === undefined ? looks + 1 : 0
      if (scan !== undefined && !isStopped) onRead(scan)
    }
    requestAnimationFrame(() => void look())
  }
  const readFrame = async (): Promise<string | undefined> => {
    const quick = await (await native)?.(video)
    if (quick !== undefined) return quick
    const { videoWidth, videoHeight } = video
    const factor = Math.min(1, sideMax / Math.max(videoWidth, videoHeight))
    canvas.width = Math.round(videoWidth * factor)
    canvas.height = Math.round(videoHeight * factor)
    context.drawImage(video, 0, 0, canvas.width, canvas.height)
    const picture = context.getImageData(0, 0, canvas.width, canvas.height)
    const isSecond = looks >= patience && looks % 2 === 1
    const symbols = await decoder.look(picture, isSecond ? (looks - patience) >> 1 : null)
    return nearestToMiddle(symbols, canvas)?.scan
  }
  void look()
  return () => {
    isStopped = true
    video.srcObject = null
  }
}

/** Of several symbols the one that the person aims at. */
function nearestToMiddle(
  symbols: Awaited<ReturnType<PictureDecoder['look']>>,
  { width, height }: HTMLCanvasElement,
) {
  const distance = ({ corners }: (typeof symbols)[number]): number => {
    const x = corners.reduce((sum, corner) => sum + corner.x, 0) / Math.max(1, corners.length)
    const y = corners.reduce((sum, corner) => sum + corner.y, 0) / Math.max(1, corners.length)
    return Math.hypot(x - width / 2, y - height / 2)
  }
  return symbols.toSorted((a, b) => distance(a) - distance(b))[0]
}
