import { z } from 'zod'
import { subjectRef, unitRef } from '../command.ts'
import { checkEntry, findContainer, linkContainer, type Filling } from '../contents.ts'
import { change, checkHolds, findSubject } from '../draft.ts'
import { eventKind } from '../event-kind.ts'
import { say } from '../event-sentence.ts'
import { nameSubject, nameUnit, nameUnits } from '../names.ts'
import type { Scalar } from '../unit-state.ts'
import { forEachUnit, unitList } from '../unit-steps.ts'
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
    const after: Record<string, Scalar> = { 'time.packed': draft.time }
    let filling: Filling | undefined
    if (input.order !== undefined) {
      after['order'] = draft.facts.order = findSubject(draft, 'order', input.order).id
    }
    if (input.container !== undefined) {
      filling = findContainer(draft, input.container, 'pack')
      after['location'] = null
      after['parent'] = filling.chain[0]
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
