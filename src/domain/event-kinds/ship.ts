import { z } from 'zod'
import { subjectRef } from '../command.ts'
import { checkHoldsWithin, withContents } from '../contents.ts'
import { findSubject } from '../find-subject.ts'
import { eventKind } from '../event-kind.ts'
import { say } from '../event-sentence.ts'
import { nameSubject, nameUnits } from '../names.ts'
import { elsewhere } from '../unit-state.ts'
import { changeWithContents, forEachUnit, unitList } from '../unit-steps.ts'
import { underOrder, withParty } from '../where-and-why.ts'
import { checkReservation } from './reserve.ts'

const schema = z.object({
  ...unitList,
  to: subjectRef
    .optional()
    .describe('Where they are on the way: the carrier’s place or vehicle; elsewhere when absent.'),
  party: subjectRef.optional(),
  order: subjectRef.optional(),
})

/** Units leave, with all that is inside them. */
export const ship = eventKind<z.infer<typeof schema>>({
  name: 'ship',
  summary: 'Ship units, with their contents',
  schema,
  names(input, names) {
    nameUnits(names, input.units)
    nameSubject(names, 'location', input.to)
    nameSubject(names, 'party', input.party)
    nameSubject(names, 'order', input.order)
  },
  decide(draft, input) {
    const to = input.to === undefined ? elsewhere : findSubject(draft, 'location', input.to).id
    const all = {
      'time.shipped': draft.time,
      ...withParty(draft, input.party),
      ...underOrder(draft, input.order),
    }
    draft.facts.location = to
    forEachUnit(draft, input, (unit) => {
      checkHoldsWithin(draft, unit, 'ship')
      for (const id of withContents(draft, unit)) checkReservation(draft, id, draft.facts.order)
      changeWithContents(draft, unit, 'ship', { location: to, parent: null }, all)
    })
  },
  sentence: ({ changes, name }) =>
    changes['party']
      ? say('shippedTo', { party: name('party', changes['party'][1]) })
      : say('shipped'),
  epcis: { type: 'ObjectEvent', action: 'OBSERVE' },
})
