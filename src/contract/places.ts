import { z } from 'zod'
import { operation, plainText } from './operation.ts'
import { reference } from './views.ts'

/** A location with what lies and stands in it. */
const placeView = reference
  .extend({
    /** What sort of place it is, such as `aisle`. */
    kind: z.string().nullable(),
    /** How many locations lie directly in it. */
    places: z.int(),
    /** How many units stand exactly here, and how many here or anywhere below. */
    here: z.int(),
    units: z.int(),
  })
  .meta({ id: 'PlaceSummary' })

export const listPlaces = operation({
  name: 'listPlaces',
  method: 'GET',
  path: '/places',
  summary: 'List the locations that lie in one, with how many units stand in each',
  needs: 'read',
  input: z.object({
    /** Code of the location; those that lie in no other when absent. */
    parent: plainText(100).optional(),
  }),
  output: z.object({
    place: placeView.nullable(),
    /** The locations around it, from the outermost inwards. */
    path: z.array(reference),
    places: z.array(placeView),
  }),
})
