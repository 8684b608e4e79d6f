import { Readable } from 'node:stream'
import { stringify } from 'csv-stringify/sync'
import { exportText } from './export-columns.ts'
import { guardFormula } from './formula-guard.ts'
import type { ExportBatches, ExportColumn } from './export-columns.ts'

export interface CsvOptions {
  /** `,` when it is left out; a tab for TSV. */
  readonly delimiter?: string
  /** Begins the file with the mark by which Excel knows UTF-8. */
  readonly byteOrderMark?: boolean
}

/**
 * Writes rows as CSV (RFC 4180, UTF-8), batch by batch as they are read from the stream. Texts that
 * a spreadsheet would run as formulas are guarded by a quotation mark.
 */
export function csvWriter(
  columns: readonly ExportColumn[],
  batches: ExportBatches,
  options: CsvOptions = {},
): Readable {
  async function* lines() {
    if (options.byteOrderMark === true) yield '\ufeff'
    yield csvLines([columns.map(({ header }) => guardFormula(header))], options.delimiter)
    for await (const batch of batches) {
      const rows = batch.map((row) => columns.map(({ key }) => guardFormula(exportText(row[key]))))
      if (rows.length > 0) yield csvLines(rows, options.delimiter)
    }
  }
  return Readable.from(lines(), { objectMode: false })
}

/** Rows of guarded texts as lines of CSV. */
export function csvLines(rows: readonly (readonly string[])[], delimiter = ','): string {
  return stringify(rows as string[][], {
    delimiter,
    record_delimiter: '\r\n',
    quoted_match: /[\r\n]/,
  })
}
