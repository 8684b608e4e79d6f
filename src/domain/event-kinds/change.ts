import { z } from 'zod'
import { change as changeUnit, checkStep, stateOf } from '../draft.ts'
import { itemOf } from '../find-subject.ts'
import { eventKind } from '../event-kind.ts'
import { sayWith } from '../event-sentence.ts'
import { lotOf } from '../making.ts'
import { nameTraits, nameUnits } from '../names.ts'
import { stages } from '../status.ts'
import { code, traits } from '../subject.ts'
import { fitTraits, sayTraits } from '../traits.ts'
import type { Scalar } from '../unit-state.ts'
import { forEachUnit, unitList } from '../unit-steps.ts'

const schema = z.object({
  ...unitList,
  traits: traits.optional().describe('Traits to set; `null` takes a trait away.'),
  stage: z.enum(stages).optional(),
  lot: code.nullable().optional(),
})

/** What is known of units changes: their traits, stage or lot. */
export const change = eventKind<z.infer<typeof schema>>({
  name: 'change',
  summary: 'Change traits, stage or lot of units',
  schema,
  names(input, names) {
    nameUnits(names, input.units)
    nameTraits(names, input.traits)
  },
  decide(draft, input) {
    const fitted = fitTraits(draft, 'units', input.traits)
    forEachUnit(draft, input, (unit) => {
      const after: Record<string, Scalar> = {}
      sayTraits(draft, after, stateOf(draft, unit), fitted)
      if (input.stage) after['stage'] = input.stage
      if (input.lot === null) after['lot'] = null
      checkStep(draft, unit, 'change')
      if (input.lot) after['lot'] = lotOf(draft, itemOf(draft, unit), input.lot)
      changeUnit(draft, unit, 'change', after)
    })
  },
  sentence: ({ changes }) => {
    const names = Object.entries(changes)
      .filter(([, [before, after]]) => before !== after)
      .map(([path]) => path.replace(/^trait\./, ''))
    return sayWith({ names: names.join(', ') }, 'changed', 'changedNothing')
  },
  epcis: { type: 'ObjectEvent', action: 'OBSERVE' },
})
