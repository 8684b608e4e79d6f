import {
  cellLengthMax,
  columnsMax,
  fileBytesMax,
  headerLengthMax,
  rowBytesMax,
  sharedStringsBytesMax,
  zipEntriesMax,
  zipRatioMax,
  zipUnpackedBytesMax,
} from './limits.ts'

/**
 * Everything that can be wrong with a file, as one closed list: a stable code and a sentence that
 * says what to do. `{name}` is filled in from the facts.
 */
export const fileProblems = {
  file_unreadable: 'The file cannot be read ({reason}). Check the path and your rights to it.',
  file_empty: 'The file holds no rows. Check that the right file was chosen.',
  file_too_large: `The file is larger than ${fileBytesMax / 2 ** 30} GiB. Split it.`,
  file_binary: 'This is {what}, not a table. Export the table as CSV, XLSX or JSON.',
  encoding_unknown: 'There is no character encoding {encoding}. Use one such as utf-8, shift_jis.',
  headers_missing: 'There is no row with column names. Add one at the top of the table.',
  header_line_missing: 'Line {wanted} was to hold the column names, but the file ends before it.',
  columns_too_many: `There are more than ${columnsMax} columns. Remove those you do not need.`,
  header_too_long: `A column name is longer than ${headerLengthMax} characters. Shorten it.`,
  row_too_long: `The row is longer than ${rowBytesMax / 2 ** 20} MiB. Look for a quotation mark that is never closed, or shorten it.`,
  quote_not_closed: 'A quotation mark is never closed. Close it, or remove it.',
  row_cells_extra:
    'The row has {count} cells for {columns} columns. Put quotation marks around a value that holds the delimiter.',
  row_cells_shifted:
    'The row runs over {lines} lines and has {count} cells for {columns} columns. Look for a quotation mark that is not closed.',
  cell_too_long: `The cell is longer than ${cellLengthMax} characters. Shorten it.`,
  cell_control_character:
    'The cell has the control character U+{point} at position {position}. Remove it.',
  cell_undecodable:
    'The cell has a character that could not be read at position {position}. Save the file as UTF-8, or name its encoding.',
  json_invalid: 'The record is not valid JSON. Correct it.',
  json_not_object: 'The record is not an object with named fields. Write it as { "name": value }.',
  json_not_list: 'The file must be a list of objects, or one object a line.',
  json_truncated: 'The file ends in the middle of a record. Export or copy it again.',
  json_text_after: 'Something follows the end of the list. Remove it.',
  workbook_broken:
    'The workbook is damaged ({reason}). Open it in a spreadsheet and save it again.',
  workbook_encrypted:
    'The workbook is protected by a password or is of the old XLS kind. Save it as XLSX without a password.',
  workbook_too_many_parts: `The workbook holds more than ${zipEntriesMax} parts. Save the sheet alone as XLSX or CSV.`,
  workbook_too_large: `The workbook would unpack to more than ${zipUnpackedBytesMax / 2 ** 30} GiB. Save the sheet as CSV.`,
  workbook_bomb: `The workbook would unpack to {ratio} times its size; at most ${zipRatioMax} times is accepted. It was not opened.`,
  workbook_texts_too_large: `The workbook holds more than ${sharedStringsBytesMax / 2 ** 20} MiB of different texts. Save the sheet as CSV.`,
  sheet_unknown: 'There is no sheet {sheet}. The sheets are: {sheets}.',
} as const

export type FileProblemCode = keyof typeof fileProblems

/** What is wrong with a file, a row or a cell. */
export interface Problem<Code extends string = string> {
  readonly code: Code
  /** Line of the file (row of the sheet), from 1; null when it concerns the whole file. */
  readonly line: number | null
  /** Name of the column; null when it concerns the whole row. */
  readonly column: string | null
  /** A sentence for people: what is wrong and what to do. */
  readonly message: string
}

export type Facts = Readonly<Record<string, string | number>>

/** Where a problem is. */
export interface Place {
  readonly line?: number | null
  readonly column?: string | null
}

/** Longest text of a file that is shown in a sentence, in UTF-16 code units. */
const shownLengthMax = 200

/** Fills `{name}` in a sentence from the facts; what is hidden in a text is made to show. */
export function fillSentence(sentence: string, facts: Facts): string {
  return sentence.replace(/\{(\w+)\}/g, (_, name: string) => {
    const text = String(facts[name] ?? '').replace(/[\p{Cc}\p{Cf}]/gu, '\ufffd')
    return text.length > shownLengthMax ? `${text.slice(0, shownLengthMax)}…` : text
  })
}

export function fileProblem(
  code: FileProblemCode,
  place: Place = {},
  facts: Facts = {},
): Problem<FileProblemCode> {
  const message = fillSentence(fileProblems[code], facts)
  return { code, line: place.line ?? null, column: place.column ?? null, message }
}

/** The file as a whole cannot be read, or not beyond this point. */
export class FileError extends Error {
  readonly problem: Problem<FileProblemCode>
  constructor(problem: Problem<FileProblemCode>) {
    super(problem.line === null ? problem.message : `Line ${problem.line}: ${problem.message}`)
    this.name = 'FileError'
    this.problem = problem
  }
}

/** Ends the reading of a file. */
export function refuseFile(code: FileProblemCode, place: Place = {}, facts: Facts = {}): never {
  throw new FileError(fileProblem(code, place, facts))
}
