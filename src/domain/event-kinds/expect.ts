import { eventKind } from '../event-kind.ts'
import { orderOf, sayWith } from '../event-sentence.ts'
import { makeUnits, makingSchema, nameMaking } from './commission.ts'

/** Units are known to be coming: their serials were announced before they arrive. */
export const expect = eventKind({
  name: 'expect',
  summary: 'Announce units that shall arrive',
  schema: makingSchema,
  names: nameMaking,
  decide(draft, input) {
    makeUnits(draft, input, 'expect', 'expected')
  },
  sentence: (line) => sayWith({ order: orderOf(line) }, 'expectedUnder', 'expected'),
  epcis: { type: 'ObjectEvent', action: 'ADD' },
})
