import { foldIdentifier, serialType } from '../../domain/identifier.ts'
import { codeOf, statuses } from '../../domain/status.ts'
import type { UnitState } from '../../domain/unit-state.ts'
import type { Store } from '../../store/store.ts'
import type { ReadRow } from './row-commands.ts'
import type { MetSubjects } from './subjects.ts'

const keyOf = (item: number, serial: string) => `${item} ${serial}`

/** The known unit of a row: what is recorded of it, by dotted path; `null` for a new unit. */
export type KnownDetail = (row: ReadRow) => UnitState['detail'] | null

/** Finds the units of rows that are there already: one query for a whole chunk. */
export async function findKnownUnits(
  store: Store,
  subjects: MetSubjects,
  rows: readonly ReadRow[],
): Promise<KnownDetail> {
  const serials = new Set<string>()
  for (const { mapped } of rows) {
    const { item, unit } = mapped
    if (!item || unit?.serial === undefined || subjects.itemId(item.sku) === undefined) continue
    serials.add(foldIdentifier(unit.serial))
  }
  if (serials.size === 0) return () => null
  const found = await store.read
    .selectFrom('identifiers')
    .innerJoin('units', 'units.id', 'identifiers.unit')
    .select(['units.item', 'units.detail', 'identifiers.value'])
    .where('identifiers.value', 'in', [...serials])
    .where('identifiers.type', '=', serialType)
    .where('identifiers.active', '=', 1)
    .where('units.status', '!=', codeOf(statuses, 'expected'))
    .execute()
  const known = new Map(found.map((row) => [keyOf(row.item, row.value), row.detail]))
  return ({ mapped: { item, unit } }) => {
    const id = item && subjects.itemId(item.sku)
    if (id === undefined || unit?.serial === undefined) return null
    const detail = known.get(keyOf(id, foldIdentifier(unit.serial)))
    return detail === undefined ? null : (JSON.parse(detail) as UnitState['detail'])
  }
}
