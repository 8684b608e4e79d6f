import { eventsOfBatches } from './batches.ts'
import { chunkSize } from './bits.ts'
import type { Key, Label } from './keys.ts'
import { isAmong } from './load-documents.ts'
import { mergeRuns, type UnitRuns } from './plan.ts'
import { idsOfChunk, runsIn } from './snapshot.ts'
import type { Walk } from './walk.ts'

/** Units by the batches that recorded something of them: there can be several. */
export async function batchKey({ reads, before }: Walk): Promise<Key> {
  const events = await eventsOfBatches(reads, null, before)
  const rows = await reads.db
    .selectFrom('subjects')
    .select(['id', 'code'])
    .where('kind', '=', 'batch')
    .where(isAmong(reads, 'id', [...new Set(events.map(({ batch }) => batch))]))
    .execute()
  const codes = new Map(rows.map(({ id, code }) => [id, code]))
  const batches = [...Map.groupBy(events, ({ batch }) => batch)].map(([id, own]) => ({
    label: { value: codes.get(id) ?? String(id) },
    units: mergeRuns(own.flatMap(({ units }) => runsIn(units))),
  }))
  return { names: [], read: async ({ chunk }) => labelsOf(chunk, batches) }
}

/** Units of the same batches share one list of labels. */
function labelsOf(
  chunk: number,
  batches: readonly { readonly label: Label; readonly units: UnitRuns }[],
) {
  const places = new Int32Array(chunkSize).fill(-1)
  const labels: (readonly Label[])[] = []
  for (const { label, units } of batches) {
    const grown = new Map<number, number>()
    for (const id of idsOfChunk(units, chunk)) {
      const before = places[id % chunkSize]!
      let after = grown.get(before)
      if (after === undefined) {
        after = labels.push([...(labels[before] ?? []), label]) - 1
        grown.set(before, after)
      }
      places[id % chunkSize] = after
    }
  }
  return { places, labels }
}
