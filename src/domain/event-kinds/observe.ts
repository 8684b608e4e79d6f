import { z } from 'zod'
import { subjectRef } from '../command.ts'
import { change, findSubject } from '../draft.ts'
import { eventKind } from '../event-kind.ts'
import { nameSubject, nameUnits } from '../names.ts'
import { line } from '../subject.ts'
import type { Scalar } from '../unit-state.ts'
import { forEachUnit, unitList } from '../unit-steps.ts'
import { holdReason } from './hold.ts'

const schema = z.object({
  ...unitList,
  outcome: z.enum(['seen', 'failed', 'inspected']),
  location: subjectRef.optional(),
  /** What instruments showed, such as `{ temperature: 4.2 }`. */
  readings: z.record(line(60), z.union([z.number(), line(200), z.boolean()])).optional(),
  note: line(2000).optional(),
  /** Places a hold for this reason with the observation. */
  hold: holdReason.optional(),
})

/** Something was seen of units that changes neither their place nor their status. */
export const observe = eventKind<z.infer<typeof schema>>({
  name: 'observe',
  summary: 'Record that units were seen, failed or inspected, with readings',
  schema,
  names(input, names) {
    nameUnits(names, input.units)
    nameSubject(names, 'location', input.location)
  },
  decide(draft, input) {
    const { outcome, readings, note, location } = input
    if (location !== undefined) {
      draft.facts.location = findSubject(draft, 'location', location).id
    }
    draft.facts.data = { outcome, ...(readings && { readings }), ...(note && { note }) }
    const after: Record<string, Scalar> = { [`time.${outcome}`]: draft.time }
    if (input.hold) after[`hold.${draft.event}`] = input.hold
    forEachUnit(draft, input, (unit) => change(draft, unit, 'observe', after))
  },
  sentence: ({ changes, location }) => {
    const failed = changes['time.failed'] ? 'Failed' : undefined
    const inspected = changes['time.inspected'] ? 'Inspected' : undefined
    const outcome = failed ?? inspected ?? 'Seen'
    const hold = Object.entries(changes).find(([path]) => path.startsWith('hold.'))?.[1][1]
    return `${outcome}${location ? ` at ${location}` : ''}${hold ? `; held: ${hold}` : ''}`
  },
  epcis: { type: 'ObjectEvent', action: 'OBSERVE' },
})
