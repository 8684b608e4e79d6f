import { setImmediate } from 'node:timers/promises'
import { chunkSize, slotOf } from './bits.ts'
import {
  readColumns,
  readGrams,
  viewChunk,
  type ChunkView,
  type StoredGrams,
} from './chunk-view.ts'
import { valueOf, type Column } from './column.ts'
import { currentDocuments, pastDocuments, isAmong, type Reads } from './load-documents.ts'
import { leavesOf, type Plan } from './plan.ts'
import { mayBeIn, type Bounds } from './prune.ts'
import { idsOfChunk, type Snapshot } from './snapshot.ts'
import type { Field, TermBook } from './term-book.ts'
import type { UnitDocument } from './unit-document.ts'

/** One search under way. */
export interface Walk {
  readonly reads: Reads
  readonly snapshot: Snapshot
  readonly book: TermBook
  /** The past moment that the search is about: the state that earlier events had led to. */
  readonly before: number | null
  readonly effort: {
    /** Units that were looked at one by one. */
    unitsRead: number
    /** Of these, units whose histories were read because the index knows only how they are now. */
    unitsReadBack: number
    chunksNotIndexed: number
  }
}

/** Opens a search for reading. */
export const openWalk = (
  reads: Reads,
  snapshot: Snapshot,
  book: TermBook,
  before: number | null,
): Walk => ({
  reads,
  snapshot,
  book,
  before,
  effort: { unitsRead: 0, unitsReadBack: 0, chunksNotIndexed: 0 },
})

/** Documents of units as the search sees them: as they are, or as they were. */
export async function documentsOf(walk: Walk, ids: readonly number[]): Promise<UnitDocument[]> {
  const { reads, before, effort } = walk
  const documents =
    before === null
      ? await currentDocuments(reads, ids)
      : await pastDocuments(reads, ids, { until: before - 1 })
  effort.unitsRead += documents.length
  return documents
}

/** Chunks that are read together: few for the first page, many for a count. */
const chunksPerReadMax = 32

/**
 * Goes through the chunks that may hold what is searched for, the newest first.
 *
 * @param names properties that the caller reads besides those of the plan
 * @param from the chunk to begin with
 * @param chunksAtFirst how many chunks to read at once in the beginning; later ones are more
 */
export async function* walkChunks(
  walk: Walk,
  plan: Plan,
  names: readonly string[],
  from: number,
  chunksAtFirst: number,
): AsyncGenerator<ChunkView> {
  let size = chunksAtFirst
  for (let high = Math.min(from, walk.snapshot.newest); high >= 0;) {
    const chunks = Array.from({ length: Math.min(size, high + 1) }, (_, index) => high - index)
    yield* await viewChunks(walk, plan, names, await worthReading(walk, plan, chunks))
    // Scans that wait for this thread come first.
    await setImmediate()
    high -= chunks.length
    size = Math.min(size * 4, chunksPerReadMax)
  }
}

/** Leaves out chunks that by the bounds of their columns hold nothing that is searched for. */
async function worthReading(walk: Walk, plan: Plan, chunks: number[]): Promise<number[]> {
  const { reads, snapshot, before, book } = walk
  const names = new Set(leavesOf(plan).flatMap((leaf) => (leaf.kind === 'value' ? leaf.name : [])))
  const fields = snapshot.fields.filter(({ name }) => names.has(name))
  if (before !== null || fields.length === 0) return chunks
  const rows = await reads.db
    .selectFrom('search_columns')
    .select(['field', 'chunk', 'low', 'high'])
    .where(
      isAmong(
        reads,
        'field',
        fields.map(({ id }) => id),
      ),
    )
    .where('chunk', '>=', chunks.at(-1)!)
    .where('chunk', '<=', chunks[0]!)
    .execute()
  const bounds = new Map(chunks.map((chunk) => [chunk, [] as Bounds[]]))
  const byId = new Map(fields.map((field) => [field.id, field]))
  for (const { field, chunk, low, high } of rows) {
    const { name, type } = byId.get(field)!
    bounds.get(chunk)!.push({ name, type, low, high })
  }
  return chunks.filter(
    (chunk) =>
      chunk < snapshot.floor ||
      idsOfChunk(snapshot.changed, chunk).length > 0 ||
      mayBeIn(plan, chunk, bounds.get(chunk)!, book),
  )
}

