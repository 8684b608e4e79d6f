import { createWriteStream } from 'node:fs'
import { PassThrough } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { refusedRowsWriter, type RefusedRow } from '../../files/write/refused-rows.ts'

/** The file that refused rows go into; it is made with the first of them. */
export interface RefusedFile {
  add(values: readonly string[], reason: string): void
  /** Hands the added rows to the file, at its pace. */
  flush(): Promise<void>
  close(): Promise<void>
}

/** Prepares the file of refused rows: their columns as they were, the reason beside each. */
export function openRefusedFile(path: string, headers: readonly string[]): RefusedFile {
  let rows: RefusedRow[] = []
  let batches: PassThrough | undefined
  let written: Promise<void> | undefined
  const flush = async () => {
    if (rows.length === 0) return
    if (!batches) {
      batches = new PassThrough({ objectMode: true, highWaterMark: 2 })
      written = pipeline(refusedRowsWriter(headers, batches), createWriteStream(path))
    }
    const batch = rows
    rows = []
    if (!batches.write(batch)) await new Promise((resolve) => batches!.once('drain', resolve))
  }
  return {
    add: (values, reason) => void rows.push({ values, reasons: [reason] }),
    flush,
    async close() {
      await flush()
      batches?.end()
      await written
    },
  }
}
