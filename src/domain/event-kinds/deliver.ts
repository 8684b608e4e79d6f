import { z } from 'zod'
import { subjectRef } from '../command.ts'
import { findSubject } from '../draft.ts'
import { eventKind } from '../event-kind.ts'
import { sayWith } from '../event-sentence.ts'
import { nameSubject, nameUnits } from '../names.ts'
import type { Scalar } from '../unit-state.ts'
import { changeWithContents, forEachUnit, unitList } from '../unit-steps.ts'

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
    const to = input.to === undefined ? null : findSubject(draft, 'location', input.to).id
    const all: Record<string, Scalar> = { 'time.delivered': draft.time }
    if (input.party !== undefined) all['party'] = findSubject(draft, 'party', input.party).id
    draft.facts.location = to
    forEachUnit(draft, input, (unit) => {
      const own = to === null ? {} : { location: to, parent: null }
      changeWithContents(draft, unit, 'deliver', own, all)
    })
  },
  sentence: ({ location }) => sayWith({ location }, 'deliveredTo', 'delivered'),
  epcis: { type: 'ObjectEvent', action: 'OBSERVE' },
})
