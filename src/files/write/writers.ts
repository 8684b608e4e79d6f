import type { Readable } from 'node:stream'
import { csvWriter } from './csv-writer.ts'
import type { ExportBatches, ExportColumn } from './export-columns.ts'
import { jsonLinesWriter } from './json-lines-writer.ts'
import { xlsxWriter } from './xlsx-writer.ts'

/** Writes rows in one form of file. */
export type Write = (columns: readonly ExportColumn[], batches: ExportBatches) => Readable

/** Every form that rows can be written in, by the ending of the file's name. */
export const writers = {
  csv: (columns, batches) => csvWriter(columns, batches),
  tsv: (columns, batches) => csvWriter(columns, batches, { delimiter: '\t' }),
  xlsx: (columns, batches) => xlsxWriter(columns, batches),
  jsonl: (columns, batches) => jsonLinesWriter(columns, batches),
} as const satisfies Record<string, Write>

/** Columns of a file for the names of an export; a trait goes by its own name. */
export const exportColumns = (names: readonly string[]): ExportColumn[] =>
  names.map((name) => ({ key: name, header: name.replace(/^trait\./, '') }))
