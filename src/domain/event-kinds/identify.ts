import { z } from 'zod'
import { unitRef } from '../command.ts'
import { findUnit } from '../find-unit.ts'
import { change, needTimelines } from '../draft.ts'
import { itemOf } from '../find-subject.ts'
import { eventKind } from '../event-kind.ts'
import { say } from '../event-sentence.ts'
import { checkIdentifier } from '../making.ts'
import { identifier } from '../new-unit.ts'
import { nameNewUnits, nameUnit } from '../names.ts'
import type { Scalar } from '../unit-state.ts'

const schema = z.object({ unit: unitRef, identifiers: z.array(identifier).min(1).max(20) })

/** A unit gets further numbers by which it can be found: an IMEI, an asset tag, an RFID tag. */
export const identify = eventKind<z.infer<typeof schema>>({
  name: 'identify',
  summary: 'Add identifiers to a unit',
  schema,
  names(input, names) {
    nameUnit(names, input.unit)
    nameNewUnits(names, [{ identifiers: input.identifiers }])
  },
  decide(draft, input) {
    const unit = findUnit(draft, input.unit)
    needTimelines(draft, [unit])
    const after: Record<string, Scalar> = {}
    for (const one of input.identifiers) {
      const folded = checkIdentifier(draft, unit, one, () => itemOf(draft, unit))
      after[`identifier.${one.type}.${folded}`] = one.value.trim()
    }
    change(draft, unit, 'identify', after)
  },
  sentence: ({ changes }) => {
    const added = Object.entries(changes)
      .filter(([, [before]]) => before === null)
      .map(([path, [, value]]) => ({ type: path.split('.')[1]!, value }))
    if (added.length === 0) return say('identifiedNothing')
    return added.flatMap((one, index) => say(index === 0 ? 'identified' : 'identifiedToo', one))
  },
  epcis: { type: 'ObjectEvent', action: 'OBSERVE' },
})
