import {
  decodePlaces,
  encodePlaces,
  gramsOf,
  mergePlaces,
  placeInSegment,
  segmentOf,
} from './grams.ts'
import { isAmong, type Reads } from './load-documents.ts'
import type { UnitDocument } from './unit-document.ts'

/** Grams of one segment that are to be written: gram → places of the units that have it. */
export type NewGrams = Map<number, Map<string, number[]>>

/** Adds the grams of units to those that are to be written. */
export function gatherGrams(documents: readonly UnitDocument[], into: NewGrams): void {
  for (const { id, numbers } of documents) {
    const segment = segmentOf(id)
    let grams = into.get(segment)
    if (!grams) into.set(segment, (grams = new Map<string, number[]>()))
    const place = placeInSegment(id)
    for (const { folded } of numbers) {
      for (const gram of gramsOf(folded)) {
        const places = grams.get(gram)
        if (!places) grams.set(gram, [place])
        else if (places.at(-1) !== place) places.push(place)
      }
    }
  }
}

/** Rows of one statement. */
const rowsPerWrite = 2000

/** Writes what was gathered, beside the units that have the grams already. */
export async function writeGrams(reads: Reads, gathered: NewGrams): Promise<void> {
  for (const [segment, grams] of gathered) {
    const all = [...grams]
    for (let at = 0; at < all.length; at += rowsPerWrite) {
      await writeSome(reads, segment, all.slice(at, at + rowsPerWrite))
    }
  }
}

async function writeSome(
  reads: Reads,
  segment: number,
  grams: readonly (readonly [gram: string, places: number[]])[],
): Promise<void> {
  const rows = await reads.db
    .selectFrom('search_grams')
    .select(['gram', 'units'])
    .where('segment', '=', segment)
    .where(
      isAmong(
        reads,
        'gram',
        grams.map(([gram]) => gram),
      ),
    )
    .execute()
  const stored = new Map(rows.map(({ gram, units }) => [gram, units]))
  const merged = grams.map(([gram, places]) => {
    const before = stored.get(gram)
    const added = Uint16Array.from(new Set(places)).sort()
    const units = encodePlaces(before ? mergePlaces(decodePlaces(before), added) : added)
    return { segment, gram, units }
  })
  await reads.db
    .insertInto('search_grams')
    .values(merged)
    .onConflict((conflict) =>
      conflict
        .columns(['segment', 'gram'])
        .doUpdateSet((row) => ({ units: row.ref('excluded.units') })),
    )
    .execute()
}
