import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import { Kysely, sql, SqliteDialect } from 'kysely'
import { hotReads } from '../hot-reads.ts'
import type { LedgerTransaction, Store } from '../store.ts'
import type { Tables } from '../tables.ts'
import { startCheckpointer } from './checkpoint.ts'
import { bulkReads, historyReader } from './bulk-reads.ts'
import { openReader, openWriter, type Connection } from './connection.ts'
import { diskRefused } from './disk-refused.ts'
import { openLongReads } from './long-read.ts'
import { fileHolds } from './holds.ts'
import { migrate } from './migrations.ts'
import { cachingStatements } from './statement-cache.ts'
import { openSearchIndex } from './search-index.ts'
import { transactionOpener } from './transaction.ts'

/** Opens a company file, making it if there is none. */
export function openSqliteStore(path: string): Store {
  const writer = openWriter(path)
  migrate(writer)
  // A killed process may have written a commit without forcing it to the disk; it is forced now,
  // before a repeat of its command is answered from it.
  writer.pragma('wal_checkpoint(PASSIVE)')
  writer
    .prepare(`insert into company (one, key, next_event, next_unit, next_subject, recorded)
       values (1, ?, 1, 1, 2, 0) on conflict do nothing`)
    .run(randomUUID())
  const reader = openReader(path)
  const checkpointer = startCheckpointer(path, writer)
  const read = new Kysely<Tables>({
    dialect: new SqliteDialect({ database: cachingStatements(reader) }),
  })
  const longReads = openLongReads(path)
  const search = openSearchIndex(path, { read, longRead: longReads.kysely })
  return {
    engine: 'sqlite',
    read,
    longRead: longReads.kysely,
    search,
    transact: transactor(path, writer, () => checkpointer.between(), search.wake),
    history: historyReader(reader),
    ...hotReads(bulkReads(reader)),
    holds: fileHolds(path),
    backup: (target) => backup(path, target),
    findDamage: () => findDamage(longReads.kysely),
    async close() {
      await search.close()
      await longReads.close()
      await checkpointer.close()
      reader.close()
      emptyLog(writer)
      writer.close()
    },
  }
}

/** What stays in the log because the disk refuses it is durable there, and moved the next time. */
function emptyLog(writer: Connection): void {
  try {
    writer.pragma('wal_checkpoint(TRUNCATE)')
  } catch (error) {
    if (!uncertain.test(String((error as { code?: unknown }).code))) throw error
  }
}

/** Looks at every page of the file. */
async function findDamage(reader: Kysely<Tables>): Promise<string[]> {
  const { rows } = await sql<{ quick_check: string }>`pragma quick_check(10)`.execute(reader)
  return rows.map(({ quick_check: found }) => found).filter((found) => found !== 'ok')
}

async function backup(path: string, target: string): Promise<void> {
  const worker = new Worker(new URL('./backup-worker.ts', import.meta.url), {
    workerData: { path, target },
  })
  await once(worker, 'exit')
}

/** Commits that fail for these reasons leave it open what reached the disk. */
const uncertain = /^SQLITE_(IOERR|FULL|CORRUPT|NOTADB|READONLY)/

/** The end of the last transaction on each file that this process has open. */
const turns = new Map<string, Promise<unknown>>()

/**
 * Does one after the other what writes to a file. SQLite would block the thread until the other
 * transaction ended, and in one process that waits for the same thread.
 */
function inTurn<T>(path: string, work: () => Promise<T>): Promise<T> {
  const turn = (turns.get(path) ?? Promise.resolve()).then(work)
  const forget = () => {
    if (turns.get(path) === end) turns.delete(path)
  }
  const end: Promise<void> = turn.then(forget, forget)
  turns.set(path, end)
  return turn
}

function transactor(
  path: string,
  writer: Connection,
  between: () => void,
  onCommit: () => void,
): Store['transact'] {
  const open = transactionOpener(writer)
  const begin = writer.prepare('begin immediate')
  const commit = writer.prepare('commit')
  const rollback = writer.prepare('rollback')
  let failed: Error | undefined
  const run = async <T>(work: (transaction: LedgerTransaction) => Promise<T>): Promise<T> => {
    if (failed) throw failed
    try {
      between()
      begin.run()
      const result = await work(open())
      commit.run()
      onCommit()
      return result
    } catch (error) {
      if (writer.inTransaction) rollback.run()
      const code = (error as { code?: unknown }).code
      if (typeof code === 'string' && uncertain.test(code)) {
        failed = diskRefused('write', error)
        throw failed
      }
      throw error
    }
  }
  return <T>(work: (transaction: LedgerTransaction) => Promise<T>) => inTurn(path, () => run(work))
}
