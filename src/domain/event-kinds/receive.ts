import type { z } from 'zod'
import { subjectRef, unitRefs } from '../command.ts'
import { findSubject } from '../draft.ts'
import { eventKind } from '../event-kind.ts'
import { nameUnits } from '../names.ts'
import { refuse } from '../refusal.ts'
import { changeWithContents, forEachUnit } from '../unit-steps.ts'
import { makeUnits, makingInput, nameMaking } from './commission.ts'

const schema = makingInput.partial({ item: true }).extend({
  location: subjectRef,
  /** Units that are known already; or `item` and `entries` for what arrives for the first time. */
  units: unitRefs.optional(),
})

/** Units arrive: expected ones, ones that were in transit, and ones never heard of before. */
export const receive = eventKind<z.infer<typeof schema>>({
  name: 'receive',
  summary: 'Take units into stock at a location',
  schema,
  names(input, names) {
    nameUnits(names, input.units)
    nameMaking({ ...input, item: input.item! }, names)
  },
  decide(draft, input) {
    if (input.item !== undefined) {
      makeUnits(draft, { ...input, item: input.item }, 'receive', 'received')
      return
    }
    const { units, partial } = input
    if (!units) refuse('input_invalid', { field: 'units', problem: 'give units, or an item' })
    const location = findSubject(draft, 'location', input.location).id
    draft.facts.location = location
    const all = { 'time.received': draft.time }
    forEachUnit(draft, { units, partial }, (unit) =>
      changeWithContents(draft, unit, 'receive', { location, parent: null }, all),
    )
  },
  sentence: ({ location }) => `Received at ${location}`,
  epcis: { type: 'ObjectEvent', action: 'OBSERVE' },
})
