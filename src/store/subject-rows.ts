import type { SubjectId, SubjectKind } from '../domain/subject.ts'
import type { UnitTable } from './tables.ts'

/** What is shown of an item, location … where something else refers to it. */
export interface SubjectRow extends SubjectId {
  readonly code: string
  readonly name: string | null
  /** As JSON. */
  readonly data: string
  /** Patterns of the schemes that an item has or had, as JSON; of others it is an empty list. */
  readonly patterns: string
}

/** Rows of items, locations … by kind and id. */
export type SubjectRows = ReadonlyMap<SubjectKind, ReadonlyMap<number, SubjectRow>>

/** What a unit refers to: the column that names it, and of which kind it is. */
export const references = [
  ['item', 'item'],
  ['lot', 'lot'],
  ['location', 'location'],
  ['for_order', 'order'],
  ['party', 'party'],
] as const satisfies readonly (readonly [keyof UnitTable, SubjectKind])[]

/** All that units refer to, each once. */
export const referredBy = (units: readonly UnitTable[]): SubjectId[] =>
  references.flatMap(([column, kind]) => {
    const ids = new Set(units.map((unit) => unit[column]))
    return [...ids].flatMap((id) => (id === null ? [] : { kind, id }))
  })

/** Puts rows in order, to be found by kind and id. */
export function subjectRowsOf(rows: readonly SubjectRow[]): SubjectRows {
  const byKind = new Map<SubjectKind, Map<number, SubjectRow>>()
  for (const row of rows) {
    const ofKind = byKind.get(row.kind)
    if (ofKind) ofKind.set(row.id, row)
    else byKind.set(row.kind, new Map([[row.id, row]]))
  }
  return byKind
}
