import type { z } from 'zod'
import { subjectRef, unitRefs } from '../command.ts'
import { findSubject } from '../draft.ts'
import { eventKind } from '../event-kind.ts'
import { sayWith } from '../event-sentence.ts'
import { nameUnits } from '../names.ts'
import { refuse } from '../refusal.ts'
import type { Scalar } from '../unit-state.ts'
import { changeWithContents, forEachUnit } from '../unit-steps.ts'
import { makeUnits, makingInput, nameMaking } from './commission.ts'

const schema = makingInput.extend({
  location: subjectRef,
  /** Units that are known already; or `item` and `entries` for what arrives for the first time. */
  units: unitRefs.optional(),
})

/** What can be said only of units that arrive for the first time. */
const ofNewUnits = ['entries', 'count', 'container', 'lot', 'traits'] as const

/** Units arrive: expected ones, ones that were in transit, and ones never heard of before. */
export const receive = eventKind<z.infer<typeof schema>>({
  name: 'receive',
  summary: 'Take units into stock at a location',
  schema,
  names(input, names) {
    nameUnits(names, input.units)
    nameMaking(input, names)
  },
  decide(draft, input) {
    const { item, units, partial } = input
    const isNew = item !== undefined || input.entries?.some(({ scan }) => scan !== undefined)
    if (isNew) {
      if (units) refuse('input_invalid', { field: 'units', problem: 'give units, or an item' })
      makeUnits(draft, input, 'receive', 'received')
      return
    }
    if (!units) refuse('input_invalid', { field: 'units', problem: 'give units, or an item' })
    for (const field of ofNewUnits) {
      if (input[field] !== undefined) refuse('input_invalid', { field, problem: 'needs an item' })
    }
    const location = findSubject(draft, 'location', input.location).id
    draft.facts.location = location
    const all: Record<string, Scalar> = { 'time.received': draft.time }
    if (input.order !== undefined) {
      all['order'] = draft.facts.order = findSubject(draft, 'order', input.order).id
    }
    if (input.party !== undefined) all['party'] = findSubject(draft, 'party', input.party).id
    forEachUnit(draft, { units, partial }, (unit) =>
      changeWithContents(draft, unit, 'receive', { location, parent: null }, all),
    )
  },
  sentence: ({ location }) => sayWith({ location }, 'receivedAt', 'received'),
  epcis: { type: 'ObjectEvent', action: 'OBSERVE' },
})
