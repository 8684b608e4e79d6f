import { eventKind } from '../event-kind.ts'
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
  sentence: ({ changes, name }) =>
    changes['order'] ? `Expected under order ${name('order', changes['order'][1])}` : 'Expected',
  epcis: { type: 'ObjectEvent', action: 'ADD' },
})
