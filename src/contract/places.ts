import { z } from 'zod'
import { operation, plainText } from './operation.ts'
import { reference } from './views.ts'

/** A location with what lies and stands in it. */
const placeView = reference
  .extend({
    kind: z.string().nullable().describe('What sort of place it is, such as `aisle`.'),
    places: z.int().describe('How many locations lie directly in it.'),
    here: z
      .int()
      .describe('How many units stand exactly here, and how many here or anywhere below.'),
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
    parent: plainText(100)
      .optional()
      .describe('Code of the location; those that lie in no other when absent.'),
  }),
  output: z.object({
    place: placeView.nullable(),
    path: z.array(reference).describe('The locations around it, from the outermost inwards.'),
    places: z.array(placeView),
  }),
})
