import type { SourceRow } from '../../files/read/table.ts'
import type { MappedRow } from './columns/mapped-row.ts'

/** A row of the file with what it says. */
export interface ReadRow {
  readonly source: SourceRow
  readonly mapped: MappedRow
}

/** What is known of an item that rows refer to. */
export interface ItemFacts {
  readonly kind: 'discrete' | 'portion' | 'container'
  readonly decimals: number
}
