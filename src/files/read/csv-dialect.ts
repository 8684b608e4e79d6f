import type { Options } from 'csv-parse'
import { rowBytesMax } from './limits.ts'

/**
 * How delimited text is read: as RFC 4180 has it, but any line ending, a lone quotation mark inside
 * a cell (`5" disk`) and rows of other lengths are let through.
 */
export const csvDialect = (delimiter: string) =>
  ({
    delimiter,
    encoding: 'utf8',
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_column_count: true,
    relax_quotes: true,
    max_record_size: rowBytesMax,
  }) satisfies Options
