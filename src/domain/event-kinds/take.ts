import { z } from 'zod'
import { subjectRef } from '../command.ts'
import { chainOf, linkContainer } from '../contents.ts'
import { change, contradict, stateOf } from '../draft.ts'
import { findSubject } from '../find-subject.ts'
import { eventKind } from '../event-kind.ts'
import { newPlaceOf, sayWith } from '../event-sentence.ts'
import { nameSubject, nameUnits } from '../names.ts'
import { forEachUnit, unitList } from '../unit-steps.ts'

const schema = z.object({ ...unitList, to: subjectRef.optional() })

/** Units come out of the container that they are in. */
export const take = eventKind<z.infer<typeof schema>>({
  name: 'take',
  summary: 'Take units out of their container',
  schema,
  names(input, names) {
    nameUnits(names, input.units)
    nameSubject(names, 'location', input.to)
  },
  decide(draft, input) {
    const to = input.to === undefined ? null : findSubject(draft, 'location', input.to).id
    draft.facts.location = to
    forEachUnit(draft, input, (unit) => {
      const container = stateOf(draft, unit).parent
      if (container === null) contradict(draft, unit, 'not_inside', {})
      const outermost = chainOf(draft, container ?? unit).at(-1)!
      const location = to ?? stateOf(draft, outermost).location
      change(draft, unit, 'take', { location, parent: null, 'time.moved': draft.time })
      if (container !== null) linkContainer(draft, container)
    })
  },
  sentence: (line) => sayWith({ location: newPlaceOf(line) }, 'takenOutTo', 'unitsTakenOut'),
  epcis: { type: 'AggregationEvent', action: 'DELETE' },
})
