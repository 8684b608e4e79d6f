import { z } from 'zod'
import { clause, fact, said } from './clause.ts'
import { operation, plainText } from './operation.ts'

const schemeError = z.object({
  position: z
    .int()
    .nullable()
    .describe('Place in the pattern, from 0; null where it concerns no character.'),
  message: z.string(),
  said: clause,
})

/** What a serial says, read back by the scheme that made it. */
export const serialMeaning = z
  .object({
    pattern: z.string(),
    serial: z.string().describe('The serial as the scheme writes it.'),
    sentence: z.string().describe('In English, and as it is said in another language.'),
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
  numbers: z.int().describe('Numbers of one counter, and about how many of them give a serial.'),
  serials: z.int(),
  first: z.string(),
  last: z.string(),
  length: z.int(),
  maximumLength: z.int().nullable(),
  given: z.int().describe('How many this counter gave so far.'),
})

export const previewScheme = operation({
  name: 'previewScheme',
  method: 'GET',
  path: '/schemes/preview',
  summary: 'Show what a serial scheme would make, before it is saved',
  needs: 'read',
  input: z.object({
    pattern: z.string().max(1000),
    item: plainText(100).optional().describe('The item that it is for; an example when absent.'),
    site: plainText(100).optional(),
    order: plainText(100).optional(),
    lot: plainText(100).optional(),
    serialScope: z
      .enum(['item', 'maker', 'everywhere'])
      .optional()
      .describe('Who must not get the same serial twice; as the item has it when absent.'),
    serial: plainText(200).optional().describe('A serial to be read by the pattern.'),
  }),
  output: z.object({
    error: schemeError
      .nullable()
      .describe('What is wrong with the pattern; then nothing else is known.'),
    parts: z
      .array(
        z.object({
          kind: z.enum(['literal', 'field', 'date', 'counter', 'check']),
          name: z.string(),
          text: z.string(),
          position: z.int(),
        }),
      )
      .describe(
        'The pieces of the pattern in order, with what each comes to in the first example.',
      ),
    examples: z.array(z.string()).describe('The next serials.'),
    capacity: capacity.nullable(),
    guess: z
      .object({ probability: z.number(), issuableBelow: z.int() })
      .nullable()
      .describe(
        'For an unguessable counter: the chance that a made-up serial is real, and how many can be issued until it is one in ten thousand.',
      ),
    warnings: z.array(schemeError.extend({ code: z.string() })),
    symbols: z.array(symbolSize),
    collisions: z.object({
      lookedUp: z
        .int()
        .describe('Of the next numbers, as many as were looked up, those that units have already.'),
      taken: z.int(),
      alike: z
        .int()
        .describe('Serials of the same form that exist; at least so many where `isMore`.'),
      isMore: z.boolean(),
      examples: z.array(z.string()),
      items: z.array(z.string()).describe('Other items that use the same pattern.'),
    }),
    reading: z
      .object({ meaning: serialMeaning.nullable(), error: schemeError.nullable() })
      .nullable(),
  }),
})
