import { parentPort, workerData } from 'node:worker_threads'
import Database from 'better-sqlite3'

/** Frames in the log, and how many of them were moved, after a checkpoint. */
export interface LogState {
  readonly frames: number
  readonly moved: number
}

/**
 * Moves what was written from the log into the file, beside the thread that answers scans, and
 * tells it after each time how long the log is.
 */
const { path, intervalMs } = workerData as { path: string; intervalMs: number }
const connection = new Database(path, { timeout: 10_000 })
connection.pragma('synchronous = FULL')
connection.pragma('wal_autocheckpoint = 0')
connection.pragma('cache_size = -2048')

const timer = setInterval(() => {
  const [row] = connection.pragma('wal_checkpoint(PASSIVE)') as {
    log: number
    checkpointed: number
  }[]
  parentPort!.postMessage({ frames: row!.log, moved: row!.checkpointed } satisfies LogState)
}, intervalMs)

parentPort!.once('message', () => {
  clearInterval(timer)
  connection.close()
  parentPort!.close()
})
