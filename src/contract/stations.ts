import { z } from 'zod'
import { operation, plainText } from './operation.ts'
import { issueText } from '../domain/issue.ts'

/** Longest that a person stays signed in at a station without doing anything, in minutes. */
const stationIdleMinutesMax = 480

const settings = {
  name: plainText(60),
  /** Code of the location where the station is; it stays while people change. */
  location: plainText(100).nullable(),
  idleMinutes: z.int().min(1).max(stationIdleMinutesMax),
}

export const stationView = z
  .object({
    id: z.int(),
    name: z.string(),
    company: z.string(),
    location: z.string().nullable(),
    idleMinutes: z.int(),
    calibration: z.unknown(),
    created: z.string(),
    seen: z.string(),
    isThis: z.boolean().describe('The browser that asks.'),
  })
  .meta({ id: 'Station' })

export const listStations = operation({
  name: 'listStations',
  method: 'GET',
  scope: 'server',
  path: '/stations',
  summary: 'List the shared stations',
  needs: 'administer',
  input: z.object({}),
  output: z.object({ stations: z.array(stationView) }),
})

export const registerStation = operation({
  name: 'registerStation',
  method: 'POST',
  scope: 'server',
  path: '/stations',
  summary: 'Make the browser that asks a shared station: people change there by their badges',
  needs: 'administer',
  input: z.object({
    name: settings.name,
    company: z.string().regex(/^[a-z][a-z0-9_]{0,40}$/),
    location: settings.location.default(null),
    idleMinutes: settings.idleMinutes.default(10),
  }),
  output: z.object({ station: stationView }),
})

export const changeStation = operation({
  name: 'changeStation',
  method: 'PUT',
  scope: 'server',
  path: '/stations/{station}',
  summary: 'Change the name, place or idle time of a station',
  needs: 'administer',
  input: z.object({
    station: z.coerce.number().int().min(1),
    name: settings.name.optional(),
    location: settings.location.optional(),
    idleMinutes: settings.idleMinutes.optional(),
  }),
  output: z.object({ station: stationView }),
})

export const removeStation = operation({
  name: 'removeStation',
  method: 'DELETE',
  scope: 'server',
  path: '/stations/{station}',
  summary: 'Make a station an ordinary browser again, and end its sessions',
  needs: 'administer',
  input: z.object({ station: z.coerce.number().int().min(1) }),
  output: z.object({}),
})

/** Most characters of a calibration. */
const calibrationLengthMax = 5000

export const calibrateStation = operation({
  name: 'calibrateStation',
  method: 'PUT',
  scope: 'server',
  path: '/station/calibration',
  summary: 'Keep what was learned about the scanner of the station that asks',
  needs: 'self',
  input: z.object({
    calibration: z
      .unknown()
      .refine((value) => (JSON.stringify(value) ?? '').length <= calibrationLengthMax, {
        error: issueText('calibration'),
        params: { most: calibrationLengthMax },
      })
      .describe('Anything; the pages that scan know what it means.'),
  }),
  output: z.object({}),
})
