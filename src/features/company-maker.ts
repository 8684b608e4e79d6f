import { setTimeout } from 'node:timers/promises'
import { openStore, removeStore, renameStore, type StoreAddress } from '../store/open.ts'
import type { Store } from '../store/store.ts'

/** How far the making of a company is. */
export interface MakingProgress {
  /** Events recorded so far, and those that there will be. */
  readonly recorded: number
  readonly total: number
}

/** Fills a new company; it is shown to nobody before it is done. */
export type Filling = (store: Store) => AsyncIterable<MakingProgress>

/** Makes companies that take a while. */
export interface CompanyMaker {
  /** Makes a company and tells how far it is; whoever asks meanwhile follows the same making. */
  make(
    company: string,
    addresses: { readonly draft: StoreAddress; readonly final: StoreAddress },
    fill: Filling,
  ): AsyncIterable<MakingProgress>
  /** Breaks off what is under way; nothing of it is left. */
  close(): Promise<void>
}

interface Making {
  progress: MakingProgress
  done: Promise<void>
}

/** How often progress is told, in milliseconds. */
const tellEveryMs = 150

/** Opens a maker of companies. */
export function openCompanyMaker(): CompanyMaker {
  const makings = new Map<string, Making>()
  const closing = new AbortController()
  return {
    async *make(company, addresses, fill) {
      const known = makings.get(company)
      const making = known ?? start(addresses, fill, closing.signal)
      makings.set(company, making)
      const ended = making.done.finally(() => makings.delete(company))
      // It is awaited below; until then its failure has to wait too.
      ended.catch(() => {})
      for (let isDone = false; !isDone;) {
        yield making.progress
        isDone = await Promise.race([ended.then(() => true), setTimeout(tellEveryMs, false)])
      }
      yield making.progress
    },
    async close() {
      closing.abort()
      await Promise.allSettled([...makings.values()].map(({ done }) => done))
    },
  }
}

function start(
  { draft, final }: { readonly draft: StoreAddress; readonly final: StoreAddress },
  fill: Filling,
  signal: AbortSignal,
): Making {
  const making: Making = { progress: { recorded: 0, total: 1 }, done: Promise.resolve() }
  making.done = (async () => {
    // What a making left behind that was broken off by a power cut.
    await removeStore(draft)
    try {
      const store = await openStore(draft)
      try {
        for await (const progress of fill(store)) {
          signal.throwIfAborted()
          making.progress = progress
        }
        await store.search.finish()
      } finally {
        await store.close()
      }
      await renameStore(draft, final)
    } catch (error) {
      await removeStore(draft)
      throw error
    }
  })()
  making.done.catch(() => {})
  return making
}
