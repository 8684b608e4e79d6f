import { z } from 'zod'
import { subjectRef } from '../command.ts'
import { change, checkHolds } from '../draft.ts'
import { eventKind } from '../event-kind.ts'
import { sayWith } from '../event-sentence.ts'
import { nameSubject, nameUnits } from '../names.ts'
import { forEachUnit, unitList } from '../unit-steps.ts'
import { goTo, underOrder } from '../where-and-why.ts'
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
    const after = {
      'time.picked': draft.time,
      ...underOrder(draft, input.order),
      ...goTo(draft, input.to),
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
