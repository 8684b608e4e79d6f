import { z } from 'zod'
import { unitRef } from '../command.ts'
import { findUnit } from '../find-unit.ts'
import { change, describeUnit, needTimelines, type Draft } from '../draft.ts'
import { eventKind } from '../event-kind.ts'
import { say } from '../event-sentence.ts'
import { nameUnit } from '../names.ts'
import { refuse } from '../refusal.ts'

/** Amount in the item's smallest unit of measure. */
export const amount = z.int().min(0)
const schema = z.object({ unit: unitRef, content: amount })

/** Refuses to measure what is one piece. */
export function checkPortion(draft: Draft, unit: number): void {
  if (draft.set.units.get(unit)?.state.kind !== 'portion') {
    refuse('not_a_portion', { unit: describeUnit(draft, unit) })
  }
}

/** Finds the one portion that a command is about, with its history where it is late. */
export function findPortion(draft: Draft, input: z.infer<typeof schema>): number {
  const unit = findUnit(draft, input.unit)
  needTimelines(draft, [unit])
  checkPortion(draft, unit)
  return unit
}

/** The content of a portion was weighed or gauged: gain and loss against the books show. */
export const measure = eventKind<z.infer<typeof schema>>({
  name: 'measure',
  summary: 'Record the measured content of a portion',
  schema,
  names: (input, names) => nameUnit(names, input.unit),
  decide(draft, input) {
    const unit = findPortion(draft, input)
    change(draft, unit, 'measure', { content: input.content, 'time.measured': draft.time })
  },
  sentence: ({ changes, amount }) => {
    const [before = 0, after = 0] = changes['content'] ?? []
    if (after === before) return say('measuredAsBooked')
    return say('measured', { before: amount(before), after: amount(after) })
  },
  epcis: { type: 'ObjectEvent', action: 'OBSERVE' },
})
