import { z } from 'zod'
import { clause, fact, said } from './clause.ts'
import { operation, plainText } from './operation.ts'

const schemeError = z.object({
  /** Place in the pattern, from 0; null where it concerns no character. */
  position: z.int().nullable(),
  message: z.string(),
  said: clause,
})

/** What a serial says, read back by the scheme that made it. */
export const serialMeaning = z
  .object({
    pattern: z.string(),
    /** The serial as the scheme writes it. */
    serial: z.string(),
    /** In English, and as it is said in another language. */
    sentence: z.string(),
    said,
    facts: z.array(fact),
    check: z.enum(['good', 'wrong', 'none']),
  })
  .meta({ id: 'SerialMeaning' })
export type SerialMeaning = z.infer<typeof serialMeaning>

const symbolSize = z.object({
  symbology: z.enum(['datamatrix', 'qr', 'code128']),
  xDimensionMm: z.number(),
  widthMm: z.number(),
  heightMm: z.number(),
})

const capacity = z.object({
  /** Numbers of one counter, and about how many of them give a serial. */
  numbers: z.int(),
  serials: z.int(),
  first: z.string(),
  last: z.string(),
  length: z.int(),
  maximumLength: z.int().nullable(),
  /** How many this counter gave so far. */
  given: z.int(),
})

export const previewScheme = operation({
  name: 'previewScheme',
  method: 'GET',
  path: '/schemes/preview',
  summary: 'Show what a serial scheme would make, before it is saved',
  needs: 'read',
  input: z.object({
    pattern: z.string().max(1000),
    /** The item that it is for; an example when absent. */
    item: plainText(100).optional(),
    site: plainText(100).optional(),
    order: plainText(100).optional(),
    lot: plainText(100).optional(),
    /** Who must not get the same serial twice; as the item has it when absent. */
    serialScope: z.enum(['item', 'maker', 'everywhere']).optional(),
    /** A serial to be read by the pattern. */
    serial: plainText(200).optional(),
  }),
  output: z.object({
    /** What is wrong with the pattern; then nothing else is known. */
    error: schemeError.nullable(),
    /** The pieces of the pattern in order, with what each comes to in the first example. */
    parts: z.array(
      z.object({
        kind: z.enum(['literal', 'field', 'date', 'counter', 'check']),
        name: z.string(),
        text: z.string(),
        position: z.int(),
      }),
    ),
    /** The next serials. */
    examples: z.array(z.string()),
    capacity: capacity.nullable(),
    /** For an unguessable counter: the chance that a made-up serial is real, and how many can be
     * issued until it is one in ten thousand. */
    guess: z.object({ probability: z.number(), issuableBelow: z.int() }).nullable(),
    warnings: z.array(schemeError.extend({ code: z.string() })),
    symbols: z.array(symbolSize),
    collisions: z.object({
      /** Of the next numbers, as many as were looked up, those that units have already. */
      lookedUp: z.int(),
      taken: z.int(),
      /** Serials of the same form that exist; at least so many where `isMore`. */
      alike: z.int(),
      isMore: z.boolean(),
      examples: z.array(z.string()),
      /** Other items that use the same pattern. */
      items: z.array(z.string()),
    }),
    reading: z
      .object({ meaning: serialMeaning.nullable(), error: schemeError.nullable() })
      .nullable(),
  }),
})