/** Reads chunks: their columns, their grams, and the documents of what the index knows not of. */
async function viewChunks(
  walk: Walk,
  plan: Plan,
  names: readonly string[],
  chunks: readonly number[],
): Promise<ChunkView[]> {
  const { reads, snapshot, book } = walk
  const leaves = leavesOf(plan)
  const wanted = new Set(names)
  for (const leaf of leaves) if (leaf.kind === 'value') wanted.add(leaf.name)
  if (walk.before !== null) for (const name of timeNames) wanted.add(name)
  const fields = snapshot.fields.filter(({ name }) => wanted.has(name))
  const columns = await readColumns(
    reads,
    fields.map(({ id }) => id),
    chunks,
  )
  const grams = leaves.flatMap((leaf) => (leaf.kind === 'numbers' ? (leaf.grams ?? []) : []))
  const stored = await readGrams(reads, [...new Set(grams.flat())], chunks)
  const views: ChunkView[] = []
  for (const chunk of chunks) {
    views.push(await freshView(walk, chunk, columns.get(chunk)!, stored, fields, book))
  }
  return views
}

async function freshView(
  walk: Walk,
  chunk: number,
  columns: ReadonlyMap<number, Column>,
  grams: StoredGrams,
  fields: readonly Field[],
  book: TermBook,
): Promise<ChunkView> {
  const { snapshot, before, effort } = walk
  const isIndexed = chunk >= snapshot.floor
  if (!isIndexed) effort.chunksNotIndexed += 1
  const changed = isIndexed ? idsOfChunk(snapshot.changed, chunk) : allIdsOf(chunk)
  if (before === null || !isIndexed) {
    const documents = changed.length === 0 ? [] : await documentsOf(walk, changed)
    return viewChunk(chunk, { columns, grams }, fields, book, documents)
  }
  const { readBack, unmade } = laterThan(before, chunk, columns, fields, new Set(changed))
  const documents = readBack.length === 0 ? [] : await documentsOf(walk, readBack)
  effort.unitsReadBack += documents.length
  return viewChunk(chunk, { columns, grams }, fields, book, [...documents, ...unmade])
}

const allIdsOf = (chunk: number): number[] =>
  Array.from({ length: chunkSize }, (_, slot) => chunk * chunkSize + slot)

/** Properties that say whether a unit is now what it was at a past moment. */
const timeNames = ['first', 'changed']

/** Units of a chunk that something happened to since a moment, and those made only after it. */
function laterThan(
  before: number,
  chunk: number,
  columns: ReadonlyMap<number, Column>,
  fields: readonly Field[],
  changed: ReadonlySet<number>,
): { readBack: number[]; unmade: UnitDocument[] } {
  const column = (wanted: string) =>
    columns.get(fields.find(({ name }) => name === wanted)?.id ?? 0)
  const first = column('first')
  const last = column('changed')
  const readBack: number[] = []
  const unmade: UnitDocument[] = []
  for (const id of allIdsOf(chunk)) {
    const slot = slotOf(id)
    if (changed.has(id)) readBack.push(id)
    else if (first && (valueOf(first, slot) ?? -Infinity) >= before) unmade.push(voidDocument(id))
    else if (last && (valueOf(last, slot) ?? -Infinity) >= before) readBack.push(id)
  }
  return { readBack, unmade }
}

const voidDocument = (id: number): UnitDocument => ({
  id,
  stated: null,
  values: new Map(),
  numbers: [],
})
