import { CsvError, parse } from 'csv-parse'
import { batchRows } from './limits.ts'
import { refuseFile } from './problem.ts'
import { csvDialect } from './csv-dialect.ts'
import type { Delimiter } from './delimiter.ts'
import { plainRows } from './plain-rows.ts'
import type { GridRow, GridRows } from './table.ts'

/**
 * Rows of a delimited text, with the line on which each begins. They are cut at every delimiter up
 * to the first quotation mark; from there on they are parsed.
 *
 * @param chunks the text in UTF-8
 * @throws FileError `row_too_long`, `quote_not_closed`
 */
export async function* csvRows(chunks: AsyncIterable<Buffer>, dialect: Delimiter): GridRows {
  const rows: GridRow[] = []
  let line = 1
  const take = (values: string[], lines = 1) => {
    rows.push({ line, values })
    line += lines
  }
  const plain = plainRows(dialect.delimiter, take)
  let parsed: ParsedRows | undefined

  function* arrived(isEnd: boolean): Generator<GridRow[]> {
    const failure = parsed?.failure()
    const fewest = isEnd || failure !== undefined ? 1 : batchRows
    while (rows.length >= fewest) yield rows.splice(0, batchRows)
    if (failure !== undefined) refuse(failure, line)
  }

  const parseOn = (text: Buffer) => (parsed ??= parsedRows(dialect.delimiter, take)).write(text)

  let isStart = dialect.isStated
  for await (const chunk of chunks) {
    if (parsed) await parseOn(chunk)
    else if (!plain.write(chunk)) await parseOn(plain.rest())
    if (isStart && rows.length > 0) {
      rows.shift()
      isStart = false
    }
    yield* arrived(false)
  }
  if (!parsed) await parseOn(plain.rest())
  await parsed!.end()
  if (isStart) rows.shift()
  yield* arrived(true)
}

/** A parser of text in which cells may stand in quotation marks. */
interface ParsedRows {
  write(chunk: Buffer): Promise<void>
  end(): Promise<void>
  /** Why it went no further. */
  failure(): Error | undefined
}

/** @param take is given the cells of each row, and over how many lines it runs */
function parsedRows(
  delimiter: string,
  take: (values: string[], lines: number) => void,
): ParsedRows {
  let lastLine = 0
  let failure: Error | undefined
  // Rows are taken in the hook and not from the stream: one call a row instead of several.
  const parser = parse({
    ...csvDialect(delimiter),
    on_record(values: string[], { lines }) {
      const isOneLine = lines - lastLine === 1
      lastLine = lines
      take(values, isOneLine ? 1 : 1 + lineBreaks(values))
      return null
    },
  })
  parser.on('error', (error) => (failure = error))
  parser.resume()
  return {
    async write(chunk) {
      parser.write(chunk)
      await settled()
    },
    async end() {
      parser.end()
      await settled()
    },
    failure: () => failure,
  }
}

/** The parser works while it is written to, and reports its errors a turn later. */
const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

/** Line breaks inside the cells of a row that runs over several lines. */
function lineBreaks(values: readonly string[]): number {
  let count = 0
  for (const value of values) count += value.match(/\r\n|\n|\r/g)?.length ?? 0
  return count
}

function refuse(error: Error, line: number): never {
  const code = error instanceof CsvError ? error.code : undefined
  if (code === 'CSV_MAX_RECORD_SIZE') refuseFile('row_too_long', { line })
  if (code === 'CSV_QUOTE_NOT_CLOSED') refuseFile('quote_not_closed', { line })
  throw error
}
