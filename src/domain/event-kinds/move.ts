import { z } from 'zod'
import { subjectRef } from '../command.ts'
import { change, findSubject } from '../draft.ts'
import { eventKind } from '../event-kind.ts'
import { sayWith } from '../event-sentence.ts'
import { nameSubject, nameUnits } from '../names.ts'
import { forEachUnit, unitList } from '../unit-steps.ts'

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
    const location = findSubject(draft, 'location', input.to).id
    draft.facts.location = location
    const after = { location, parent: null, 'time.moved': draft.time }
    forEachUnit(draft, input, (unit) => change(draft, unit, 'move', after))
  },
  sentence: ({ location }) => sayWith({ location }, 'movedTo', 'moved'),
  epcis: { type: 'ObjectEvent', action: 'OBSERVE' },
})
