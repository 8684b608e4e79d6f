import { useRouter, type AnyRouter } from '@tanstack/react-router'
import {
  createContext,
  useContext,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  type ReactNode,
} from 'react'
import type { WebClient } from '../../client/web-client.ts'
import { useSession } from '../data/identity.ts'
import { useClient } from '../data/session.ts'
import { beginWaiting, StoppedWaiting, untilAnswered } from '../data/waiting.ts'
import { dismiss, tell, waitingMessage } from '../feedback/feedback.ts'
import { playSound } from '../feedback/sound.ts'
import { loadTextsOf, useText } from '../texts/texts.ts'
import { problemText } from '../ui/problem-text.ts'
import { setFieldValue } from './field-guard.ts'
import { listenToScanner } from './listen.ts'
import { orderedReadings, resolveReadings } from './resolve.ts'
import type { Scan, ScanHandler } from './scan.ts'
import { useOpenMeaning } from './open-meaning.ts'
import { restoreScannerProfile } from './scanner-profile.ts'

interface Scanning {
  /** Handlers of what is open, the newest last. */
  readonly handlers: { readonly current: ScanHandler }[]
  /** Treats a code as if it had been scanned: from the box, the camera, a test. */
  readonly scan: (readings: readonly string[]) => Promise<void>
}

const ScanningContext = createContext<Scanning | undefined>(undefined)

/** Hears the scanner on every page, and hands each scan to the page that is open. */
export function ScanProvider({ children }: { children: ReactNode }) {
  const client = useClient()
  const handle = useScanHandling(client)
  const { station } = useSession()
  useEffect(() => restoreScannerProfile(station?.calibration), [station])
  useEffect(
    () =>
      listenToScanner(({ strokes, field }) => {
        playSound('heard')
        const readings = orderedReadings(strokes)
        if (field) setFieldValue(field, readings[0] ?? '')
        else void handle.scan(readings)
      }),
    [handle],
  )
  return <ScanningContext value={handle}>{children}</ScanningContext>
}

/** A page that opens takes the scans as soon as it is drawn. */
const settleMs = 100

/** What is scanned while a page is on its way is for that page. */
async function pageDrawn(router: AnyRouter): Promise<void> {
  while (router.state.status === 'pending') {
    await new Promise((done) => setTimeout(done, settleMs))
  }
}

function useScanHandling(client: WebClient): Scanning {
  const t = useText('common')
  const open = useOpenMeaning()
  const router = useRouter()
  const latest = useLatest({ t, open })
  return useMemo(() => {
    const handlers: { readonly current: ScanHandler }[] = []
    const take = async (scan: Scan) => {
      for (const handler of handlers.toReversed()) {
        if ((await handler.current(scan)) !== false) return
      }
      latest.current.open(scan, (code) => setTimeout(() => void scanned([code]), settleMs))
    }
    const inTurn = oneByOne()
    const scanned = (readings: readonly string[]) => {
      const waiting = beginWaiting(readings[0])
      const isLate = leftBehind(router)
      return inTurn(async () => {
        const read = waitingMessage()
        const { t } = latest.current
        const code = readings[0] ?? ''
        const again = (title: string) => [{ title, run: () => void scanned(readings) }]
        try {
          const meaning = await untilAnswered(waiting.signal, (signal) =>
            resolveReadings(client, readings, signal),
          )
          await loadTextsOf(meaning.problem?.said)
          waiting.end()
          await pageDrawn(router)
          if (!isLate()) return await take({ code: meaning.code, meaning })
          tell({ kind: 'needs', words: t('scannedElsewhere'), code, offers: again(t('takeHere')) })
        } catch (error) {
          // Whoever stopped waiting was told so.
          if (error instanceof StoppedWaiting) return
          const detail = problemText(error)
          const offers = again(t('tryAgain'))
          tell({ kind: 'refused', words: t('wentWrong'), detail, offers, code })
        } finally {
          waiting.end()
          // Whoever scans on has read what stood there: the place that was missing, another unit.
          if (read !== undefined) dismiss(read)
        }
      })
    }
    return { handlers, scan: scanned }
  }, [client, latest, router])
}

/** After so many milliseconds a scan is only for the page where it was made. */
const lateMs = 2_000

/** Tells whether a scan that is made now came too late for the page where it was made. */
function leftBehind(router: AnyRouter): () => boolean {
  const heard = performance.now()
  const { pathname } = router.state.location
  return () => performance.now() - heard > lateMs && router.state.location.pathname !== pathname
}

/** Takes the scans while this part of a page is shown; the newest part is asked first. */
export function useScan(handler: ScanHandler): void {
  const { handlers } = useScanning()
  const kept = useLatest(handler)
  useEffect(() => {
    handlers.push(kept)
    return () => {
      handlers.splice(handlers.indexOf(kept), 1)
    }
  }, [handlers, kept])
}

/** Treats a code as if it had been scanned. */
export const useScanText = (): ((code: string) => Promise<void>) => {
  const { scan } = useScanning()
  return (code) => scan([code])
}

/** One after the other: the second scan finds what the first one did. */
function oneByOne(): (work: () => Promise<void>) => Promise<void> {
  let queue = Promise.resolve()
  return (work) => (queue = queue.then(work))
}

/** What the last render knew, for what runs later. */
function useLatest<T>(value: T): { readonly current: T } {
  const kept = useRef(value)
  useLayoutEffect(() => {
    kept.current = value
  })
  return kept
}

function useScanning(): Scanning {
  const scanning = useContext(ScanningContext)
  if (!scanning) throw new Error('A scan needs the shell around it.')
  return scanning
}
