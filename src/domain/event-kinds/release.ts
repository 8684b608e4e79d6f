import { z } from 'zod'
import { change, describeUnit, stateOf } from '../draft.ts'
import { eventKind } from '../event-kind.ts'
import { say } from '../event-sentence.ts'
import { nameUnits } from '../names.ts'
import { refuse } from '../refusal.ts'
import { holdsOf, type Scalar } from '../unit-state.ts'
import { forEachUnit, unitList } from '../unit-steps.ts'

const schema = z.object({
  ...unitList,
  hold: z
    .int()
    .positive()
    .optional()
    .describe('Number of the event that placed the hold; every hold of the unit when absent.'),
})

/** A reason not to use a unit is gone. */
export const release = eventKind<z.infer<typeof schema>>({
  name: 'release',
  summary: 'Release units from a hold',
  schema,
  names: (input, names) => nameUnits(names, input.units),
  decide(draft, input) {
    forEachUnit(draft, input, (unit) => {
      const holds = [...holdsOf(stateOf(draft, unit)).keys()]
      const released = holds.filter((event) => input.hold === undefined || event === input.hold)
      if (released.length === 0) {
        refuse('hold_unknown', { unit: describeUnit(draft, unit), hold: input.hold ?? '' })
      }
      const after: Record<string, Scalar> = {}
      for (const event of released) after[`hold.${event}`] = null
      change(draft, unit, 'release', after)
    })
  },
  sentence: ({ changes }) =>
    say('released', {
      reasons: Object.values(changes)
        .map(([reason]) => reason)
        .join(', '),
    }),
  epcis: { type: 'ObjectEvent', action: 'OBSERVE' },
})
