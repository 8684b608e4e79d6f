import { z } from 'zod'
import { unitRef } from '../command.ts'
import { change } from '../draft.ts'
import { eventKind } from '../event-kind.ts'
import { say } from '../event-sentence.ts'
import { nameUnit } from '../names.ts'
import { amount, findPortion } from './measure.ts'

const schema = z.object({ unit: unitRef, content: amount })

/** A count found another quantity than the books. */
export const adjust = eventKind<z.infer<typeof schema>>({
  name: 'adjust',
  summary: 'Correct the booked quantity of a portion after a count',
  schema,
  names: (input, names) => nameUnit(names, input.unit),
  decide(draft, input) {
    change(draft, findPortion(draft, input), 'adjust', { content: input.content })
  },
  sentence: ({ changes, amount }) => {
    const [before = 0, after = 0] = changes['content'] ?? []
    if (after === before) return say('adjustedAsBooked')
    return say('adjusted', { before: amount(before), after: amount(after) })
  },
  epcis: { type: 'ObjectEvent', action: 'OBSERVE' },
})
