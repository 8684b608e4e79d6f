import { existsSync, rmSync } from 'node:fs'
import Database from 'better-sqlite3'
import type { Holds } from '../store.ts'

/** How long a name that is just being let go is waited for, in milliseconds. */
const goingMs = 1_000

/** The locks of this process: one that nothing refers to would be let go as rubbish. */
const held = new Set<Database.Database>()

/** Names that are held by a lock on a file beside the company's, which ends with the process. */
export function fileHolds(path: string): Holds {
  const fileOf = (name: string) => `${path}-held-${name}`
  const forget = (name: string) => rmSync(fileOf(name), { force: true })
  return {
    take(name) {
      const lock = new Database(fileOf(name), { timeout: goingMs })
      lock.exec('begin exclusive')
      held.add(lock)
      return () => {
        held.delete(lock)
        lock.close()
        forget(name)
      }
    },
    isTaken(name) {
      if (!existsSync(fileOf(name))) return null
      const lock = new Database(fileOf(name), { timeout: 0 })
      try {
        lock.exec('begin immediate')
        return false
      } catch (error) {
        return (error as { code?: unknown }).code === 'SQLITE_BUSY' ? true : null
      } finally {
        lock.close()
      }
    },
    forget,
  }
}
