import { gather } from './gather.ts'
import { identifierOf, unitOf } from './rows.ts'
import type { SubjectId } from '../domain/subject.ts'
import type { Store } from './store.ts'
import { subjectRowsOf, type SubjectRow } from './subject-rows.ts'
import type { IdentifierTable, UnitTable } from './tables.ts'

/** What numbers lead to. */
export interface FoundNumbers {
  /** The rows of the numbers, each with its unit. */
  readonly rows: readonly (IdentifierTable & UnitTable)[]
  /** What the units refer to: items, lots, places, orders, parties; null where it was not read. */
  readonly subjects: readonly SubjectRow[] | null
}

/** The reads of every scan and page as an engine does them: many in one go, in any order. */
export interface BulkReads {
  /** What folded numbers lead to. */
  numbers(folded: readonly string[]): Promise<FoundNumbers>
  units(ids: readonly number[]): Promise<UnitTable[]>
  subjects(ids: readonly SubjectId[]): Promise<SubjectRow[]>
}

/** The reads of every scan and page as they are asked for: one by one. */
type HotReads = Pick<Store, 'resolve' | 'units' | 'subjectRows'>

/** Reads together what is asked for at the same time: many things cost little more than one. */
export function hotReads(bulk: BulkReads): HotReads {
  const numbers = gather(async (folded: readonly string[]) => {
    const found = await bulk.numbers(folded)
    const read = found.subjects && { subjects: subjectRowsOf(found.subjects) }
    const hits = found.rows.map((row) => ({
      row: identifierOf(row),
      unit: { ...unitOf(row), ...read },
    }))
    return Map.groupBy(hits, ({ row }) => row.value)
  })
  const units = gather(async (ids: readonly number[]) => {
    const rows = await bulk.units(ids)
    return new Map(rows.map((row) => [row.id, unitOf(row)]))
  })
  const subjects = gather(async (names: readonly string[]) => {
    const rows = await bulk.subjects(names.map(idOf))
    return new Map(rows.map((row) => [nameOf(row), row]))
  })
  return {
    async resolve(...folded) {
      const found = await numbers(folded)
      const hits = folded.flatMap((number) => found.get(number) ?? [])
      if (hits.length === 1) return { rows: [hits[0]!.row], units: [hits[0]!.unit] }
      const byId = new Map(hits.map(({ unit }) => [unit.id, unit]))
      return { rows: hits.map(({ row }) => row), units: [...byId.values()] }
    },
    async units(ids) {
      if (ids.length === 0) return []
      const found = await units(ids)
      return ids.map((id) => found.get(id)).filter((unit) => unit !== undefined)
    },
    async subjectRows(ids) {
      if (ids.length === 0) return []
      const names = ids.map(nameOf)
      const found = await subjects(names)
      return names.map((name) => found.get(name)).filter((row) => row !== undefined)
    },
  }
}

const nameOf = ({ kind, id }: SubjectId): string => `${kind} ${id}`

function idOf(name: string): SubjectId {
  const [kind, id] = name.split(' ')
  return { kind: kind as SubjectId['kind'], id: Number(id) }
}
