import { Readable } from 'node:stream'
import type { ExportBatches, ExportColumn, ExportValue } from './export-columns.ts'

/**
 * Writes rows as JSON lines: an object a line, its fields named by the headers, blank ones left
 * out. Whole numbers keep all their digits.
 */
export function jsonLinesWriter(
  columns: readonly ExportColumn[],
  batches: ExportBatches,
): Readable {
  const names = columns.map(({ header }) => JSON.stringify(header))

  async function* lines() {
    for await (const batch of batches) {
      let text = ''
      for (const row of batch) {
        const fields = columns.flatMap(({ key }, index) => {
          const value = row[key]
          const isBlank = value === null || value === undefined || value === ''
          return isBlank ? [] : [`${names[index]}:${jsonValue(value)}`]
        })
        text += `{${fields.join(',')}}\n`
      }
      if (text !== '') yield text
    }
  }
  return Readable.from(lines(), { objectMode: false })
}

const jsonValue = (value: NonNullable<ExportValue>): string =>
  typeof value === 'bigint' ? value.toString() : JSON.stringify(value)
