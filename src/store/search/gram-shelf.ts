import type { Bits } from './bits.ts'
import { bitsOfPlaces, isStem, segmentOfChunk } from './grams.ts'
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
      const rows = await reads.db
        .selectFrom('search_grams')
        .selectAll()
        .where(isAmong(reads, 'segment', missing))
        .where(isAmong(reads, 'gram', grams))
        .execute()
      for (const { segment, gram, units } of rows)
        shelf.get(segment)!.set(gram, bitsOfPlaces(units))
      for (const stem of grams.filter(isStem)) await fetchStem(reads, stem, shelf, missing)
    },
    find: (segment, gram) => shelf.get(segment)?.get(gram),
  }
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
