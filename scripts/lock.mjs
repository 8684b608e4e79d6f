/** A lock between processes, for the launcher: plain JavaScript, as an older Node must run it. */
import {
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { dirname } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'

/** A lock whose holder has not touched it for this long belongs to a process that has died. */
const LOCK_STALE_MS = 10_000
const LOCK_HEARTBEAT_MS = 1_000

/**
 * Runs `work` while no other process does what the same lock stands for.
 *
 * @param lock path of the file that is the lock
 * @param onWait called once when another process is seen to take long
 */
export async function withLock(lock, work, onWait) {
  mkdirSync(dirname(lock), { recursive: true })
  const mine = `${process.pid} ${Date.now()}`
  await takeLock(lock, mine, onWait)
  const heartbeat = setInterval(() => {
    if (readText(lock) === mine) utimesSync(lock, new Date(), new Date())
  }, LOCK_HEARTBEAT_MS)
  try {
    await work()
  } finally {
    clearInterval(heartbeat)
    if (readText(lock) === mine) rmSync(lock)
  }
}

async function takeLock(lock, mine, onWait) {
  for (let waits = 0; ; waits++) {
    if (tryCreate(lock, mine)) return
    if (isStale(lock)) {
      // Several may take over at once: the last rename wins, and after a pause all agree on it.
      writeFileSync(`${lock}-${process.pid}`, mine)
      renameSync(`${lock}-${process.pid}`, lock)
      await pause(500)
      if (readText(lock) === mine) return
    }
    if (waits === 10) onWait()
    await pause(200)
  }
}

function tryCreate(lock, mine) {
  try {
    writeFileSync(lock, mine, { flag: 'wx' })
    return true
  } catch (error) {
    if (error.code === 'EEXIST') return false
    throw error
  }
}

function isStale(lock) {
  const { mtimeMs } = statSync(lock, { throwIfNoEntry: false }) ?? {}
  return mtimeMs !== undefined && Date.now() - mtimeMs > LOCK_STALE_MS
}

function readText(path) {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return undefined
  }
}
