import { setImmediate } from 'node:timers/promises'
import { allBits, hasBit, noBits, or, slotsFalling, without } from './bits.ts'
import { bitsOf, idsOf, viewChunk, type ChunkSource, type ChunkView } from './chunk-view.ts'
import { readHeads, type ColumnCache, type ColumnHead } from './column-cache.ts'
import { select } from './column.ts'
import { evaluate } from './evaluate.ts'
import { openGramShelf, type GramShelf } from './gram-shelf.ts'
import { currentDocuments, pastDocuments, type Reads } from './load-documents.ts'
import { leavesOf, type Plan } from './plan.ts'
import { mayBeIn } from './prune.ts'
import { idsOfChunk, type Snapshot } from './snapshot.ts'
import type { TermBook } from './term-book.ts'
import type { UnitDocument } from './unit-document.ts'

/** One search under way. */
export interface Walk {
  readonly reads: Reads
  readonly snapshot: Snapshot
  readonly book: TermBook
  readonly columns: ColumnCache
  /** The past moment that the search is about: the state that earlier events had led to. */
  readonly before: number | null
  /** Whether units are searched for that were not made, of which neither item nor kind is known. */
  readonly asksForVoid: boolean
  readonly effort: {
    /** Units that were looked at one by one. */
    unitsRead: number
    /** Units whose histories were read because the index knows only how they are now. */
    unitsReadBack: number
    chunksNotIndexed: number
  }
}

/** Opens a search for reading. */
export const openWalk = (search: Omit<Walk, 'effort'>): Walk => ({
  ...search,
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

/** How the chunks are gone through. */
export interface Route {
  /** Properties that the caller reads besides those of the plan. */
  readonly names?: readonly string[]
  /** The chunk to begin with; the newest when absent. */
  readonly from?: number
  /**
   * Whether every unit in doubt is read at once, so that the columns say what is true of it; else
   * it is left to the caller to look at those that it needs.
   */
  readonly isWhole: boolean
}

/** Chunks that are read together, for the first page and later on. */
const chunksAtFirst = 1
const chunksPerReadMax = 32

/** Goes through the chunks that may hold what is searched for, the newest first. */
export async function* walkChunks(
  walk: Walk,
  plan: Plan,
  { names = [], from = Infinity, isWhole }: Route,
): AsyncGenerator<ChunkView> {
  const grams = openGramShelf(walk.reads)
  let size = isWhole ? chunksPerReadMax : chunksAtFirst
  for (let high = Math.min(from, walk.snapshot.newest); high >= 0;) {
    const chunks = Array.from({ length: Math.min(size, high + 1) }, (_, index) => high - index)
    for (const source of await readSources(walk, plan, names, grams, chunks)) {
      yield isWhole ? await wholeView(walk, plan, source) : doubtfulView(walk, source)
    }
    // Scans that wait for this thread come first.
    await setImmediate()
    high -= chunks.length
    size = Math.min(size * 4, chunksPerReadMax)
  }
}

/** Properties that say whether a unit is now what it was at a past moment. */
const timeNames = ['first', 'changed']

async function readSources(
  walk: Walk,
  plan: Plan,
  names: readonly string[],
  grams: GramShelf,
  chunks: readonly number[],
): Promise<ChunkSource[]> {
  const { reads, snapshot, book, before } = walk
  const leaves = leavesOf(plan)
  const wanted = new Set(before === null ? names : [...names, ...timeNames])
  for (const leaf of leaves) if (leaf.kind === 'value') wanted.add(leaf.name)
  const fields = snapshot.fields.filter(({ name }) => wanted.has(name))
  const heads = await readHeads(reads, fields, chunks)
  const worthwhile = worthReading(walk, plan, chunks, heads)
  const read = new Set(worthwhile)
  const columns = await walk.columns.read(
    reads,
    heads.filter(({ chunk }) => read.has(chunk)),
  )
  const asked = leaves.flatMap((leaf) => (leaf.kind === 'numbers' ? (leaf.grams ?? []) : []))
  await grams.fetch([...new Set(asked.flat())], worthwhile)
  return worthwhile.map((chunk) => ({
    chunk,
    columns: columns.get(chunk) ?? new Map(),
    grams,
    fields,
    book,
  }))
}

/**
 * Leaves out chunks that by the bounds of their columns hold nothing that is searched for. These
 * tell nothing of units that the index does not know, or not as they were.
 */
function worthReading(
  { snapshot, before, book }: Walk,
  plan: Plan,
  chunks: readonly number[],
  heads: readonly ColumnHead[],
): number[] {
  if (before !== null) return [...chunks]
  const ofChunk = Map.groupBy(heads, ({ chunk }) => chunk)
  return chunks.filter(
    (chunk) =>
      chunk < snapshot.floor ||
      idsOfChunk(snapshot.changed, chunk).length > 0 ||
      mayBeIn(plan, chunk, ofChunk.get(chunk) ?? [], book),
  )
}

/** A chunk in which the units that the index does not know for certain are left in doubt. */
function doubtfulView(walk: Walk, source: ChunkSource): ChunkView {
  const { snapshot, before, effort } = walk
  const { chunk } = source
  const isIndexed = chunk >= snapshot.floor
  if (!isIndexed) effort.chunksNotIndexed += 1
  const changed = isIndexed ? bitsOf(idsOfChunk(snapshot.changed, chunk)) : allBits()
  if (before === null) return viewChunk(source, { changed, past: noBits(), absent: noBits() }, [])
  const after = (wanted: string) => {
    const field = source.fields.find(({ name }) => name === wanted)
    const column = field && source.columns.get(field.id)
    return column
      ? without(
          select(column, (time) => time >= before),
          changed,
        )
      : noBits()
  }
  const absent = after('first')
  const past = without(after('changed'), absent)
  const doubts = walk.asksForVoid
    ? { changed: or(changed, past), past: noBits(), absent }
    : { changed, past, absent }
  return viewChunk(source, doubts, [])
}

/** A chunk in which those of the units in doubt that may be found were read. */
async function wholeView(walk: Walk, plan: Plan, source: ChunkSource): Promise<ChunkView> {
  const view = doubtfulView(walk, source)
  const { changed, past, absent } = view.doubts
  const doubted = or(changed, past)
  const slots = slotsFalling(doubted)
  if (slots.length === 0) return view
  const { maybe } = evaluate(plan, view)
  const asked = slots.filter((slot) => hasBit(maybe, slot))
  const documents = await documentsOf(walk, idsOf(source.chunk, asked))
  if (walk.before !== null) walk.effort.unitsReadBack += documents.length
  const read = bitsOf(documents.map(({ id }) => id))
  const known = { changed: noBits(), past: noBits() }
  return viewChunk(source, { ...known, absent: or(absent, without(doubted, read)) }, documents)
}
