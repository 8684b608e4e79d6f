import { z } from 'zod'
import { change, contentsOf, describeUnit, type Draft } from '../draft.ts'
import { eventKind } from '../event-kind.ts'
import { nameUnits } from '../names.ts'
import { refuse } from '../refusal.ts'
import { elsewhere } from '../unit-state.ts'
import { forEachUnit, unitList } from '../unit-steps.ts'

const schema = z.object(unitList)

/** Refuses to end a container's life while units are inside. */
export function checkEmpty(draft: Draft, unit: number): void {
  const count = contentsOf(draft, unit).length
  if (count > 0) refuse('container_full', { unit: describeUnit(draft, unit), count })
}

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
  sentence: () => 'Lost',
  epcis: { type: 'ObjectEvent', action: 'OBSERVE' },
})
