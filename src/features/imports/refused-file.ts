import { once } from 'node:events'
import { open, rm } from 'node:fs/promises'
import { PassThrough } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { failWith } from '../../contract/problem.ts'
import { refusedRowsWriter, type RefusedRow } from '../../files/write/refused-rows.ts'

/** The file that refused rows go into. */
export interface RefusedFile {
  add(row: RefusedRow): void
  /** Hands the added rows to the file, at its pace. */
  flush(): Promise<void>
  /** Ends the file; without rows there is none. */
  close(): Promise<void>
}

/**
 * Makes the file of refused rows: their columns as they were, the reasons beside each. It is made
 * before the first row is read, so that rows are never refused without a place to go to; a file
 * that is there stays as it is, since it may hold rows that someone is repairing.
 */
export async function openRefusedFile(
  path: string,
  headers: readonly string[],
): Promise<RefusedFile> {
  const file = await open(path, 'wx').catch((error: unknown) => cannotWrite(path, error))
  const batches = new PassThrough({ objectMode: true, highWaterMark: 2 })
  const lines = refusedRowsWriter(headers, batches)
  const written = pipeline(lines, file.createWriteStream()).catch((error: unknown) =>
    cannotWrite(path, error),
  )
  written.catch(() => {})
  let rows: RefusedRow[] = []
  let isEmpty = true
  const flush = async () => {
    if (rows.length === 0) return
    isEmpty = false
    const batch = rows
    rows = []
    if (!batches.write(batch)) await Promise.race([once(batches, 'drain'), written])
  }
  return {
    add: (row) => void rows.push(row),
    flush,
    async close() {
      await flush()
      batches.end()
      await written
      if (isEmpty) await rm(path)
    },
  }
}

function cannotWrite(path: string, error: unknown): never {
  const { code, message } = error as NodeJS.ErrnoException
  return code === 'EEXIST'
    ? failWith('input_invalid.refused_path_exists', { path }, 'refusedPath')
    : failWith('input_invalid.refused_path', { path, reason: message }, 'refusedPath')
}
