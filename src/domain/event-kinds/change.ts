import { z } from 'zod'
import { change as changeUnit, findSubject, stateOf } from '../draft.ts'
import { eventKind } from '../event-kind.ts'
import { lotOf } from '../making.ts'
import { nameUnits } from '../names.ts'
import { need } from '../need.ts'
import { stages } from '../status.ts'
import { code, traits } from '../subject.ts'
import type { Scalar } from '../unit-state.ts'
import { forEachUnit, unitList } from '../unit-steps.ts'

const schema = z.object({
  ...unitList,
  /** Traits to set; `null` takes a trait away. */
  traits: traits.optional(),
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
  },
  decide(draft, input) {
    forEachUnit(draft, input, (unit) => {
      const after: Record<string, Scalar> = {}
      for (const name in input.traits) after[`trait.${name}`] = input.traits[name]!
      if (input.stage) after['stage'] = input.stage
      if (input.lot === null) after['lot'] = null
      if (input.lot) {
        const { item } = stateOf(draft, unit)
        if (!draft.set.subjects.get('item')?.has(item)) {
          need({ subjects: [{ kind: 'item', id: item }] })
        }
        after['lot'] = lotOf(draft, findSubject(draft, 'item', item), input.lot)
      }
      changeUnit(draft, unit, 'change', after)
    })
  },
  sentence: ({ changes }) => {
    const names = Object.keys(changes).map((path) => path.replace(/^trait\./, ''))
    return names.length > 0 ? `Changed ${names.join(', ')}` : 'Changed nothing'
  },
  epcis: { type: 'ObjectEvent', action: 'OBSERVE' },
})
