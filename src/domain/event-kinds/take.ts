import { z } from 'zod'
import { subjectRef } from '../command.ts'
import { change, describeUnit, findSubject, linkContainer, stateOf } from '../draft.ts'
import { eventKind } from '../event-kind.ts'
import { nameSubject, nameUnits } from '../names.ts'
import { refuse } from '../refusal.ts'
import { forEachUnit, unitList } from '../unit-steps.ts'
import { containerChain } from './put.ts'

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
      if (container === null) return refuse('not_inside', { unit: describeUnit(draft, unit) })
      const outermost = containerChain(draft, container).at(-1)!
      const location = to ?? stateOf(draft, outermost).location
      change(draft, unit, 'take', { location, parent: null, 'time.moved': draft.time })
      linkContainer(draft, container)
    })
  },
  sentence: ({ changes, location }) =>
    changes['parent'] ? `Taken out to ${location}` : 'Units were taken out',
  epcis: { type: 'AggregationEvent', action: 'DELETE' },
})
