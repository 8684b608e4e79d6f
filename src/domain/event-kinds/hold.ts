import { z } from 'zod'
import { change } from '../draft.ts'
import { eventKind } from '../event-kind.ts'
import { say } from '../event-sentence.ts'
import { nameUnits } from '../names.ts'
import { line } from '../subject.ts'
import { forEachUnit, unitList } from '../unit-steps.ts'

/** Why a unit may not be used. */
export const holdReason = line(200)
const schema = z.object({ ...unitList, hold: holdReason })

/** Units may not be used or shipped until the hold is released. */
export const hold = eventKind<z.infer<typeof schema>>({
  name: 'hold',
  summary: 'Hold units: they may not be used or shipped',
  schema,
  names: (input, names) => nameUnits(names, input.units),
  decide(draft, input) {
    const after = { [`hold.${draft.event}`]: input.hold }
    forEachUnit(draft, input, (unit) => change(draft, unit, 'hold', after))
  },
  sentence: ({ changes }) =>
    say('held', {
      reasons: Object.values(changes)
        .map(([, reason]) => reason)
        .join(', '),
    }),
  epcis: { type: 'ObjectEvent', action: 'OBSERVE' },
})
