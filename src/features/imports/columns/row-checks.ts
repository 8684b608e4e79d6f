import { createNearDuplicates } from './near-duplicates.ts'
import { fault, valueProblem } from './value-problem.ts'
import type { ImportKind } from './field.ts'
import type { MappedRow } from './mapped-row.ts'
import type { Duplicate, NearDuplicates } from './near-duplicates.ts'
import type { ValueProblemCode } from './value-problem.ts'

/** What is judged by more than one row of a file. */
export interface RowChecks {
  /** The row with what it has in common with earlier rows of the file. */
  check(row: MappedRow): MappedRow
  /** False when the file has more rows than could be compared. */
  isComplete(): boolean
}

interface Key {
  readonly scope: string
  readonly value: string
  readonly repeated: ValueProblemCode
}

/**
 * Finds rows of one file that repeat each other: a second row for the same serial of an item, or
 * the same item, location or party, is refused; serials that look alike are warned of.
 *
 * @param kind what the rows hold
 */
export function createRowChecks(kind: ImportKind): RowChecks {
  const seen: NearDuplicates = createNearDuplicates()

  function check(row: MappedRow): MappedRow {
    const key = keys[kind](row)
    if (key === undefined || row.problems.length > 0) return row
    const duplicate = seen.add(key.scope, key.value, row.line)
    if (duplicate === undefined) return row
    if (duplicate.kind === 'repeat') {
      return { ...row, problems: [problemOf(key.repeated, key.value, duplicate, row.line)] }
    }
    if (kind !== 'units') return row
    const alike = problemOf('serial_look_alike', key.value, duplicate, row.line)
    return { ...row, warnings: [...row.warnings, alike] }
  }
  return { check, isComplete: () => seen.isComplete() }
}

const keys: Readonly<Record<ImportKind, (row: MappedRow) => Key | undefined>> = {
  units({ item, unit }) {
    const value = unit?.serial
    if (value === undefined) return undefined
    return { scope: item?.sku ?? '', value, repeated: 'serial_repeated' }
  },
  items: ({ item }) => item && { scope: '', value: item.sku, repeated: 'item_repeated' },
  locations: ({ location }) =>
    location && { scope: '', value: location.code, repeated: 'location_repeated' },
  parties: ({ party }) => party && { scope: '', value: party.code, repeated: 'party_repeated' },
}

function problemOf(code: ValueProblemCode, value: string, { other, line }: Duplicate, own: number) {
  return valueProblem(fault(code, { value, other, first: line }), own, null)
}
