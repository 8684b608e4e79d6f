import { Readable } from 'node:stream'
import type { CellValue } from 'hucre/xlsx'
import { exportText } from './export-columns.ts'
import { guardFormula } from './formula-guard.ts'
import type { ExportBatches, ExportColumn, ExportValue } from './export-columns.ts'

/** Longest text that a cell of a workbook can hold, in UTF-16 code units. */
const cellLengthMax = 32_767
/** Whole numbers with more digits are rounded by spreadsheets, and so are written as text. */
const digitsMax = 15

/** A value does not fit into a workbook. */
export class CellTooLongError extends Error {
  readonly header: string
  readonly row: number
  constructor(header: string, row: number, length: number) {
    super(
      `The ${header} in row ${row} has ${length} characters; a workbook holds ${cellLengthMax} in a cell. Export as CSV or JSON lines.`,
    )
    this.name = 'CellTooLongError'
    this.header = header
    this.row = row
  }
}

/**
 * Writes rows as an XLSX workbook of one sheet, row by row as they are read from the stream; after
 * 1,048,576 rows a further sheet follows. Texts are text cells, guarded like those of a CSV file;
 * numbers and days are real ones where no digit is lost by it.
 *
 * The stream fails with a `CellTooLongError` where a text does not fit into a cell.
 *
 * @param name name of the sheet, of at most 31 characters
 */
export function xlsxWriter(
  columns: readonly ExportColumn[],
  batches: ExportBatches,
  name = 'Export',
): Readable {
  async function* rows(): AsyncGenerator<CellValue[]> {
    yield columns.map(({ header }) => safeText(guardFormula(header)))
    let count = 1
    for await (const batch of batches) {
      for (const row of batch) {
        count++
        yield columns.map((column) => cellOf(row[column.key], column, count))
      }
    }
  }
  async function* bytes(): AsyncGenerator<Uint8Array> {
    // Loaded by the first workbook: most processes write none.
    const { writeXlsxStream } = await import('hucre/xlsx')
    yield* writeXlsxStream(rows(), { name, freezePane: { rows: 1 } })
  }
  return Readable.from(bytes(), { objectMode: false })
}

function cellOf(value: ExportValue, { type, header }: ExportColumn, row: number): CellValue {
  if (value === null || value === undefined || value === '') return null
  if (typeof value === 'boolean') return value
  const text = exportText(value)
  if (type === 'number' && isExactNumber(text)) return Number(text)
  if (type === 'date' && /^(?:19|20)\d{2}-\d{2}-\d{2}$/.test(text)) return new Date(text)
  const safe = safeText(guardFormula(text))
  if (safe.length > cellLengthMax) throw new CellTooLongError(header, row, safe.length)
  return safe
}

const isExactNumber = (text: string): boolean =>
  /^-?(?:0|[1-9]\d*)(?:\.\d+)?$/.test(text) && text.replace(/\D/g, '').length <= digitsMax

/**
 * What a workbook would take for a character written by its number (`_x0007_`), and the two that
 * XML cannot hold and the library lets through (ECMA-376-1, section 22.9.2.19).
 */
const safeText = (text: string): string =>
  text.replace(/_(?=x[\da-fA-F]{4}_)|[\ufffe\uffff]/g, (character) => {
    const point = character.charCodeAt(0).toString(16).toUpperCase()
    return `_x${point.padStart(4, '0')}_`
  })
