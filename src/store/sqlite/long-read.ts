import { Worker } from 'node:worker_threads'
import {
  Kysely,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
  type CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  type QueryResult,
} from 'kysely'
import type { Tables } from '../tables.ts'
import type { ReadReply, ReadRequest } from './read-worker.ts'

/** Kysely over a read-only connection in a worker thread, for reads that may take long. */
export interface LongReads {
  readonly kysely: Kysely<Tables>
  close(): Promise<void>
}

/** Opens long reads of a company file; the thread starts with the first of them. */
export function openLongReads(path: string): LongReads {
  let reader: ReturnType<typeof startReader> | undefined
  const connection: DatabaseConnection = {
    async executeQuery<Row>(query: CompiledQuery): Promise<QueryResult<Row>> {
      reader ??= startReader(path)
      return { rows: (await reader.ask(query.sql, query.parameters)) as Row[] }
    },
    streamQuery() {
      throw new Error('Long reads are paged, not streamed.')
    },
  }
  const dialect: Dialect = {
    createDriver: () => readDriver(connection),
    createQueryCompiler: () => new SqliteQueryCompiler(),
    createAdapter: () => new SqliteAdapter(),
    createIntrospector: (database) => new SqliteIntrospector(database),
  }
  return {
    kysely: new Kysely<Tables>({ dialect }),
    close: async () => reader?.close(),
  }
}

function readDriver(connection: DatabaseConnection): Driver {
  const never = async () => {
    throw new Error('Reads need no transaction.')
  }
  return {
    init: async () => {},
    acquireConnection: async () => connection,
    beginTransaction: never,
    commitTransaction: never,
    rollbackTransaction: never,
    releaseConnection: async () => {},
    destroy: async () => {},
  }
}

/** Starts the thread; it is there only while something was asked of it. */
function startReader(path: string) {
  const worker = new Worker(new URL('./read-worker.ts', import.meta.url), { workerData: { path } })
  worker.unref()
  const waiting = new Map<number, { resolve(rows: unknown[]): void; reject(error: Error): void }>()
  let last = 0
  worker.on('message', ({ id, rows, error }: ReadReply) => {
    const asked = waiting.get(id)
    waiting.delete(id)
    if (waiting.size === 0) worker.unref()
    if (error === undefined) asked?.resolve(rows ?? [])
    else asked?.reject(Object.assign(new Error(error.message), { code: error.code }))
  })
  worker.on('error', (error) => {
    for (const { reject } of waiting.values()) reject(error as Error)
    waiting.clear()
  })
  return {
    ask(sql: string, parameters: readonly unknown[]): Promise<unknown[]> {
      const id = (last += 1)
      worker.ref()
      return new Promise((resolve, reject) => {
        waiting.set(id, { resolve, reject })
        worker.postMessage({ id, sql, parameters } satisfies ReadRequest)
      })
    },
    async close() {
      await worker.terminate()
    },
  }
}
