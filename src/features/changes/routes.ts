import type { z } from 'zod'
import { followChanges, listChanges, listReviews, settleReview } from '../../contract/changes.ts'
import { failWith } from '../../contract/problem.ts'
import { handle, handleStream, type Context, type Handler } from '../context.ts'
import { feedOf } from './feed.ts'
import { changesOf, lastEvent, latestChanges, readChanges } from './view-changes.ts'

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
    const latest = await lastEvent(store)
    // Whoever waited for it would hear nothing until it comes, and miss all that comes before.
    if (after !== undefined && after > latest) {
      failWith('input_invalid.after', { after, latest }, 'after')
    }
    let known = after ?? latest
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

export const changeRoutes: readonly Handler[] = [
  handleStream(followChanges, follow),
  handle(listChanges, async ({ limit, cursor }, { store }) => {
    const changes = await latestChanges(store, numberIn(cursor), limit)
    return { changes, cursor: cursorAfter(changes, limit) }
  }),
  handle(listReviews, async ({ limit, cursor }, { store }) => {
    const open = store.read.selectFrom('reviews').where('settled', 'is', null)
    const { total } = await open
      .select(({ fn }) => fn.count<number>('event').distinct().as('total'))
      .executeTakeFirstOrThrow()
    const found = await open
      .select('event')
      .distinct()
      .where('event', '>', numberIn(cursor) ?? 0)
      .orderBy('event')
      .limit(limit)
      .execute()
    const events = found.map(({ event }) => event)
    const changes = await changesOf(store, events)
    return { total, changes, cursor: cursorAfter(changes, limit) }
  }),
  handle(settleReview, async ({ event }, { store, now }) => {
    const settled = await store.transact((transaction) => transaction.settleReview(event, now()))
    return settled > 0 ? { event } : failWith('not_found.event', { event }, 'event')
  }),
]

const cursorAfter = (changes: readonly { readonly id: number }[], limit: number) =>
  changes.length < limit ? null : String(changes.at(-1)!.id)

/** The event that a page begins after, if it is not the first. */
function numberIn(cursor: string | undefined): number | undefined {
  if (cursor === undefined) return undefined
  if (/^\d{1,15}$/.test(cursor)) return Number(cursor)
  return failWith('input_invalid.cursor', {}, 'cursor')
}
