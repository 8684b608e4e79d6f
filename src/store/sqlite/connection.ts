import Database from 'better-sqlite3'

export type Connection = Database.Database

/** How long to wait for another process's write, in milliseconds. */
const busyTimeoutMs = 10_000

/** Opens the one connection that writes. Every commit is durable (`synchronous=FULL`). */
export function openWriter(path: string): Connection {
  const connection = new Database(path, { timeout: busyTimeoutMs })
  connection.pragma('journal_mode = WAL')
  connection.pragma('synchronous = FULL')
  // Checkpoints run in a worker thread: an automatic one stalls the scans for 150 ms and more.
  connection.pragma('wal_autocheckpoint = 0')
  connection.pragma('cache_size = -8192')
  connection.pragma('temp_store = MEMORY')
  connection.pragma('trusted_schema = OFF')
  // Without it a REPLACE would delete what the triggers protect.
  connection.pragma('recursive_triggers = ON')
  return connection
}

/** Opens a connection that can only read, over memory-mapped pages. */
export function openReader(path: string): Connection {
  const connection = new Database(path, { readonly: true, timeout: busyTimeoutMs })
  connection.pragma('query_only = ON')
  connection.pragma('cache_size = -8192')
  connection.pragma('mmap_size = 268435456')
  connection.pragma('temp_store = MEMORY')
  return connection
}

/** Whether a file is a database that holds a company. */
export function isCompanyFile(path: string): boolean {
  const connection = new Database(path, { readonly: true })
  try {
    return connection.prepare('select 1 from company').get() !== undefined
  } catch {
    return false
  } finally {
    connection.close()
  }
}
