import { isAmong, type Reads } from './load-documents.ts'
import { mergeRuns, type UnitRuns } from './plan.ts'
import { runsIn } from './snapshot.ts'

/**
 * Units that the events of batches are about.
 *
 * @param batches their ids; null for all of them
 * @param before only what happened before this time, in milliseconds UTC; null for everything
 */
export async function unitsOfBatches(
  reads: Reads,
  batches: ReadonlySet<number> | null,
  before: number | null,
): Promise<UnitRuns> {
  const events = await eventsOfBatches(reads, batches, before)
  return mergeRuns(events.flatMap(({ units }) => runsIn(units)))
}

/** The batches with the units that their events are about. */
export async function eventsOfBatches(
  reads: Reads,
  batches: ReadonlySet<number> | null,
  before: number | null,
): Promise<{ batch: number; units: string }[]> {
  let query = reads.db
    .selectFrom('events')
    .select(['batch', 'units'])
    .where('batch', 'is not', null)
    .$narrowType<{ batch: number }>()
  if (batches) query = query.where(isAmong(reads, 'batch', [...batches]))
  if (before !== null) query = query.where('time', '<', before)
  return query.execute()
}
