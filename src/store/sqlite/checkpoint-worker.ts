import { parentPort, workerData } from 'node:worker_threads'
import Database from 'better-sqlite3'

/**
 * Moves what was written from the log into the file, beside the thread that answers scans. A
 * message asks for a complete one, for which the writer waits, and is answered when it is done.
 */
const { path, intervalMs } = workerData as { path: string; intervalMs: number }
const connection = new Database(path, { timeout: 10_000 })
connection.pragma('synchronous = FULL')
connection.pragma('wal_autocheckpoint = 0')

const timer = setInterval(() => connection.pragma('wal_checkpoint(PASSIVE)'), intervalMs)

parentPort!.on('message', (message: 'complete' | 'close') => {
  if (message === 'complete') connection.pragma('wal_checkpoint(RESTART)')
  if (message === 'close') {
    clearInterval(timer)
    connection.close()
  }
  parentPort!.postMessage(message)
  if (message === 'close') parentPort!.close()
})
