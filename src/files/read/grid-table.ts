import { cellProblems, cellValue } from './cells.ts'
import { columnNames, findHeaderRow } from './headers.ts'
import { columnsMax } from './limits.ts'
import { fileProblem, refuseFile } from './problem.ts'
import type { Problem } from './problem.ts'
import type { GridRow, GridRows, SourceRow } from './table.ts'

/** Where the column names are: found by looking, on a known line, or nowhere. */
export type HeaderPlace = 'find' | 'none' | number

export interface HeadedRows {
  readonly headers: readonly string[]
  rows(): AsyncGenerator<SourceRow[]>
}

/**
 * Splits the rows of a grid into column names and data. Blank rows are left out; a row with fewer
 * cells than there are columns is filled with blanks, and one with more has a problem.
 *
 * @throws FileError `file_empty`, `headers_missing`, `header_line_missing`, `columns_too_many`
 */
export async function gridTable(grid: GridRows, place: HeaderPlace): Promise<HeadedRows> {
  const { before, header } = await readHeader(grid, place)
  const headers = columnNames(header.values.map(cellValue), header.line)
  return {
    headers,
    async *rows() {
      const first = sourceRows(before, headers)
      if (first.length > 0) yield first
      for await (const batch of grid) {
        const rows = sourceRows(batch, headers)
        if (rows.length > 0) yield rows
      }
    },
  }
}

async function readHeader(
  grid: GridRows,
  place: HeaderPlace,
): Promise<{ before: GridRow[]; header: GridRow }> {
  for (;;) {
    const next = await grid.next()
    if (next.done === true) {
      if (typeof place !== 'number') return refuseFile('file_empty')
      return refuseFile('header_line_missing', {}, { wanted: place })
    }
    const rows = next.value
    if (place === 'none') {
      const width = Math.max(...rows.map((row) => row.values.length))
      return { before: rows, header: { line: 0, values: Array.from({ length: width }, () => '') } }
    }
    const isFilled = rows.some((row) => row.values.some((value) => value.trim() !== ''))
    if (place === 'find' && !isFilled) continue
    const index = place === 'find' ? findHeaderRow(rows) : rows.findIndex((r) => r.line >= place)
    if (index >= 0) return { before: rows.slice(index + 1), header: rows[index]! }
  }
}

function sourceRows(batch: readonly GridRow[], headers: readonly string[]): SourceRow[] {
  const rows: SourceRow[] = []
  for (const row of batch) {
    if (row.values.every((value) => value === '' || value.trim() === '')) continue
    rows.push(sourceRow(row, headers))
  }
  return rows
}

function sourceRow(row: GridRow, headers: readonly string[]): SourceRow {
  const { line, values } = row
  const problems = row.problems ?? []
  const width = problemOfWidth(row, headers.length)
  if (width !== undefined) problems.push(width)
  const cells = cellProblems(values, line, headers)
  if (cells !== undefined) problems.push(...cells)
  for (let index = 0; index < values.length; index++) values[index] = cellValue(values[index]!)
  while (values.length < headers.length) values.push('')
  return problems.length > 0 ? { line, values, problems } : { line, values }
}

/** A value cut at a delimiter, or lines drawn into one another, would put values into wrong columns. */
function problemOfWidth({ line, values }: GridRow, columns: number): Problem | undefined {
  if (values.length === columns) return undefined
  if (values.length > columnsMax) refuseFile('columns_too_many', { line })
  const facts = { count: values.length, columns }
  const breaks = values.join('').split('\n').length
  if (breaks > 1) return fileProblem('row_cells_shifted', { line }, { ...facts, lines: breaks })
  const isExtraBlank = values.slice(columns).every((value) => value.trim() === '')
  if (isExtraBlank) {
    values.length = Math.min(values.length, columns)
    return undefined
  }
  return fileProblem('row_cells_extra', { line }, facts)
}
