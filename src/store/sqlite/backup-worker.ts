import { closeSync, fsyncSync, openSync, renameSync, rmSync } from 'node:fs'
import { workerData } from 'node:worker_threads'
import Database from 'better-sqlite3'

/**
 * Copies a company file as of one moment, beside the thread that answers scans. The copy gets its
 * name when it is whole and on the disk.
 */
const { path, target } = workerData as { path: string; target: string }
const partial = `${target}.partial`
rmSync(partial, { force: true })
const connection = new Database(path, { timeout: 10_000 })
try {
  connection.prepare('vacuum into ?').run(partial)
  const file = openSync(partial, 'r+')
  fsyncSync(file)
  closeSync(file)
  renameSync(partial, target)
} finally {
  connection.close()
  rmSync(partial, { force: true })
}
