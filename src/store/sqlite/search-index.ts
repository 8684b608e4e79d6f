import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import { sql, type Kysely } from 'kysely'
import { openColumnCache } from '../search/column-cache.ts'
import { keepDirectory } from '../search/directory.ts'
import { commitsOfMuch, type SearchIndex } from '../search/search-index.ts'
import type { Tables } from '../tables.ts'
import { openSearchFile, searchFileOf } from './search-file.ts'
import type { FeedReply, FeedRequest } from './search-worker.ts'

/**
 * The thread starts when nothing was recorded for so long: a process that records a little and ends
 * leaves the feeding to the next one, and an import is not slowed. It waits this long at most.
 */
const startAfterMs = 500
const startAfterMostMs = 5000

interface Readers {
  readonly read: Kysely<Tables>
  readonly longRead: Kysely<Tables>
}

/**
 * The search index of a company file: a file beside it, which a worker thread feeds. The thread
 * starts when something is recorded or searched for, the file is there from then on.
 */
export function openSearchIndex(path: string, readers: Readers): SearchIndex {
  const searchPath = searchFileOf(path)
  let feeder: Feeder | undefined
  let start: NodeJS.Timeout | undefined
  let startBy = Infinity
  let commits = 0
  const feed = () => (feeder ??= startFeeder(path, searchPath, () => void renew()))
  const startSoon = () => {
    startBy = Math.min(startBy, performance.now() + startAfterMostMs)
    clearTimeout(start)
    const wait = Math.max(0, Math.min(startAfterMs, startBy - performance.now()))
    start = setTimeout(() => feed().wake(), wait).unref()
  }
  let attached: Promise<void> | undefined
  const attach = async () => {
    openSearchFile(searchPath).close()
    for (const db of [readers.read, readers.longRead]) {
      await sql`attach ${searchPath} as search`.execute(db)
    }
  }
  let renewing: Promise<void> | undefined
  const renew = (): Promise<void> =>
    (renewing ??= (async () => {
      if (attached) {
        await attached.catch(() => {})
        for (const db of [readers.read, readers.longRead]) {
          await sql`detach search`.execute(db).catch(() => {})
        }
      }
      await feed().ask('renew')
      attached = undefined
      renewing = undefined
      feed().wake()
    })())
  return {
    directory: keepDirectory(),
    columns: openColumnCache(),
    async reads(speed) {
      await renewing
      await (attached ??= attach())
      return { engine: 'sqlite', db: speed === 'quick' ? readers.read : readers.longRead }
    },
    wake(isMuch = false) {
      commits += isMuch ? commitsOfMuch : 1
      if (feeder) feeder.wake()
      else startSoon()
    },
    isFed: () => feeder !== undefined,
    caughtUp: () => feed().ask('catch up'),
    finish: async () => (commits >= commitsOfMuch ? feed().ask('catch up') : undefined),
    renew,
    async close() {
      clearTimeout(start)
      await renewing
      await feeder?.close()
    },
  }
}

interface Feeder {
  wake(): void
  ask(request: Exclude<FeedRequest, 'wake'>): Promise<void>
  close(): Promise<void>
}

function startFeeder(path: string, searchPath: string, onDamaged: () => void): Feeder {
  const worker = new Worker(new URL('./search-worker.ts', import.meta.url), {
    workerData: { path, searchPath },
    // Collects its garbage early: it works beside imports that are not to take much memory.
    resourceLimits: { maxYoungGenerationSizeMb: 8, maxOldGenerationSizeMb: 256 },
  })
  worker.unref()
  let isGone = false
  // Searches go on without an index when its thread fails; the next start tries anew.
  worker.on('error', () => (isGone = true))
  const waiting = new Map<FeedReply, (() => void)[]>()
  worker.on('message', (said: FeedReply) => {
    if (said === 'damaged') return onDamaged()
    waiting.get(said)?.shift()?.()
  })
  const send = (request: FeedRequest) => {
    if (!isGone) worker.postMessage(request)
  }
  const ask = async (request: Exclude<FeedRequest, 'wake'>) => {
    if (isGone) return
    worker.ref()
    const answered = new Promise<void>((resolve) => {
      waiting.set(request, [...(waiting.get(request) ?? []), resolve])
    })
    send(request)
    await Promise.race([answered, once(worker, 'exit')])
    worker.unref()
  }
  return {
    wake: () => send('wake'),
    ask,
    async close() {
      await ask('close')
      await worker.terminate()
    },
  }
}
