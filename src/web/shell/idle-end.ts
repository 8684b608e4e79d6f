import { useEffect, useRef } from 'react'

/**
 * Ends the session of a shared station when nobody touched or scanned anything for so long: the
 * server does it too, and this clears the screen.
 *
 * @param seconds how long; `null` where sessions may rest
 */
export function useIdleEnd(seconds: number | null, end: () => unknown): void {
  const latest = useRef(end)
  useEffect(() => {
    latest.current = end
  })
  useEffect(() => {
    if (seconds === null) return undefined
    let timer: ReturnType<typeof setTimeout>
    const rest = () => {
      clearTimeout(timer)
      timer = setTimeout(() => latest.current(), seconds * 1000)
    }
    rest()
    const acts = ['keydown', 'pointerdown', 'pointermove', 'touchstart'] as const
    for (const act of acts) window.addEventListener(act, rest, { capture: true, passive: true })
    return () => {
      clearTimeout(timer)
      for (const act of acts) window.removeEventListener(act, rest, { capture: true })
    }
  }, [seconds])
}
