import { parse } from 'csv-parse/sync'
import { csvDialect } from './csv-dialect.ts'

const candidates = [',', ';', '\t', '|'] as const
const sampleRows = 50

/** A first line such as `sep=;`, by which spreadsheets are told the delimiter. */
const delimiterLine = /^\ufeff?"?sep=(.)"?\r?(?:\n|$)/i

/** The delimiter of a text, and whether its first line only says so. */
export interface Delimiter {
  readonly delimiter: string
  readonly isStated: boolean
}

/**
 * Finds the delimiter: the one that cuts the first rows into the same number of cells, and the
 * more cells the better. A text without any has one column.
 *
 * @param head the start of the text
 */
export function detectDelimiter(head: string): Delimiter {
  const stated = delimiterLine.exec(head)?.[1]
  if (stated !== undefined) return { delimiter: stated, isStated: true }
  const lastBreak = head.lastIndexOf('\n')
  const sample = lastBreak > 0 ? head.slice(0, lastBreak + 1) : head
  let best: { delimiter: string; score: number } = { delimiter: ',', score: 0 }
  for (const delimiter of candidates) {
    const score = scoreOf(sample, delimiter)
    if (score > best.score) best = { delimiter, score }
  }
  return { delimiter: best.delimiter, isStated: false }
}

/** Share of the rows that have the most usual number of cells, times that number. */
function scoreOf(sample: string, delimiter: string): number {
  const rows = parseSample(sample, delimiter).filter((row) => row.some((cell) => cell !== ''))
  const counts = new Map<number, number>()
  for (const row of rows) counts.set(row.length, (counts.get(row.length) ?? 0) + 1)
  let best = 0
  for (const [cells, times] of counts) {
    if (cells > 1) best = Math.max(best, (times / rows.length) ** 2 * Math.min(cells, 20))
  }
  return best
}

function parseSample(sample: string, delimiter: string): string[][] {
  try {
    return parse(sample, { ...csvDialect(delimiter), to: sampleRows })
  } catch {
    return sample.split('\n', sampleRows).map((row) => row.split(delimiter))
  }
}
