import { ProblemError } from '../contract/problem-error.ts'
import type { Problem } from '../contract/problem.ts'
import { chunksOf, linesOf } from './lines.ts'

/** Shortest and longest time before a broken stream is taken up again, in milliseconds. */
const pausesMs = { first: 250, longest: 10_000 }

/** After so many milliseconds without a word the connection is given up: the server tells silence. */
const silenceMs = 40_000

/** How a live stream is followed. */
export interface FollowSettings {
  readonly signal: AbortSignal
  /** Told when the stream begins to be up to date, and when it breaks off. */
  readonly onState?: ((state: 'live' | 'broken') => void) | undefined
}

/**
 * Follows a live stream until the signal says to stop; one that breaks off is taken up again where
 * it was. Throws a `ProblemError` when the server refuses it.
 *
 * @param request asks for the stream, from after an event on when there was one
 */
export async function* followEvents<Event extends { readonly id: number }>(
  request: (after: number | undefined, signal: AbortSignal) => Promise<Response>,
  { signal, onState }: FollowSettings,
): AsyncIterable<Event> {
  let last: number | undefined
  let pauseMs = pausesMs.first
  while (!signal.aborted) {
    const watch = watchdog(signal)
    try {
      const { body } = await request(last, watch.signal)
      for await (const line of linesOf(chunksOf(body))) {
        watch.heard()
        if (!line.startsWith('data: ')) continue
        const event = JSON.parse(line.slice(6)) as Event & { problem?: Problem }
        if (event.problem) throw new ProblemError(event.problem)
        if (last === undefined || pauseMs > pausesMs.first) onState?.('live')
        pauseMs = pausesMs.first
        last = event.id
        yield event
      }
    } catch (error) {
      if (signal.aborted) return
      const problem = error instanceof ProblemError ? error.problem : undefined
      // Where an older backup was restored, there is no such event any more: it begins anew.
      if (last !== undefined && problem?.field === 'after') last = undefined
      // What is refused now is refused again; what does not answer may answer soon.
      else if (problem && problem.status < 500) throw error
    } finally {
      watch.stop()
    }
    if (signal.aborted) return
    onState?.('broken')
    await pause(pauseMs, signal)
    pauseMs = Math.min(pauseMs * 2, pausesMs.longest)
  }
}

/** A signal that also gives up when nothing was heard for long. */
function watchdog(signal: AbortSignal) {
  const silent = new AbortController()
  const give = () => silent.abort()
  let timer = setTimeout(give, silenceMs)
  return {
    signal: AbortSignal.any([signal, silent.signal]),
    heard() {
      clearTimeout(timer)
      timer = setTimeout(give, silenceMs)
    },
    stop: () => clearTimeout(timer),
  }
}

const pause = (milliseconds: number, signal: AbortSignal): Promise<void> =>
  new Promise((done) => {
    const timer = setTimeout(done, milliseconds)
    signal.addEventListener('abort', () => {
      clearTimeout(timer)
      done()
    })
  })
