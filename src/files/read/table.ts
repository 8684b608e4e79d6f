import type { Problem } from './problem.ts'

export type TableFormat = 'csv' | 'tsv' | 'xlsx' | 'json' | 'jsonl'

/** One row as it stands in the file; every value is text. */
export interface SourceRow {
  /** Line of the file on which the row begins (row of the sheet), from 1. */
  readonly line: number
  /** One value for each header, in order; blank where the row has none. */
  readonly values: readonly string[]
  /** Fields of a JSON record that no earlier record had, by name. */
  readonly extra?: Readonly<Record<string, string>>
  /** Why the row cannot be used as it stands. */
  readonly problems?: readonly Problem[]
}

/** A row before it is known which row holds the column names. */
export interface GridRow {
  line: number
  values: string[]
  problems?: Problem[]
}

/** Rows of a format that begins with a row of column names, in batches. */
export type GridRows = AsyncGenerator<GridRow[]>

/** A JSON record: its fields by dotted name, in order. */
export interface RecordRow {
  line: number
  fields: ReadonlyMap<string, string>
  problems?: Problem[]
}
