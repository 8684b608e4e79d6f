import { z } from 'zod'
import { subjectRef } from '../command.ts'
import { change } from '../draft.ts'
import { eventKind } from '../event-kind.ts'
import { sayWith } from '../event-sentence.ts'
import { nameSubject, nameUnits } from '../names.ts'
import { forEachUnit, unitList } from '../unit-steps.ts'
import { goTo } from '../where-and-why.ts'

const schema = z.object({ ...unitList, location: subjectRef })

/** Lost units turn up. */
export const find = eventKind<z.infer<typeof schema>>({
  name: 'find',
  summary: 'Say where lost units were found',
  schema,
  names(input, names) {
    nameUnits(names, input.units)
    nameSubject(names, 'location', input.location)
  },
  decide(draft, input) {
    const after = { ...goTo(draft, input.location), 'time.found': draft.time }
    forEachUnit(draft, input, (unit) => change(draft, unit, 'find', after))
  },
  sentence: ({ location }) => sayWith({ location }, 'foundAt', 'found'),
  epcis: { type: 'ObjectEvent', action: 'OBSERVE' },
})
