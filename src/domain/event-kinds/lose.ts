import { z } from 'zod'
import { checkEmpty } from '../contents.ts'
import { change } from '../draft.ts'
import { eventKind } from '../event-kind.ts'
import { say } from '../event-sentence.ts'
import { nameUnits } from '../names.ts'
import { elsewhere } from '../unit-state.ts'
import { forEachUnit, unitList } from '../unit-steps.ts'

const schema = z.object(unitList)

/** Units cannot be found where they should be. */
export const lose = eventKind<z.infer<typeof schema>>({
  name: 'lose',
  summary: 'Say that units are lost',
  schema,
  names: (input, names) => nameUnits(names, input.units),
  decide(draft, input) {
    const after = { location: elsewhere, parent: null, 'time.lost': draft.time }
    forEachUnit(draft, input, (unit) => {
      checkEmpty(draft, unit)
      change(draft, unit, 'lose', after)
    })
  },
  sentence: () => say('lost'),
  epcis: { type: 'ObjectEvent', action: 'OBSERVE' },
})
