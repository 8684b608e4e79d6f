import { batchRows, columnsMax } from '../limits.ts'
import { refuseFile } from '../problem.ts'
import { partChunks } from './archive.ts'
import { cellNumber, plainFormat } from './number-format.ts'
import { unescapeCell } from './workbook.ts'
import { attributeOf, xmlReader } from './xml.ts'
import type { GridRow, GridRows } from '../table.ts'
import type { Archive } from './archive.ts'
import type { Sheet, Workbook } from './workbook.ts'
import type { XmlEvents } from './xml.ts'

/**
 * Rows of a sheet of a workbook. Only as much is unpacked as was asked for.
 *
 * Workbooks are written by a library (hucre) and read here: its reader runs ahead of a slow taker
 * without bound, makes a row of 16,384 cells for one cell far to the right, and turns numbers into
 * floating-point ones, which loses digits and the zeros that a number format shows.
 *
 * @param onRead is told of each packed byte count that was read
 * @throws FileError `workbook_broken`, `columns_too_many`
 */
export async function* sheetRows(
  archive: Archive,
  workbook: Workbook,
  { name, part }: Sheet,
  onRead: (bytes: number) => void,
): GridRows {
  if (part === undefined) {
    return refuseFile('workbook_broken', {}, { reason: `the sheet ${name} is missing` })
  }
  const rows: GridRow[] = []
  const reader = xmlReader(rowEvents(workbook, rows))
  for await (const chunk of partChunks(archive, part, onRead)) {
    reader.push(chunk)
    while (rows.length >= batchRows) yield rows.splice(0, batchRows)
  }
  reader.end()
  if (rows.length > 0) yield rows
}

interface OpenCell {
  column: number
  type: string
  style: number
  text: string
}

function rowEvents(workbook: Workbook, rows: GridRow[]): XmlEvents {
  let row: GridRow = { line: 0, values: [] }
  let cell: OpenCell = { column: -1, type: '', style: -1, text: '' }
  /** The tag whose text is part of the cell's value. */
  let isValue = false
  let isPronunciation = false
  let isInCell = false

  return {
    open(name, attributes) {
      if (name === 'row') {
        const line = Number(attributeOf(attributes, 'r') ?? row.line + 1)
        row = { line, values: [] }
        cell.column = -1
      } else if (name === 'c') {
        cell = openCell(attributes, cell.column + 1, row.line)
        isInCell = true
      } else if (name === 'rPh') isPronunciation = true
      else if (isInCell) isValue = (name === 'v' || name === 't') && !isPronunciation
    },
    text(piece) {
      if (isValue) cell.text += piece
    },
    close(name) {
      isValue = false
      if (name === 'rPh') isPronunciation = false
      else if (name === 'c') {
        isInCell = false
        const value = cellText(cell, workbook, row.line)
        if (value !== '') put(row.values, cell.column, value)
      } else if (name === 'row' && row.values.length > 0) rows.push(row)
    },
  }
}

function put(values: string[], column: number, value: string): void {
  while (values.length < column) values.push('')
  values[column] = value
}

function openCell(attributes: string, nextColumn: number, line: number): OpenCell {
  const place = attributeOf(attributes, 'r')
  const column = place === undefined ? nextColumn : columnOf(place)
  if (column >= columnsMax) refuseFile('columns_too_many', { line })
  return {
    column,
    type: attributeOf(attributes, 't') ?? 'n',
    style: Number(attributeOf(attributes, 's') ?? -1),
    text: '',
  }
}

/** Index of the column of a cell such as `AB12`: letters count in base 26 from A = 1. */
function columnOf(place: string): number {
  let column = 0
  for (let at = 0; at < place.length; at++) {
    const letter = (place.charCodeAt(at) | 0x20) - 96
    if (letter < 1 || letter > 26) break
    column = column * 26 + letter
  }
  return column - 1
}

function cellText({ type, style, text }: OpenCell, workbook: Workbook, line: number): string {
  switch (type) {
    case 's': {
      const shared = workbook.texts[Number(text)]
      return shared ?? refuseFile('workbook_broken', { line }, { reason: 'a text is missing' })
    }
    case 'str':
    case 'inlineStr':
      return unescapeCell(text)
    case 'b':
      return text === '' ? '' : String(text === '1' || text === 'true')
    case 'n':
      if (text === '') return ''
      return cellNumber(text, workbook.formats[style] ?? plainFormat, workbook.is1904)
    default:
      return text
  }
}
