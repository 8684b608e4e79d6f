/** Why there is no picture; each has its sentence in the texts. */
export type CameraFault = 'insecure' | 'denied' | 'none' | 'busy' | 'failed'

/** A camera that is on. */
export interface OpenCamera {
  readonly stream: MediaStream
  readonly lens: string
  readonly lenses: readonly { readonly id: string; readonly name: string }[]
  readonly hasTorch: boolean
  readonly zoom: { readonly min: number; readonly max: number; readonly step: number } | null
}

/** What browsers can do with cameras beside what the types say. */
interface CameraAbilities extends MediaTrackCapabilities {
  readonly torch?: boolean
  readonly zoom?: { readonly min: number; readonly max: number; readonly step: number }
}

const lensKey = 'seriatim.lens'

/** Turns a camera on: the one that was chosen last on this device, or the one on the back. */
export async function openCamera(
  wanted = localStorage.getItem(lensKey) ?? undefined,
): Promise<OpenCamera> {
  const size = { width: { ideal: 1920 }, height: { ideal: 1080 } }
  const which = wanted === undefined ? { facingMode: 'environment' } : { deviceId: wanted }
  const stream = await navigator.mediaDevices.getUserMedia({ video: { ...size, ...which } })
  const [track] = stream.getVideoTracks()
  const abilities = track!.getCapabilities() as CameraAbilities
  const devices = await navigator.mediaDevices.enumerateDevices()
  const lenses = devices
    .filter(({ kind }) => kind === 'videoinput')
    .map(({ deviceId, label }) => ({ id: deviceId, name: label }))
  return {
    stream,
    lens: track!.getSettings().deviceId ?? '',
    lenses,
    hasTorch: abilities.torch === true,
    zoom: abilities.zoom === undefined ? null : abilities.zoom,
  }
}

export const closeCamera = ({ stream }: OpenCamera): void => {
  for (const track of stream.getTracks()) track.stop()
}

/** Remembers which lens serves best on this device. */
export const chooseLens = (lens: string): void => localStorage.setItem(lensKey, lens)

/** Sets the torch or the zoom of a camera that has it. */
export async function adjustCamera(
  { stream }: OpenCamera,
  setting: { readonly torch: boolean } | { readonly zoom: number },
): Promise<void> {
  const constraints = { advanced: [setting] } as MediaTrackConstraints
  await stream.getVideoTracks()[0]?.applyConstraints(constraints)
}

/** Why a camera could not be opened. */
export function faultOf(error: unknown): CameraFault {
  if (!globalThis.isSecureContext) return 'insecure'
  const { name } = error as DOMException
  if (name === 'NotAllowedError' || name === 'SecurityError') return 'denied'
  if (name === 'NotFoundError' || name === 'OverconstrainedError') return 'none'
  return name === 'NotReadableError' || name === 'AbortError' ? 'busy' : 'failed'
}
