import { foldIdentifier, serialType } from '../../domain/identifier.ts'
import { codeOf, nameOf, statuses, type Status } from '../../domain/status.ts'
import type { UnitState } from '../../domain/unit-state.ts'
import type { Store } from '../../store/store.ts'
import type { ReadRow } from './read-row.ts'
import type { MetSubjects } from './subjects.ts'

/** What is recorded of a unit. */
export interface KnownUnit {
  readonly detail: UnitState['detail']
  readonly status: Status
  /** Code of the location that it stands in; `null` inside a container. */
  readonly location: string | null
}

/** The known unit of a row; `null` for a new one. */
export type KnownUnits = (row: ReadRow) => KnownUnit | null

/** Finds the units of rows that are there already: one query for a whole chunk. */
export async function findKnownUnits(
  store: Store,
  subjects: MetSubjects,
  rows: readonly ReadRow[],
): Promise<KnownUnits> {
  const keys = new Map(rows.map((row) => [row, keysOf(row, subjects)]))
  const values = new Set([...keys.values()].flat().map(({ value }) => value))
  if (values.size === 0) return () => null
  const found = await store.read
    .selectFrom('identifiers')
    .innerJoin('units', 'units.id', 'identifiers.unit')
    .leftJoin('subjects', (join) =>
      join.onRef('subjects.id', '=', 'units.location').on('subjects.kind', '=', 'location'),
    )
    .select(['units.item', 'identifiers.type', 'identifiers.value'])
    .select(['units.detail', 'units.status', 'subjects.code as location'])
    .where('identifiers.value', 'in', [...values])
    .where('identifiers.active', '=', 1)
    .where('units.status', '!=', codeOf(statuses, 'expected'))
    .execute()
  const known = new Map(found.map((row) => [textOf(row), row]))
  return (row) => {
    const key = (keys.get(row) ?? []).find((one) => known.has(textOf(one)))
    if (!key) return null
    const { detail, status, location } = known.get(textOf(key))!
    return {
      detail: JSON.parse(detail) as UnitState['detail'],
      status: nameOf(statuses, status),
      location,
    }
  }
}

/** A number of a unit of an item, folded. */
interface Key {
  readonly item: number
  readonly type: string
  readonly value: string
}

const textOf = ({ item, type, value }: Key): string => `${item} ${type} ${value}`

/** The serial of a row's unit; without one, any of its further numbers names it. */
function keysOf({ mapped: { item, unit } }: ReadRow, subjects: MetSubjects): Key[] {
  const id = item && subjects.itemId(item.sku)
  if (id === undefined || !unit) return []
  const { serial, identifiers } = unit
  const numbers = serial === undefined ? Object.entries(identifiers) : [[serialType, serial]]
  return numbers.map(([type, value]) => ({
    item: id,
    type: type!,
    value: foldIdentifier(value!),
  }))
}
