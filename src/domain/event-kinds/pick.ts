import { z } from 'zod'
import { subjectRef } from '../command.ts'
import { change, checkHolds, findSubject } from '../draft.ts'
import { eventKind } from '../event-kind.ts'
import { sayWith } from '../event-sentence.ts'
import { nameSubject, nameUnits } from '../names.ts'
import type { Scalar } from '../unit-state.ts'
import { forEachUnit, unitList } from '../unit-steps.ts'
import { checkReservation } from './reserve.ts'

const schema = z.object({ ...unitList, order: subjectRef.optional(), to: subjectRef.optional() })

/** Units are taken from their place for an order. */
export const pick = eventKind<z.infer<typeof schema>>({
  name: 'pick',
  summary: 'Pick units for an order',
  schema,
  names(input, names) {
    nameUnits(names, input.units)
    nameSubject(names, 'order', input.order)
    nameSubject(names, 'location', input.to)
  },
  decide(draft, input) {
    const after: Record<string, Scalar> = { 'time.picked': draft.time }
    if (input.order !== undefined) {
      after['order'] = draft.facts.order = findSubject(draft, 'order', input.order).id
    }
    if (input.to !== undefined) {
      after['location'] = draft.facts.location = findSubject(draft, 'location', input.to).id
      after['parent'] = null
    }
    forEachUnit(draft, input, (unit) => {
      checkHolds(draft, unit, 'pick')
      checkReservation(draft, unit, draft.facts.order)
      change(draft, unit, 'pick', after)
    })
  },
  sentence: ({ location }) => sayWith({ location }, 'pickedTo', 'picked'),
  epcis: { type: 'ObjectEvent', action: 'OBSERVE' },
})
