import { z } from 'zod'
import { subjectRef } from '../command.ts'
import { change, checkHolds } from '../draft.ts'
import { eventKind } from '../event-kind.ts'
import { newPlaceOf, orderOf, sayWith } from '../event-sentence.ts'
import { nameSubject, nameUnits } from '../names.ts'
import { stages } from '../status.ts'
import { forEachUnit, unitList } from '../unit-steps.ts'
import { goTo, underOrder } from '../where-and-why.ts'
import { checkReservation } from './reserve.ts'

const stage = z.enum(stages).optional()
const startSchema = z.object({
  ...unitList,
  order: subjectRef.optional().describe('The order that is worked on.'),
  to: subjectRef.optional().describe('The workstation.'),
  stage: stage.describe('What they are from now on; work in progress when absent.'),
})

/** Work on units begins: they are in progress until it is finished. */
export const start = eventKind<z.infer<typeof startSchema>>({
  name: 'start',
  summary: 'Start work on units',
  schema: startSchema,
  names(input, names) {
    nameUnits(names, input.units)
    nameSubject(names, 'order', input.order)
    nameSubject(names, 'location', input.to)
  },
  decide(draft, input) {
    const { stage = 'work_in_progress' } = input
    const after = {
      stage,
      'time.started': draft.time,
      ...underOrder(draft, input.order),
      ...goTo(draft, input.to),
    }
    forEachUnit(draft, input, (unit) => {
      checkHolds(draft, unit, 'start')
      checkReservation(draft, unit, draft.facts.order)
      change(draft, unit, 'start', after)
    })
  },
  sentence: (line) => sayWith({ order: orderOf(line) }, 'workStartedUnder', 'workStarted'),
  epcis: { type: 'ObjectEvent', action: 'OBSERVE' },
})

const finishSchema = z.object({
  ...unitList,
  to: subjectRef.optional(),
  stage: stage.describe('What they are from now on; finished when absent.'),
})

/** Work on units is done: they are in stock. */
export const finish = eventKind<z.infer<typeof finishSchema>>({
  name: 'finish',
  summary: 'Finish work on units',
  schema: finishSchema,
  names(input, names) {
    nameUnits(names, input.units)
    nameSubject(names, 'location', input.to)
  },
  decide(draft, input) {
    const { stage = 'finished' } = input
    const after = { stage, 'time.finished': draft.time, ...goTo(draft, input.to) }
    forEachUnit(draft, input, (unit) => change(draft, unit, 'finish', after))
  },
  sentence: (line) => sayWith({ location: newPlaceOf(line) }, 'workFinishedTo', 'workFinished'),
  epcis: { type: 'ObjectEvent', action: 'OBSERVE' },
})
