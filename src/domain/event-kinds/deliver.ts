import { z } from 'zod'
import { subjectRef } from '../command.ts'
import { eventKind } from '../event-kind.ts'
import { sayWith } from '../event-sentence.ts'
import { nameSubject, nameUnits } from '../names.ts'
import { changeWithContents, forEachUnit, unitList } from '../unit-steps.ts'
import { goTo, withParty } from '../where-and-why.ts'

const schema = z.object({ ...unitList, to: subjectRef.optional(), party: subjectRef.optional() })

/** Units have arrived at the customer. */
export const deliver = eventKind<z.infer<typeof schema>>({
  name: 'deliver',
  summary: 'Say that units arrived at the customer',
  schema,
  names(input, names) {
    nameUnits(names, input.units)
    nameSubject(names, 'location', input.to)
    nameSubject(names, 'party', input.party)
  },
  decide(draft, input) {
    const own = goTo(draft, input.to)
    const all = { 'time.delivered': draft.time, ...withParty(draft, input.party) }
    forEachUnit(draft, input, (unit) => changeWithContents(draft, unit, 'deliver', own, all))
  },
  sentence: ({ location }) => sayWith({ location }, 'deliveredTo', 'delivered'),
  epcis: { type: 'ObjectEvent', action: 'OBSERVE' },
})
