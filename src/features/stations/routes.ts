import type { Selectable } from 'kysely'
import type { z } from 'zod'
import { failWith } from '../../contract/problem.ts'
import {
  calibrateStation,
  changeStation,
  listStations,
  registerStation,
  removeStation,
  type stationView,
} from '../../contract/stations.ts'
import type { StationTable } from '../../store/accounts/tables.ts'
import { subjectByCode } from '../../store/views/subject-by-code.ts'
import { note } from '../access-log.ts'
import { handleServer, type Handler, type ServerContext } from '../context.ts'
import { findStation } from '../own-station.ts'
import { hashOf, newSecret } from '../secret.ts'

const minuteMs = 60_000

/** A station stays one until it is removed; browsers keep nothing for longer than about a year. */
const keptSeconds = 400 * 24 * 60 * 60

export const stationRoutes: readonly Handler[] = [
  handleServer(listStations, async (_, context) => {
    const own = await findStation(context)
    const rows = await context.accounts.db
      .selectFrom('stations')
      .selectAll()
      .where('removed', 'is', null)
      .orderBy('name')
      .execute()
    return { stations: rows.map((row) => viewStation(row, own?.id)) }
  }),
  handleServer(registerStation, register),
  handleServer(changeStation, change),
  handleServer(removeStation, async ({ station }, context) => {
    const { accounts, now, visit } = context
    const own = await findStation(context)
    const removed = await accounts.transact(async (db) => {
      await db.deleteFrom('sessions').where('station', '=', station).execute()
      return db
        .updateTable('stations')
        .set({ removed: now() })
        .where('id', '=', station)
        .where('removed', 'is', null)
        .returning('name')
        .executeTakeFirst()
    })
    if (!removed) return noStation()
    if (own?.id === station) visit.keep('station', null)
    await note(context, 'station_removed', { subject: removed.name })
    return {}
  }),
  handleServer(calibrateStation, async ({ calibration }, context) => {
    const own = await findStation(context)
    if (!own) return failWith('not_found.own_station')
    await context.accounts.db
      .updateTable('stations')
      .set({ calibration: JSON.stringify(calibration) })
      .where('id', '=', own.id)
      .execute()
    return {}
  }),
]

async function register(
  { name, company, location, idleMinutes }: z.output<typeof registerStation.input>,
  context: ServerContext,
): Promise<z.input<typeof registerStation.output>> {
  const { accounts, now, visit } = context
  await checkLocation(context, company, location)
  const secret = newSecret()
  const old = await findStation(context)
  const row = await accounts.transact(async (db) => {
    if (old) {
      await db.updateTable('stations').set({ removed: now() }).where('id', '=', old.id).execute()
    }
    await checkName(db, name)
    return db
      .insertInto('stations')
      .values({
        name,
        company,
        location,
        hash: hashOf(secret),
        calibration: null,
        idle: idleMinutes * minuteMs,
        created: now(),
        seen: now(),
        removed: null,
      })
      .returningAll()
      .executeTakeFirstOrThrow()
  })
  visit.keep('station', secret, keptSeconds)
  await note(context, 'station_registered', { subject: name })
  return { station: viewStation(row, row.id) }
}

async function change(
  { station, name, location, idleMinutes }: z.output<typeof changeStation.input>,
  context: ServerContext,
): Promise<z.input<typeof changeStation.output>> {
  const { accounts } = context
  const known = await accounts.db
    .selectFrom('stations')
    .selectAll()
    .where('id', '=', station)
    .where('removed', 'is', null)
    .executeTakeFirst()
  if (!known) return noStation()
  if (location !== undefined) await checkLocation(context, known.company, location)
  const row = await accounts.transact(async (db) => {
    if (name !== undefined) await checkName(db, name, station)
    return db
      .updateTable('stations')
      .set({
        name: name ?? known.name,
        location: location === undefined ? known.location : location,
        idle: idleMinutes === undefined ? known.idle : idleMinutes * minuteMs,
      })
      .where('id', '=', station)
      .returningAll()
      .executeTakeFirstOrThrow()
  })
  await note(context, 'station_changed', { subject: row.name })
  const own = await findStation(context)
  return { station: viewStation(row, own?.id) }
}

/** A place that is not there would stop every scan at the station. */
async function checkLocation(
  { companies }: ServerContext,
  company: string,
  location: string | null,
): Promise<void> {
  const { store } = await companies.open(company)
  if (location === null) return
  const known = await subjectByCode(store, 'location', location)
  if (!known) failWith('input_invalid.location', { location }, 'location')
}

async function checkName(
  db: ServerContext['accounts']['db'],
  name: string,
  own = 0,
): Promise<void> {
  const known = await db
    .selectFrom('stations')
    .select('id')
    .where('name', '=', name)
    .where('removed', 'is', null)
    .where('id', '!=', own)
    .executeTakeFirst()
  if (known) failWith('name_taken.station', { name }, 'name')
}

const viewStation = (
  row: Selectable<StationTable>,
  own: number | undefined,
): z.input<typeof stationView> => ({
  id: row.id,
  name: row.name,
  company: row.company,
  location: row.location,
  idleMinutes: Math.round(row.idle / minuteMs),
  calibration: row.calibration === null ? null : (JSON.parse(row.calibration) as unknown),
  created: new Date(row.created).toISOString(),
  seen: new Date(row.seen).toISOString(),
  isThis: row.id === own,
})

const noStation = (): never => failWith('not_found.station', {}, 'station')
