import { useEffect, useRef, useState, type RefObject } from 'react'
import {
  adjustCamera,
  chooseLens,
  closeCamera,
  faultOf,
  openCamera,
  type CameraFault,
  type OpenCamera,
} from './camera.ts'
import { openDecoder } from './decoder.ts'
import { watchStream } from './watch.ts'

/** A code that stays before the camera is one scan, not many. */
const sameAgainMs = 2500

/** A camera whose picture is shown and looked at as long as this is shown. */
export function useCamera(
  video: RefObject<HTMLVideoElement | null>,
  onRead: (scan: string) => void,
) {
  const [camera, setCamera] = useState<OpenCamera>()
  const [fault, setFault] = useState<CameraFault>()
  const [lens, setLens] = useState<string>()
  const read = useReadOnce(onRead)
  useEffect(() => {
    let isGone = false
    let opened: OpenCamera | undefined
    const open = async () => {
      try {
        opened = await openCamera(lens)
        if (isGone) closeCamera(opened)
        else setCamera(opened)
      } catch (error) {
        if (!isGone) setFault(faultOf(error))
      }
    }
    void open()
    return () => {
      isGone = true
      if (opened) closeCamera(opened)
    }
  }, [lens])
  useEffect(() => {
    const element = video.current
    if (!camera || !element) return
    const decoder = openDecoder()
    const stop = watchStream(camera.stream, element, { decoder, onRead: read })
    return () => {
      stop()
      decoder.close()
    }
  }, [camera, video, read])
  useWakeLock()
  return {
    camera,
    fault,
    chooseLens: (id: string) => {
      chooseLens(id)
      setLens(id)
    },
    setTorch: (torch: boolean) => camera && void adjustCamera(camera, { torch }),
    setZoom: (zoom: number) => camera && void adjustCamera(camera, { zoom }),
  }
}

/** The same function all the time; the same code counts anew only after it was gone for a while. */
function useReadOnce(onRead: (scan: string) => void): (scan: string) => void {
  const latest = useRef(onRead)
  useEffect(() => {
    latest.current = onRead
  })
  const [once] = useState(() => {
    let last = { scan: '', at: -Infinity }
    return (scan: string) => {
      const at = performance.now()
      const isSame = scan === last.scan && at - last.at < sameAgainMs
      last = { scan, at }
      if (!isSame) latest.current(scan)
    }
  })
  return once
}

/** Keeps the screen on. */
function useWakeLock(): void {
  useEffect(() => {
    const lock = navigator.wakeLock?.request('screen').catch(() => undefined)
    return () => void lock?.then((held) => held?.release())
  }, [])
}
