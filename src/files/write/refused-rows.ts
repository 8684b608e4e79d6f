import { Readable } from 'node:stream'
import { csvLines } from './csv-writer.ts'
import { guardFormula } from './formula-guard.ts'

/** A row that was refused, with every reason. */
export interface RefusedRow {
  readonly values: readonly string[]
  readonly reasons: readonly string[]
}

/**
 * Writes refused rows as CSV: their columns as they were, and the reasons beside them in a last
 * column `reason`, which an import of the repaired file leaves out by itself.
 */
export function refusedRowsWriter(
  headers: readonly string[],
  batches: AsyncIterable<readonly RefusedRow[]>,
): Readable {
  async function* lines() {
    yield csvLines([[...headers, 'reason'].map(guardFormula)])
    for await (const batch of batches) {
      if (batch.length > 0) yield csvLines(batch.map((row) => line(row, headers.length)))
    }
  }
  return Readable.from(lines(), { objectMode: false })
}

/** Cells beyond the columns, which may be why the row was refused, are kept after the reason. */
function line({ values, reasons }: RefusedRow, columns: number): string[] {
  const own = Array.from({ length: columns }, (_, index) => values[index] ?? '')
  return [...own, reasons.join(' '), ...values.slice(columns)].map(guardFormula)
}
