import type { Readable } from 'node:stream'
import { openByteSource } from './byte-source.ts'
import { csvRows } from './csv-rows.ts'
import { detectDelimiter } from './delimiter.ts'
import { detectEncoding } from './encoding.ts'
import { detectContainer, detectTextFormat, wrappedList } from './format.ts'
import { gridTable } from './grid-table.ts'
import { jsonLines, jsonTexts } from './json-texts.ts'
import { recordTable } from './record-table.ts'
import { openArchive } from './xlsx/archive.ts'
import { chooseSheet } from './xlsx/choose-sheet.ts'
import { sheetRows } from './xlsx/sheet-rows.ts'
import { readWorkbook } from './xlsx/workbook.ts'
import type { ByteSource } from './byte-source.ts'
import type { HeadedRows, HeaderPlace } from './grid-table.ts'
import type { SourceRow, TableFormat } from './table.ts'

export interface TableOptions {
  /** Encoding of a text file, where a person knows better than its bytes: `shift_jis`. */
  readonly encoding?: string
  /** Delimiter of a text file. */
  readonly delimiter?: string
  /** Name of the sheet of a workbook; the first that holds a table when it is left out. */
  readonly sheet?: string
  /** Line of the column names; they are looked for when it is left out. */
  readonly headers?: HeaderPlace
}

/** How much of a file was read, in bytes; the total of a stream is not known before its end. */
export interface Progress {
  readonly bytesRead: number
  readonly bytesTotal: number | undefined
}

/** A table in a file, open for reading once from start to end. */
export interface SourceTable extends HeadedRows {
  readonly format: TableFormat
  /** Encoding of a text file as far as it was read, which may be all ASCII; not of a workbook. */
  encoding(): string | undefined
  /** Delimiter of a text file; undefined for the others. */
  readonly delimiter: string | undefined
  /** Names of the sheets of a workbook, and of the one that is read. */
  readonly sheets: readonly string[]
  readonly sheet: string | undefined
  /** The rows below the column names, in batches; ends by closing the file. */
  rows(): AsyncGenerator<SourceRow[]>
  progress(): Progress
  close(): Promise<void>
}

/**
 * Opens a table in a file. What kind of file it is, is told by its content and not by its name.
 *
 * Memory stays bounded whatever the file holds (see `limits.ts`); of a workbook the table of texts
 * is held. A broken row has its problems with it and the rows after it are read; a file whose
 * structure is broken ends with a `FileError`, here or while the rows are read.
 *
 * @param input path of a file, or a stream
 */
export async function openTable(
  input: string | Readable,
  options: TableOptions = {},
): Promise<SourceTable> {
  const source = await openByteSource(input)
  try {
    const isArchive = detectContainer(source.head) === 'zip'
    const table = isArchive ? await openSheet(source, options) : await openText(source, options)
    return { ...table, rows: () => closing(table.rows(), source), close: () => source.close() }
  } catch (error) {
    await source.close()
    throw error
  }
}

async function* closing(rows: AsyncGenerator<SourceRow[]>, source: ByteSource) {
  try {
    yield* rows
  } finally {
    await source.close()
  }
}

async function openText(source: ByteSource, options: TableOptions) {
  const text = detectEncoding(source.head, options.encoding)
  const kind = detectTextFormat(text.head)
  const chunks = text.decode(source.chunks())
  const common = {
    encoding: () => text.encoding(),
    sheets: [],
    sheet: undefined,
    progress: () => ({ bytesRead: source.bytesRead(), bytesTotal: source.bytesTotal() }),
  }
  if (kind !== 'delimited') {
    const isList = kind === 'json'
    const texts = isList ? jsonTexts(chunks, wrappedList(text.head)) : jsonLines(chunks)
    return { ...common, ...(await recordTable(texts)), format: kind, delimiter: undefined }
  }
  const dialect =
    options.delimiter === undefined
      ? detectDelimiter(text.head)
      : { delimiter: options.delimiter, isStated: false }
  const table = await gridTable(csvRows(chunks, dialect), options.headers ?? 'find')
  const { delimiter } = dialect
  const format: TableFormat = delimiter === '\t' ? 'tsv' : 'csv'
  return { ...common, ...table, format, delimiter }
}

async function openSheet(source: ByteSource, options: TableOptions) {
  const { handle, size } = await source.file()
  const archive = await openArchive(handle, size)
  const workbook = await readWorkbook(archive)
  const sheet = await chooseSheet(archive, workbook, options.sheet)
  let bytesRead = 0
  const rows = sheetRows(archive, workbook, sheet, (bytes) => (bytesRead += bytes))
  const table = await gridTable(rows, options.headers ?? 'find')
  const format: TableFormat = 'xlsx'
  return {
    ...table,
    format,
    encoding: () => undefined,
    delimiter: undefined,
    sheets: workbook.sheets.map(({ name }) => name),
    sheet: sheet.name,
    progress: () => ({ bytesRead, bytesTotal: sheet.part?.packedBytes }),
  }
}
