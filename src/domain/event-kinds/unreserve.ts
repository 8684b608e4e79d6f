import { z } from 'zod'
import { change } from '../draft.ts'
import { eventKind } from '../event-kind.ts'
import { say } from '../event-sentence.ts'
import { nameUnits } from '../names.ts'
import { forEachUnit, unitList } from '../unit-steps.ts'

const schema = z.object(unitList)

/** Units are free for any order again. */
export const unreserve = eventKind<z.infer<typeof schema>>({
  name: 'unreserve',
  summary: 'Give reserved or picked units back to stock',
  schema,
  names: (input, names) => nameUnits(names, input.units),
  decide: (draft, input) =>
    forEachUnit(draft, input, (unit) => change(draft, unit, 'unreserve', { order: null })),
  sentence: () => say('unreserved'),
  epcis: { type: 'ObjectEvent', action: 'OBSERVE' },
})
