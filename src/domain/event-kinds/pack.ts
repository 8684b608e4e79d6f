import { z } from 'zod'
import { subjectRef, unitRef } from '../command.ts'
import { change, checkHolds, findSubject, findUnit, linkContainer } from '../draft.ts'
import { eventKind } from '../event-kind.ts'
import { nameSubject, nameUnit, nameUnits } from '../names.ts'
import type { Scalar } from '../unit-state.ts'
import { forEachUnit, unitList } from '../unit-steps.ts'
import { checkCycle, containerChain } from './put.ts'
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
    let chain: number[] = []
    if (input.order !== undefined) {
      after['order'] = draft.facts.order = findSubject(draft, 'order', input.order).id
    }
    if (input.container !== undefined) {
      chain = containerChain(draft, findUnit(draft, input.container))
      after['location'] = null
      after['parent'] = chain[0]!
    }
    forEachUnit(draft, input, (unit) => {
      checkHolds(draft, unit, 'pack')
      checkReservation(draft, unit, draft.facts.order)
      checkCycle(draft, unit, chain)
      change(draft, unit, 'pack', after)
    })
    if (chain[0] !== undefined && draft.links.size > 0) linkContainer(draft, chain[0])
  },
  sentence: ({ parent }) => (parent ? `Packed into ${parent}` : 'Packed'),
  epcis: { type: 'AggregationEvent', action: 'ADD' },
})
