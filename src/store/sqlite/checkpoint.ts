import { statSync } from 'node:fs'
import { once } from 'node:events'
import { Worker } from 'node:worker_threads'

/** The log may grow to this before the writer waits for it to be emptied, in bytes. */
const logBytesMax = 128 * 1024 * 1024
const intervalMs = 250
/** Batches between two looks at the size of the log. */
const batchesBetweenLooks = 8

/** Empties the write-ahead log of a company file in a worker thread. */
export interface Checkpointer {
  /** Resolves when the log is small enough to write on: at once, nearly always. */
  ready(): Promise<void> | undefined
  close(): Promise<void>
}

/** Starts checkpointing a company file. */
export function startCheckpointer(path: string): Checkpointer {
  const worker = new Worker(new URL('./checkpoint-worker.ts', import.meta.url), {
    workerData: { path, intervalMs },
  })
  worker.unref()
  let batches = 0
  const ask = async (message: 'complete' | 'close') => {
    worker.ref()
    const answered = once(worker, 'message')
    worker.postMessage(message)
    await answered
    worker.unref()
  }
  return {
    ready() {
      batches += 1
      if (batches % batchesBetweenLooks !== 0) return undefined
      const { size } = statSync(`${path}-wal`, { throwIfNoEntry: false }) ?? { size: 0 }
      return size > logBytesMax ? ask('complete') : undefined
    },
    async close() {
      await ask('close')
      await worker.terminate()
    },
  }
}
