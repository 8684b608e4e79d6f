import { ProblemError } from '../../contract/problem-error.ts'
import { isSessionEnded, sessionAgain } from './session-end.ts'

/** Something that a person asked for, and that the server has not answered yet. */
export interface Waiting {
  /** A serial or code that it is about. */
  readonly code: string | undefined
}

/** How it stands between this page and the server, as far as what was asked for goes. */
export interface Waits {
  /** What waits, in the order of asking. */
  readonly all: readonly Waiting[]
  /** Why the last try came to nothing; undefined when there was no answer at all yet. */
  readonly error: unknown
  /** Whether it has lasted so long that a person wants to know. */
  readonly isLong: boolean
}

/** Thrown where a person stopped waiting. */
export class StoppedWaiting extends Error {}

/** After so many milliseconds without an answer it is said. */
const patienceMs = 2_000

/** One try is given up after so many milliseconds: an answer may be lost without a word. */
const triesMs = { first: 15_000, longest: 120_000 }

/** Shortest and longest time between two tries, in milliseconds. */
const pausesMs = { first: 300, longest: 2_000 }

const none: Waits = { all: [], error: undefined, isLong: false }

let waits: Waits = none
let stop = new AbortController()
const listeners = new Set<(now: Waits, before: Waits) => void>()

function change(more: Partial<Waits>): void {
  const before = waits
  const all = more.all ?? before.all
  waits = all.length === 0 ? none : { ...before, ...more }
  for (const listener of listeners) listener(waits, before)
}

/** Hears how what waits changes; answers with the way to stop. */
export function watchWaits(listener: (now: Waits, before: Waits) => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Gives up everything that waits. */
export function stopWaiting(): void {
  stop.abort(new StoppedWaiting())
  stop = new AbortController()
}

/** Something waits from now on, until `end` is called. */
export function beginWaiting(code: string | undefined): { signal: AbortSignal; end: () => void } {
  const waiting: Waiting = { code }
  change({ all: [...waits.all, waiting] })
  const end = () => change({ all: waits.all.filter((one) => one !== waiting) })
  return { signal: stop.signal, end }
}

/**
 * Asks until there is an answer. It must do no harm to ask twice: an answer can be lost after the
 * server has done what it was asked for.
 *
 * @param ask one try, which its signal gives up
 * @throws StoppedWaiting when the person stopped it; a ProblemError for what the server refuses
 */
export async function untilAnswered<T>(
  signal: AbortSignal,
  ask: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const timer = setTimeout(() => change({ isLong: true }), patienceMs)
  try {
    for (let tries = 0; ; tries += 1) {
      signal.throwIfAborted()
      const late = AbortSignal.timeout(Math.min(triesMs.first * 2 ** tries, triesMs.longest))
      try {
        const answer = await ask(AbortSignal.any([signal, late]))
        change({ error: undefined, isLong: false })
        return answer
      } catch (error) {
        signal.throwIfAborted()
        if (isSessionEnded(error)) await orStopped(sessionAgain(), signal)
        else if (late.aborted || isPassing(error)) {
          change({ error: late.aborted ? undefined : error, isLong: true })
          await orStopped(pause(Math.min(pausesMs.first * 2 ** tries, pausesMs.longest)), signal)
        } else throw error
      }
    }
  } finally {
    clearTimeout(timer)
  }
}

/** Asks until there is an answer; it counts as waiting all the while. */
export async function patiently<T>(
  code: string | undefined,
  ask: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const waiting = beginWaiting(code)
  try {
    return await untilAnswered(waiting.signal, ask)
  } finally {
    waiting.end()
  }
}

/** Problems that may be gone a moment later. */
export const isPassing = (error: unknown): boolean =>
  error instanceof ProblemError && error.problem.status >= 502

const pause = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms))

/** Waits for something, unless the person stops it. */
async function orStopped(work: Promise<void>, signal: AbortSignal): Promise<void> {
  const { promise, reject } = Promise.withResolvers<never>()
  const onAbort = () => reject(signal.reason as Error)
  signal.addEventListener('abort', onAbort)
  try {
    await Promise.race([work, promise])
  } finally {
    signal.removeEventListener('abort', onAbort)
  }
}

// What waits is nowhere but on this page.
window.addEventListener('beforeunload', (event) => {
  if (waits.isLong) event.preventDefault()
})
