import { CsvError, parse } from 'csv-parse'
import { batchRows } from './limits.ts'
import { refuseFile } from './problem.ts'
import { csvDialect } from './csv-dialect.ts'
import type { Delimiter } from './delimiter.ts'
import type { GridRow, GridRows } from './table.ts'

/**
 * Rows of a delimited text, with the line on which each begins.
 *
 * @param chunks the text in UTF-8
 * @throws FileError `row_too_long`, `quote_not_closed`
 */
export async function* csvRows(chunks: AsyncIterable<Buffer>, dialect: Delimiter): GridRows {
  const rows: GridRow[] = []
  let line = 1
  let parserLine = 0
  let failure: CsvError | Error | undefined

  // Rows are taken in the hook and not from the stream: one call a row instead of several.
  const parser = parse({
    ...csvDialect(dialect.delimiter),
    on_record(values: string[], { lines }) {
      rows.push({ line, values })
      const isOneLine = lines - parserLine === 1
      parserLine = lines
      line += isOneLine ? 1 : 1 + lineBreaks(values)
      return null
    },
  })
  parser.on('error', (error) => (failure = error))
  parser.resume()

  function* arrived(isEnd: boolean): Generator<GridRow[]> {
    const fewest = isEnd || failure !== undefined ? 1 : batchRows
    while (rows.length >= fewest) yield rows.splice(0, batchRows)
    if (failure !== undefined) refuse(failure, line)
  }

  let isStart = dialect.isStated
  for await (const chunk of chunks) {
    parser.write(chunk)
    await settled()
    if (isStart && rows.length > 0) {
      rows.shift()
      isStart = false
    }
    yield* arrived(false)
  }
  parser.end()
  await settled()
  yield* arrived(true)
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
