import { sql } from 'kysely'
import type { Bits } from './bits.ts'
import { bitsOfPlaces, isStem, segmentOfChunk } from './grams.ts'
import type { IndexTables } from './index-tables.ts'
import { isAmong, type Reads } from './load-documents.ts'
import { textAfter } from './term-book.ts'

/** Grams of segments, kept while a search goes through the chunks of one. */
export interface GramShelf {
  /** Reads those grams and stems of the chunks' segments that are not there yet. */
  fetch(grams: readonly string[], chunks: readonly number[]): Promise<void>
  /** Units of a segment that have the gram, or one of those that begin with the stem. */
  find(segment: number, gram: string): Bits | undefined
}

/** Opens an empty shelf. */
export function openGramShelf(reads: Reads): GramShelf {
  let shelf = new Map<number, Map<string, Bits>>()
  return {
    async fetch(grams, chunks) {
      if (grams.length === 0) return
      const segments = [...new Set(chunks.map(segmentOfChunk))]
      // Searches go on to lower segments and do not come back.
      const kept = new Map<number, Map<string, Bits>>()
      for (const segment of segments)
        kept.set(segment, shelf.get(segment) ?? new Map<string, Bits>())
      const missing = segments.filter((segment) => !shelf.has(segment))
      shelf = kept
      if (missing.length === 0) return
      for (const { segment, gram, units } of await readGrams(reads, missing, grams))
        shelf.get(segment)!.set(gram, bitsOfPlaces(units))
      for (const stem of grams.filter(isStem)) await fetchStem(reads, stem, shelf, missing)
    },
    find: (segment, gram) => shelf.get(segment)?.get(gram),
  }
}

/**
 * Looks each gram up in each segment. PostgreSQL knows nothing of segments that were written since
 * it last looked, and would read them whole: the fence (offset 0) keeps it at one look-up a pair.
 */
async function readGrams(
  reads: Reads,
  segments: readonly number[],
  grams: readonly string[],
): Promise<IndexTables['search_grams'][]> {
  if (reads.engine === 'sqlite') {
    return reads.db
      .selectFrom('search_grams')
      .selectAll()
      .where(isAmong(reads, 'segment', segments))
      .where(isAmong(reads, 'gram', grams))
      .execute()
  }
  const { rows } = await sql<IndexTables['search_grams']>`
    select found.* from unnest(${segments}::bigint[]) s (segment)
    cross join unnest(${grams}::text[]) g (gram)
    cross join lateral (
      select * from search_grams
      where segment = s.segment and gram = g.gram collate "C" offset 0
    ) found`.execute(reads.db)
  return rows
}

async function fetchStem(
  reads: Reads,
  stem: string,
  shelf: ReadonlyMap<number, Map<string, Bits>>,
  segments: readonly number[],
): Promise<void> {
  const rows = await reads.db
    .selectFrom('search_grams')
    .select(['segment', 'units'])
    .where(isAmong(reads, 'segment', segments))
    .where('gram', '>=', stem)
    .where('gram', '<', textAfter(stem))
    .execute()
  for (const { segment, units } of rows) {
    const found = shelf.get(segment)!
    const bits = bitsOfPlaces(units)
    found.get(stem)?.forEach((word, index) => (bits[index]! |= word))
    found.set(stem, bits)
  }
}
