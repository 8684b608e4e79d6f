import type { ImportCounts } from '../../contract/imports.ts'
import type { KnownUnits } from './known-units.ts'
import { piecesOf } from './row-commands.ts'
import type { ItemFacts, ReadRow } from './read-row.ts'
import type { SubjectCommand } from './subjects.ts'

/** Nothing counted yet. */
export const noCounts = (): ImportCounts => ({
  rows: 0,
  newItems: 0,
  changedItems: 0,
  newLocations: 0,
  newParties: 0,
  newUnits: 0,
  knownUnits: 0,
  refused: 0,
})

const countedAs: Readonly<
  Record<string, 'newItems' | 'changedItems' | 'newLocations' | 'newParties'>
> = {
  create_item: 'newItems',
  change_item: 'changedItems',
  create_location: 'newLocations',
  create_party: 'newParties',
}

/** Counts what a command makes or changes. */
export function countSubject(counts: ImportCounts, { kind }: SubjectCommand): void {
  const name = countedAs[kind]
  if (name) counts[name] += 1
}

/** Counts the units that the good rows of a chunk are about. */
export function countUnits(
  counts: ImportCounts,
  rows: readonly ReadRow[],
  known: KnownUnits,
  itemFacts: (sku: string) => ItemFacts,
): void {
  for (const row of rows) {
    const { item, unit } = row.mapped
    if (!item || !unit) continue
    if (known(row)) counts.knownUnits += 1
    else counts.newUnits += piecesOf(unit, itemFacts(item.sku))
  }
}
