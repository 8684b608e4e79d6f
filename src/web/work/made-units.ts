import type { WebClient } from '../../client/web-client.ts'
import type { Recorded } from '../data/record.ts'
import { patiently, StoppedWaiting } from '../data/waiting.ts'
import type { ScannedUnit } from './scanned-units.ts'

/** The units that were made, with their numbers; none where the person did not wait for them. */
export async function madeUnits(
  client: WebClient,
  { created }: Recorded,
): Promise<readonly ScannedUnit[]> {
  if (created === '') return []
  try {
    const { serials } = await patiently(undefined, (signal) =>
      client.call('listSerials', { units: created }, { signal }),
    )
    return serials.map(({ id, serial }) => ({ id, serial, item: null }))
  } catch (error) {
    if (error instanceof StoppedWaiting) return []
    throw error
  }
}
