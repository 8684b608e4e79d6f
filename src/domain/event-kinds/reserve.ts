import { z } from 'zod'
import { subjectRef } from '../command.ts'
import { change, checkHolds, contradict, stateOf, type Draft } from '../draft.ts'
import { findSubject } from '../find-subject.ts'
import { eventKind } from '../event-kind.ts'
import { say } from '../event-sentence.ts'
import { nameSubject, nameUnits } from '../names.ts'
import { forEachUnit, unitList } from '../unit-steps.ts'

const schema = z.object({ ...unitList, order: subjectRef })

/** Refuses to use a unit for one order while it is reserved for another. */
export function checkReservation(draft: Draft, unit: number, order: number | null): void {
  const state = stateOf(draft, unit)
  if (state.status !== 'reserved' && state.status !== 'picked') return
  if (state.order === null || state.order === order) return
  const reserved = draft.set.subjects.get('order')?.get(state.order)
  contradict(draft, unit, 'reserved_elsewhere', { order: reserved?.code ?? state.order })
}

/** Units are kept for one order. */
export const reserve = eventKind<z.infer<typeof schema>>({
  name: 'reserve',
  summary: 'Reserve units for an order',
  schema,
  names(input, names) {
    nameUnits(names, input.units)
    nameSubject(names, 'order', input.order)
  },
  decide(draft, input) {
    const order = findSubject(draft, 'order', input.order).id
    draft.facts.order = order
    forEachUnit(draft, input, (unit) => {
      checkHolds(draft, unit, 'reserve')
      change(draft, unit, 'reserve', { order })
    })
  },
  sentence: ({ changes, name }) =>
    say('reservedFor', { order: name('order', changes['order']?.[1]) }),
  epcis: { type: 'ObjectEvent', action: 'OBSERVE' },
})
