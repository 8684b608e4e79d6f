import { chunkOf, chunkSize } from './bits.ts'
import type { Reads } from './load-documents.ts'
import { mergeRuns, placeInRuns, type UnitRuns } from './plan.ts'
import type { Field } from './term-book.ts'

/**
 * What the index knew when a search began, and what has happened since. Whatever is written
 * meanwhile, a unit that is not among the changed ones is as the index says.
 */
export interface Snapshot {
  readonly fields: readonly Field[]
  /** Another one whenever the index was made anew. */
  readonly epoch: string
  /** The lowest chunk that is indexed; above the highest one while there is no index. */
  readonly floor: number
  /** The chunk of the newest unit; -1 while there is none. */
  readonly newest: number
  /** Units that something happened to since the index was fed. */
  readonly changed: UnitRuns
}

/** Looks at the index and at what it does not know yet. */
export async function takeSnapshot(reads: Reads): Promise<Snapshot> {
  const state = await reads.db.selectFrom('search_state').selectAll().executeTakeFirst()
  const fields = await reads.db.selectFrom('search_fields').selectAll().execute()
  const company = await reads.db.selectFrom('company').select('next_unit').executeTakeFirstOrThrow()
  const newest = company.next_unit === 1 ? -1 : chunkOf(company.next_unit - 1)
  if (!state) return { fields: [], epoch: '', floor: newest + 1, newest, changed: [] }
  const { cursor, floor, epoch } = state
  return { fields, epoch, floor, newest, changed: await changedSince(reads, cursor) }
}

/** Units that something happened to in the events after the given one. */
async function changedSince({ db }: Reads, cursor: number): Promise<UnitRuns> {
  const rows = await db.selectFrom('events').select('units').where('id', '>', cursor).execute()
  return mergeRuns(rows.flatMap(({ units }) => runsIn(units)))
}

/** The stretches of ids in a text of runs, as events have it: `1-1000,1005`. */
export function runsIn(text: string): (readonly [first: number, last: number])[] {
  if (text === '') return []
  return text.split(',').map((run) => {
    const [first, last = first] = run.split('-').map(Number)
    return [first!, last!] as const
  })
}

/** The ids of a chunk that lie in the stretches. */
export function idsOfChunk(runs: UnitRuns, chunk: number): number[] {
  const ids: number[] = []
  const start = chunk * chunkSize
  const end = start + chunkSize - 1
  for (let place = placeInRuns(runs, start); place < runs.length; place += 1) {
    const [first, last] = runs[place]!
    if (first > end) break
    for (let id = Math.max(first, start); id <= Math.min(last, end); id += 1) ids.push(id)
  }
  return ids
}

/** How many ids there are in the stretches. */
export const unitCount = (runs: UnitRuns): number =>
  runs.reduce((sum, [first, last]) => sum + last - first + 1, 0)
