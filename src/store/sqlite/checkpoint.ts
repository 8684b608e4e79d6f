import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import type { StoreFailedError } from '../store.ts'
import { diskRefused } from './disk-refused.ts'
import type { LogState } from './checkpoint-worker.ts'
import type { Connection } from './connection.ts'

const intervalMs = 200
/** From this length on the log is begun anew as soon as the worker has moved nearly all of it. */
const framesWanted = 4096
/** At this length the writer moves the rest itself, however much it is. */
const framesMax = 65_536

/** Keeps the write-ahead log of a company file short. */
export interface Checkpointer {
  /**
   * To be called by the writer between two transactions. Throws `StoreFailedError` once a
   * checkpoint has failed.
   */
  between(): void
  close(): Promise<void>
}

/**
 * Starts checkpointing a company file in a worker thread. The worker alone could not end the log
 * while scans go on, for something is always written behind its back; so when it has just moved
 * nearly everything, the writer moves the small rest between two transactions and the next one
 * begins the log anew. That costs milliseconds, where moving everything costs a tenth of a second.
 */
export function startCheckpointer(path: string, writer: Connection): Checkpointer {
  const worker = new Worker(new URL('./checkpoint-worker.ts', import.meta.url), {
    workerData: { path, intervalMs },
    resourceLimits: { maxYoungGenerationSizeMb: 1, maxOldGenerationSizeMb: 16 },
  })
  worker.unref()
  let failure: StoreFailedError | undefined
  // The thread ends with its first failure; what it did not move is still in the log.
  worker.on('error', (cause) => {
    failure = diskRefused('checkpoint', cause)
  })
  let log: LogState | undefined
  worker.on('message', (state: LogState) => (log = state))
  return {
    between() {
      if (failure) throw failure
      if (!log || log.frames < framesWanted) return
      const left = log.frames - log.moved
      if (left > framesWanted && log.frames < framesMax) return
      log = undefined
      writer.pragma('wal_checkpoint(PASSIVE)')
    },
    async close() {
      if (failure) return
      // Should its last checkpoint fail, what it did not move is still in the log.
      const gone = once(worker, 'exit').catch(() => {})
      worker.ref()
      worker.postMessage('close')
      await gone
    },
  }
}
