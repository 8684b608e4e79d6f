import type { ServerContext } from './context.ts'
import { hashOf } from './secret.ts'

/** The shared station that a browser is. */
export interface KnownStation {
  readonly id: number
  readonly name: string
  readonly company: string
  readonly location: string | null
  readonly calibration: unknown
  /** How long a person may rest there before the session ends, in milliseconds. */
  readonly idle: number
}

/** The station that the browser that asks was made, if it was. */
export async function findStation({
  accounts: { db },
  visit,
  now,
}: ServerContext): Promise<KnownStation | null> {
  if (visit.kept.station === null) return null
  const row = await db
    .selectFrom('stations')
    .selectAll()
    .where('hash', '=', hashOf(visit.kept.station))
    .where('removed', 'is', null)
    .executeTakeFirst()
  if (!row) return null
  if (now() - row.seen > 60_000) {
    await db.updateTable('stations').set({ seen: now() }).where('id', '=', row.id).execute()
  }
  const { id, name, company, location, calibration, idle } = row
  const known = calibration === null ? null : (JSON.parse(calibration) as unknown)
  return { id, name, company, location, calibration: known, idle }
}
