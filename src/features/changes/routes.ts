import type { z } from 'zod'
import { followChanges } from '../../contract/changes.ts'
import { handleStream, type Context, type Handler } from '../context.ts'
import { feedOf } from './feed.ts'
import { lastEvent, readChanges } from './view-changes.ts'

/** After so many milliseconds without an event it is said that there was none. */
const silenceMs = 15_000

/** Changes that are read at once by who is far behind. */
const changesPerRead = 200

/** Everything that happens, from where the follower stands, until it goes. */
async function* follow(
  { after }: z.output<typeof followChanges.input>,
  { store, ledger, signal }: Context,
): AsyncIterable<z.input<typeof followChanges.output>> {
  const feed = feedOf(store, ledger)
  const leave = await feed.join()
  try {
    let known = after ?? (await lastEvent(store))
    yield { id: known, change: null }
    const isLeft = () => signal?.aborted === true
    while (!isLeft()) {
      const changes = feed.since(known) ?? (await readChanges(store, known, changesPerRead))
      for (const change of changes) yield change
      known = changes.at(-1)?.id ?? known
      if (changes.length > 0) continue
      const silence = AbortSignal.timeout(silenceMs)
      await feed.moved(signal ? AbortSignal.any([signal, silence]) : silence)
      if (silence.aborted) yield { id: known, change: null }
    }
  } finally {
    leave()
  }
}

export const changeRoutes: readonly Handler[] = [handleStream(followChanges, follow)]
