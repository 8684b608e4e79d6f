import { z } from 'zod'
import { subjectRef, unitRef } from '../command.ts'
import { checkEntry, findContainer, linkContainer } from '../contents.ts'
import { change, checkHolds } from '../draft.ts'
import { eventKind } from '../event-kind.ts'
import { say } from '../event-sentence.ts'
import { nameSubject, nameUnit, nameUnits } from '../names.ts'
import { forEachUnit, unitList } from '../unit-steps.ts'
import { underOrder } from '../where-and-why.ts'
import { checkReservation } from './reserve.ts'

const schema = z.object({
  ...unitList,
  container: unitRef.optional(),
  order: subjectRef.optional(),
})

/** Units are made ready to leave, in a container or as they are. */
export const pack = eventKind<z.infer<typeof schema>>({
  name: 'pack',
  summary: 'Pack units for shipping',
  schema,
  names(input, names) {
    nameUnits(names, input.units)
    nameUnit(names, input.container)
    nameSubject(names, 'order', input.order)
  },
  decide(draft, input) {
    const { container } = input
    const order = underOrder(draft, input.order)
    const filling = container === undefined ? null : findContainer(draft, container, 'pack')
    const after = {
      'time.packed': draft.time,
      ...order,
      ...(filling && { location: null, parent: filling.chain[0] }),
    }
    forEachUnit(draft, input, (unit) => {
      checkHolds(draft, unit, 'pack')
      checkReservation(draft, unit, draft.facts.order)
      if (filling) checkEntry(draft, unit, filling)
      change(draft, unit, 'pack', after)
    })
    if (filling) linkContainer(draft, filling.chain[0])
  },
  sentence: ({ changes, parent }) => {
    if (changes['parent']) return say('packedInto', { container: parent })
    return say(changes['status'] ? 'packed' : 'unitsPackedIn')
  },
  epcis: { type: 'AggregationEvent', action: 'ADD' },
})
