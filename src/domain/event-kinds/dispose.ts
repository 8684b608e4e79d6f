import { z } from 'zod'
import { checkEmpty } from '../contents.ts'
import { change } from '../draft.ts'
import { eventKind } from '../event-kind.ts'
import { say } from '../event-sentence.ts'
import { nameUnits } from '../names.ts'
import { elsewhere } from '../unit-state.ts'
import { forEachUnit, unitList } from '../unit-steps.ts'

const schema = z.object(unitList)

/** Units are destroyed or thrown away; their history stays. */
export const dispose = eventKind<z.infer<typeof schema>>({
  name: 'dispose',
  summary: 'Dispose of units',
  schema,
  names: (input, names) => nameUnits(names, input.units),
  decide(draft, input) {
    const after = { location: elsewhere, parent: null, 'time.disposed': draft.time }
    forEachUnit(draft, input, (unit) => {
      checkEmpty(draft, unit)
      change(draft, unit, 'dispose', after)
    })
  },
  sentence: () => say('disposed'),
  epcis: { type: 'ObjectEvent', action: 'DELETE' },
})
