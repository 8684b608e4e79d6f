import { z } from 'zod'
import { subjectRef } from '../command.ts'
import { change } from '../draft.ts'
import { eventKind } from '../event-kind.ts'
import { sayWith } from '../event-sentence.ts'
import { nameSubject, nameUnits } from '../names.ts'
import { forEachUnit, unitList } from '../unit-steps.ts'
import { goTo } from '../where-and-why.ts'

const schema = z.object({ ...unitList, to: subjectRef })

/** Units, with whatever is inside them, go to another location. */
export const move = eventKind<z.infer<typeof schema>>({
  name: 'move',
  summary: 'Move units to a location',
  schema,
  names(input, names) {
    nameUnits(names, input.units)
    nameSubject(names, 'location', input.to)
  },
  decide(draft, input) {
    const after = { ...goTo(draft, input.to), 'time.moved': draft.time }
    forEachUnit(draft, input, (unit) => change(draft, unit, 'move', after))
  },
  sentence: ({ location }) => sayWith({ location }, 'movedTo', 'moved'),
  epcis: { type: 'ObjectEvent', action: 'OBSERVE' },
})
