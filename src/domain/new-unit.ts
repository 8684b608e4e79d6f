import { z } from 'zod'
import type { Filling } from './contents.ts'
import { serialType } from './identifier.ts'
import type { TransitionName } from './life-cycle.ts'
import { code, traits, type Subject } from './subject.ts'
import type { Scalar } from './unit-state.ts'
import { issueText } from './issue.ts'

/** Name of a type of identifier; a unit's own serial is given and replaced as such. */
const identifierType = z
  .string()
  .regex(/^[a-z][a-z0-9_]{0,39}$/, {
    error: issueText('identifierType'),
  })
  .refine((type) => type !== serialType, { error: issueText('ownNumber') })

export const identifier = z.object({ type: identifierType, value: z.string() })

/** The last millisecond that a date can name. */
const timeMax = 8_640_000_000_000_000

/** One unit to be made; what is absent is taken from the command or the item. */
export const newUnit = z.object({
  serial: z.string().optional(),
  identifiers: z.array(identifier).max(20).optional(),
  traits: traits.optional(),
  lot: code.optional(),
  expiry: z
    .int()
    .min(-timeMax)
    .max(timeMax)
    .optional()
    .describe(
      'When it expires, in milliseconds UTC; kept on its lot, on the unit where it has none.',
    ),
  content: z
    .int()
    .min(0)
    .optional()
    .describe('Amount in the item’s smallest unit of measure; 1 for a discrete unit.'),
  scan: z
    .string()
    .min(1)
    .max(4000)
    .optional()
    .describe(
      'The maker’s own code on it, as scanned: GTIN, serial, lot and expiry are taken from it.',
    ),
})
export type NewUnit = z.infer<typeof newUnit>

/** What all units that a command makes have in common. */
export interface Making {
  readonly step: TransitionName
  readonly item: Subject<'item'>
  readonly location: number | null
  /** The container that the units go into, in place of a location. */
  readonly filling: Filling | null
  readonly order: number | null
  readonly party: number | null
  readonly traits: Readonly<Record<string, Scalar>>
  /** Id of the lot of units that name none. */
  readonly lot: number | null
  /** Path of the time that is noted, such as `time.made`. */
  readonly mark: string
}
