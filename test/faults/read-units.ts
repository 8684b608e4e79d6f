import type { Kysely } from 'kysely'
import { foldIdentifier, serialType } from '../../src/domain/identifier.ts'
import type { Link } from '../../src/domain/timeline.ts'
import type { UnitState } from '../../src/domain/unit-state.ts'
import { linkOf, unitOf } from '../../src/store/rows.ts'
import type { EdgeTable, IdentifierTable, Tables } from '../../src/store/tables.ts'

/** All that the tables say about one unit. */
export interface UnitRows {
  readonly id: number
  readonly state: UnitState | undefined
  readonly links: readonly Link[]
  readonly edges: readonly EdgeTable[]
  /** Rows of the numbers that its state has, whichever unit they name. */
  readonly numbers: readonly IdentifierTable[]
}

/** Reads units with all that hangs on them, a query a table. */
export async function readUnits(read: Kysely<Tables>, ids: readonly number[]): Promise<UnitRows[]> {
  const units = await read.selectFrom('units').selectAll().where('id', 'in', ids).execute()
  const links = await read.selectFrom('links').selectAll().where('unit', 'in', ids).execute()
  const edges = await read.selectFrom('edges').selectAll().where('unit', 'in', ids).execute()
  const states = new Map(units.map((row) => [row.id, unitOf(row).state]))
  const values = [...states.values()].flatMap(numbersOf).map(([, value]) => value)
  const numbers = await readNumbers(read, values)
  const linksOf = Map.groupBy(links.map(linkOf), ({ unit }) => unit)
  const edgesOf = Map.groupBy(edges, ({ unit }) => unit)
  const rowsOf = Map.groupBy(numbers, ({ value }) => value)
  return ids.map((id) => {
    const state = states.get(id)
    const own = state === undefined ? [] : numbersOf(state)
    return {
      id,
      state,
      links: linksOf.get(id) ?? [],
      edges: edgesOf.get(id) ?? [],
      numbers: own.flatMap(([, value]) => rowsOf.get(value) ?? []),
    }
  })
}

async function readNumbers(read: Kysely<Tables>, values: readonly string[]) {
  if (values.length === 0) return []
  return read.selectFrom('identifiers').selectAll().where('value', 'in', values).execute()
}

/** Type and folded value of each number that the state has. */
export function numbersOf(state: UnitState): [type: string, value: string][] {
  const numbers: [string, string][] = []
  if (state.serial !== null) numbers.push([serialType, foldIdentifier(state.serial)])
  for (const path in state.detail) {
    const [, type, value] = /^identifier\.([^.]+)\.(.+)$/s.exec(path) ?? []
    if (type !== undefined && value !== undefined) numbers.push([type, value])
  }
  return numbers
}
