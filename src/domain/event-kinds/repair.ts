import { z } from 'zod'
import { subjectRef } from '../command.ts'
import { change, type Draft } from '../draft.ts'
import { eventKind } from '../event-kind.ts'
import { newPlaceOf, orderOf, sayWith } from '../event-sentence.ts'
import { nameSubject, nameUnits, type Names } from '../names.ts'
import { forEachUnit, unitList } from '../unit-steps.ts'
import { goTo, underOrder } from '../where-and-why.ts'

const schema = z.object({
  ...unitList,
  order: subjectRef.optional().describe('The repair order.'),
  to: subjectRef.optional().describe('Where they go: the bench, or back to a shelf.'),
})
type Input = z.infer<typeof schema>

function nameRepair(input: Input, names: Names): void {
  nameUnits(names, input.units)
  nameSubject(names, 'order', input.order)
  nameSubject(names, 'location', input.to)
}

function repair(draft: Draft, input: Input, step: 'repair_start' | 'repair_finish', mark: string) {
  const after = {
    [`time.${mark}`]: draft.time,
    ...underOrder(draft, input.order),
    ...goTo(draft, input.to),
  }
  forEachUnit(draft, input, (unit) => change(draft, unit, step, after))
}

/** Units are repaired; a hold does not stand in the way, for repair is often what it waits for. */
export const repairStart = eventKind<Input>({
  name: 'repair_start',
  summary: 'Start the repair of units',
  schema,
  names: nameRepair,
  decide: (draft, input) => repair(draft, input, 'repair_start', 'repair_started'),
  sentence: (line) => sayWith({ order: orderOf(line) }, 'repairStartedUnder', 'repairStarted'),
  epcis: { type: 'ObjectEvent', action: 'OBSERVE' },
})

/** The repair is done: the units are in stock. */
export const repairFinish = eventKind<Input>({
  name: 'repair_finish',
  summary: 'Finish the repair of units',
  schema,
  names: nameRepair,
  decide: (draft, input) => repair(draft, input, 'repair_finish', 'repaired'),
  sentence: (line) => sayWith({ location: newPlaceOf(line) }, 'repairedTo', 'repaired'),
  epcis: { type: 'ObjectEvent', action: 'OBSERVE' },
})
