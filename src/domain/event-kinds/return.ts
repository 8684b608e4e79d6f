import { z } from 'zod'
import { subjectRef } from '../command.ts'
import { eventKind } from '../event-kind.ts'
import { sayWith } from '../event-sentence.ts'
import { nameSubject, nameUnits } from '../names.ts'
import { changeWithContents, forEachUnit, unitList } from '../unit-steps.ts'
import { goTo } from '../where-and-why.ts'

const schema = z.object({ ...unitList, location: subjectRef })

/** Units come back from where they were shipped or delivered to. */
export const returnUnits = eventKind<z.infer<typeof schema>>({
  name: 'return',
  summary: 'Take back units that were shipped',
  schema,
  names(input, names) {
    nameUnits(names, input.units)
    nameSubject(names, 'location', input.location)
  },
  decide(draft, input) {
    const own = goTo(draft, input.location)
    const all = { 'time.returned': draft.time }
    forEachUnit(draft, input, (unit) => changeWithContents(draft, unit, 'return', own, all))
  },
  sentence: ({ location }) => sayWith({ location }, 'returnedTo', 'returned'),
  epcis: { type: 'ObjectEvent', action: 'OBSERVE' },
})
