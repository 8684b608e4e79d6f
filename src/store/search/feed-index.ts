import { randomUUID } from 'node:crypto'
import { chunkOf, chunkSize } from './bits.ts'
import { segmentOfChunk } from './grams.ts'
import type { IndexTables } from './index-tables.ts'
import { currentDocuments, type Reads } from './load-documents.ts'
import { mergeRuns } from './plan.ts'
import { runsIn } from './snapshot.ts'
import { writeColumns } from './write-index.ts'
import { gatherGrams, writeGrams, type NewGrams } from './write-grams.ts'

/** Units that are brought up to date in one go: more make fewer writes of the same rows. */
const unitsPerStep = 16_384
const eventsPerRead = 1000

/** What is fed from and what is fed: one database, or two that stand beside each other. */
export interface Feeding {
  readonly company: Reads
  /** Within a transaction. */
  readonly index: Reads
}

/**
 * Brings the index one step nearer to what is recorded: first what happened last, then what was
 * there before the index was, the newest units first.
 *
 * @returns whether there is more to do
 */
export async function feedIndex(feeding: Feeding): Promise<boolean> {
  const { company, index } = feeding
  const state = await readState(feeding)
  const revision = state.revision + 1
  const news = await readNews(company, state.cursor)
  if (news.cursor > state.cursor) {
    const ids = news.units.filter((id) => chunkOf(id) >= state.floor)
    const grams: NewGrams = new Map()
    await indexUnits(feeding, ids, grams, revision)
    await writeGrams(index, grams)
    await writeState(index, { cursor: news.cursor, command: news.command, revision })
    return true
  }
  if (state.floor === 0) return false
  await indexSegment(feeding, state.floor, revision)
  return true
}

interface State {
  readonly cursor: number
  readonly floor: number
  readonly revision: number
}

/** Where the feeding stands; an index of other events than the company's is begun anew. */
async function readState({ company: { db }, index }: Feeding): Promise<State> {
  const company = await db.selectFrom('company').selectAll().executeTakeFirstOrThrow()
  const state = await index.db.selectFrom('search_state').selectAll().executeTakeFirst()
  const commandOf = async (event: number) => {
    const row = await db.selectFrom('events').select('command').where('id', '=', event).execute()
    return row[0]?.command ?? null
  }
  if (state?.company === company.key && (await commandOf(state.cursor)) === state.command) {
    return state
  }
  await emptyIndex(index)
  const cursor = company.next_event - 1
  const floor = company.next_unit === 1 ? 0 : chunkOf(company.next_unit - 1) + 1
  await index.db
    .insertInto('search_state')
    .values({
      one: 1,
      company: company.key,
      epoch: randomUUID(),
      cursor,
      command: await commandOf(cursor),
      floor,
      revision: 0,
    })
    .execute()
  return { cursor, floor, revision: 0 }
}

/** Forgets everything that the index holds. */
async function emptyIndex({ db }: Reads): Promise<void> {
  for (const table of ['state', 'fields', 'terms', 'columns', 'grams'] as const) {
    await db.deleteFrom(`search_${table}`).execute()
  }
}

const writeState = ({ db }: Reads, values: Partial<IndexTables['search_state']>) =>
  db.updateTable('search_state').set(values).execute()

/** The next events that the index does not know, and the units that they are about. */
async function readNews({ db }: Reads, after: number) {
  const rows = await db
    .selectFrom('events')
    .select(['id', 'command', 'units'])
    .where('id', '>', after)
    .orderBy('id')
    .limit(eventsPerRead)
    .execute()
  const units: number[] = []
  let cursor = after
  let command = ''
  const runs: (readonly [number, number])[] = []
  let count = 0
  for (const row of rows) {
    const own = runsIn(row.units)
    runs.push(...own)
    count += own.reduce((sum, [first, last]) => sum + last - first + 1, 0)
    cursor = row.id
    command = row.command
    if (count >= unitsPerStep) break
  }
  for (const [first, last] of mergeRuns(runs)) {
    for (let id = first; id <= last; id += 1) units.push(id)
  }
  return { units, cursor, command }
}

/** Indexes the units of the segment that lies below the floor. */
async function indexSegment(feeding: Feeding, floor: number, revision: number): Promise<void> {
  const grams: NewGrams = new Map()
  const segment = segmentOfChunk(floor - 1)
  let chunk = floor - 1
  for (; chunk >= 0 && segmentOfChunk(chunk) === segment; chunk -= 1) {
    const first = chunk * chunkSize
    const ids = Array.from({ length: chunkSize }, (_, slot) => first + slot)
    await indexUnits(feeding, ids, grams, revision)
  }
  await writeGrams(feeding.index, grams)
  await writeState(feeding.index, { floor: chunk + 1, revision })
}

async function indexUnits(
  { company, index }: Feeding,
  ids: readonly number[],
  grams: NewGrams,
  revision: number,
): Promise<void> {
  for (let at = 0; at < ids.length; at += chunkSize) {
    const documents = await currentDocuments(company, ids.slice(at, at + chunkSize))
    gatherGrams(await writeColumns(index, documents, revision), grams)
  }
}
