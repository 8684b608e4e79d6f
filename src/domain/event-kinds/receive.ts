import type { z } from 'zod'
import { subjectRef, unitRefs } from '../command.ts'
import { eventKind } from '../event-kind.ts'
import { sayWith } from '../event-sentence.ts'
import { nameUnits } from '../names.ts'
import { changeWithContents, forEachUnit } from '../unit-steps.ts'
import { goTo, underOrder, withParty } from '../where-and-why.ts'
import { makeUnits, makingInput, nameMaking } from './commission.ts'
import { refuseInput } from '../issue.ts'

const schema = makingInput.extend({
  location: subjectRef,
  units: unitRefs
    .optional()
    .describe(
      'Units that are known already; or `item` and `entries` for what arrives for the first time.',
    ),
})

/** What can be said only of units that arrive for the first time. */
const ofNewUnits = ['entries', 'count', 'container', 'lot', 'traits'] as const

/** Units arrive: expected ones, ones that were in transit, and ones never heard of before. */
export const receive = eventKind<z.infer<typeof schema>>({
  name: 'receive',
  summary: 'Take units into stock at a location',
  schema,
  names(input, names) {
    nameUnits(names, input.units)
    nameMaking(input, names)
  },
  decide(draft, input) {
    const { item, units, partial } = input
    const isNew = item !== undefined || input.entries?.some(({ scan }) => scan !== undefined)
    if (isNew) {
      if (units) refuseInput('units', 'unitsOrItem')
      makeUnits(draft, input, 'receive', 'received')
      return
    }
    if (!units) refuseInput('units', 'unitsOrItem')
    for (const field of ofNewUnits) {
      if (input[field] !== undefined) refuseInput(field, 'needsItem')
    }
    const own = goTo(draft, input.location)
    const all = {
      'time.received': draft.time,
      ...underOrder(draft, input.order),
      ...withParty(draft, input.party),
    }
    forEachUnit(draft, { units, partial }, (unit) =>
      changeWithContents(draft, unit, 'receive', own, all),
    )
  },
  sentence: ({ location }) => sayWith({ location }, 'receivedAt', 'received'),
  epcis: { type: 'ObjectEvent', action: 'OBSERVE' },
})
