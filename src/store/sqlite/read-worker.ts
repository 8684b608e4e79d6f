import { parentPort, workerData } from 'node:worker_threads'
import { openReader } from './connection.ts'

/** One long read: answered with its rows, or with what went wrong. */
export interface ReadRequest {
  readonly id: number
  readonly sql: string
  readonly parameters: readonly unknown[]
}
export interface ReadReply {
  readonly id: number
  readonly rows?: unknown[]
  readonly error?: { readonly message: string; readonly code?: unknown }
}

const connection = openReader((workerData as { path: string }).path)

parentPort!.on('message', ({ id, sql, parameters }: ReadRequest) => {
  let reply: ReadReply
  try {
    const statement = connection.prepare(sql)
    // What gives no rows attaches the search index, or lets go of it.
    if (!statement.reader) statement.run(...parameters)
    reply = { id, rows: statement.reader ? statement.all(...parameters) : [] }
  } catch (error) {
    const { message, code } = error as { message: string; code?: unknown }
    reply = { id, error: { message, code } }
  }
  parentPort!.postMessage(reply)
})
