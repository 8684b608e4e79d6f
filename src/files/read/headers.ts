import { columnsMax, headerLengthMax, headerSearchRows } from './limits.ts'
import { refuseFile } from './problem.ts'
import type { GridRow } from './table.ts'

// Controls, zero-width characters and marks that turn text around: nobody means them in a name.
const invisible =
  /[\u0000-\u0008\u000e-\u001f\u007f-\u009f\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufffd]/g

/**
 * Names of the columns as shown to people: trimmed, composed, told apart. A blank one is called by
 * its place, a repeated one gets a number.
 *
 * @throws FileError `columns_too_many`, `header_too_long`
 */
export function columnNames(cells: readonly string[], line: number): string[] {
  if (cells.length > columnsMax) refuseFile('columns_too_many', { line })
  const taken = new Set<string>()
  return cells.map((cell, index) => {
    const text = cell.normalize('NFC').replace(invisible, '').replace(/\s+/g, ' ').trim()
    if (text.length > headerLengthMax) refuseFile('header_too_long', { line })
    const name = text === '' ? `column ${index + 1}` : text
    let unique = name
    for (let copy = 2; taken.has(unique); copy++) unique = `${name} (${copy})`
    taken.add(unique)
    return unique
  })
}

const filled = (row: GridRow): number =>
  row.values.reduce((count, value) => (value.trim() === '' ? count : count + 1), 0)

/**
 * Index of the row that holds the column names: the first that fills at least half as many cells
 * as the fullest row near the top. Titles and notes above a table fill fewer.
 *
 * @throws FileError `headers_missing`
 */
export function findHeaderRow(rows: readonly GridRow[]): number {
  const counts = rows.slice(0, headerSearchRows).map(filled)
  const most = Math.max(0, ...counts)
  if (most === 0) refuseFile('headers_missing')
  return counts.findIndex((count) => count * 2 >= most && count > 0)
}
