import { once } from 'node:events'
import type { Ledger } from '../../ledger/ledger.ts'
import type { Store } from '../../store/store.ts'
import { lastEvent, readChanges, type NumberedChange } from './view-changes.ts'

/** How often is looked for what other processes recorded, in milliseconds. */
const pollMs = 250

/** Shortest time between two readings, in milliseconds: a rush is read in one go. */
const restMs = 50

/** Changes that are read at once. */
const changesPerRead = 200

/** Changes that are kept for those who are a little behind. */
const keptMax = 1000

/** What happens in a company, read once for all who follow it. */
export interface Feed {
  /**
   * What happened after an event, as far as it is kept: empty when nothing did, undefined when it
   * has to be read.
   */
  since(after: number): readonly NumberedChange[] | undefined
  /** Resolves when something happened, or after a while. */
  moved(signal: AbortSignal): Promise<void>
  /** Begins to look; ends with the last who does. */
  join(): Promise<() => void>
}

/** One feed a ledger, made when it is first asked for. */
const feeds = new WeakMap<Ledger, Feed>()

/** The feed of a company. */
export function feedOf(store: Store, ledger: Ledger): Feed {
  const known = feeds.get(ledger)
  if (known) return known
  const feed = openFeed(store, ledger)
  feeds.set(ledger, feed)
  return feed
}

function openFeed(store: Store, ledger: Ledger): Feed {
  let kept: NumberedChange[] = []
  let position = 0
  let followers = 0
  let wake = new EventTarget()
  let knock: (() => void) | undefined
  ledger.onRecorded(() => knock?.())

  async function readOn(): Promise<void> {
    // The number alone says whether there is anything: it is one small row.
    if ((await lastEvent(store)) <= position) return
    const changes = await readChanges(store, position, changesPerRead)
    if (changes.length === 0) return
    kept = [...kept, ...changes].slice(-keptMax)
    position = changes.at(-1)!.id
    const woken = wake
    wake = new EventTarget()
    woken.dispatchEvent(new Event('moved'))
  }

  async function run(): Promise<void> {
    const isFollowed = () => followers > 0
    while (isFollowed()) {
      const { promise, resolve } = Promise.withResolvers<void>()
      const timer = setTimeout(resolve, pollMs)
      knock = resolve
      const before = position
      // A store that cannot be reached is asked again; who follows is told by what they ask next.
      await readOn().catch(() => {})
      if (position > before) resolve()
      await promise
      clearTimeout(timer)
      await pause(restMs)
    }
    knock = undefined
  }

  let running: Promise<void> | undefined
  return {
    since(after) {
      if (after >= position) return []
      const first = kept[0]?.id
      if (first === undefined || after < first - 1) return undefined
      return kept.filter(({ id }) => id > after)
    },
    async moved(signal) {
      await once(wake, 'moved', { signal }).catch(() => {})
    },
    async join() {
      if (followers === 0) {
        position = Math.max(position, await lastEvent(store))
        kept = []
      }
      followers += 1
      running ??= run().finally(() => (running = undefined))
      return () => void (followers -= 1)
    },
  }
}

const pause = (milliseconds: number) => new Promise((done) => setTimeout(done, milliseconds))
