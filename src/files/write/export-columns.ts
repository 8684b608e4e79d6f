/** What a column of an export holds. Everything but `number` and `boolean` is written as text. */
export type ExportType = 'text' | 'number' | 'boolean' | 'date'

export interface ExportColumn {
  /** Name of the value in each row. */
  readonly key: string
  /** Name of the column for people. */
  readonly header: string
  /** Text when it is left out; a date is given as `2024-12-31`. */
  readonly type?: ExportType
}

export type ExportValue = string | number | bigint | boolean | null | undefined
export type ExportRow = Readonly<Record<string, ExportValue>>

/** Rows in batches, asked for only as fast as they are written. */
export type ExportBatches = AsyncIterable<readonly ExportRow[]>

/** Text of a value: digits of a number without an exponent, blank for nothing. */
export function exportText(value: ExportValue): string {
  if (value === null || value === undefined) return ''
  if (typeof value === 'string') return value
  if (typeof value === 'number' && Number.isInteger(value)) return BigInt(value).toString()
  return String(value)
}
