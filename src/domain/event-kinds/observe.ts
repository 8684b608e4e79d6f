import { z } from 'zod'
import { subjectRef } from '../command.ts'
import { change } from '../draft.ts'
import { findSubject } from '../find-subject.ts'
import { eventKind } from '../event-kind.ts'
import { say, sayWith } from '../event-sentence.ts'
import { nameSubject, nameUnits } from '../names.ts'
import { line } from '../subject.ts'
import type { Scalar } from '../unit-state.ts'
import { forEachUnit, unitList } from '../unit-steps.ts'
import { holdReason } from './hold.ts'

/** What can be seen of a unit: the gravest first. */
const outcomes = ['failed', 'inspected', 'seen'] as const

/** What is said of each outcome, with a place and without. */
const sayings = {
  failed: ['failedAt', 'failed'],
  inspected: ['inspectedAt', 'inspected'],
  seen: ['seenAt', 'seen'],
} as const

const schema = z.object({
  ...unitList,
  outcome: z.enum(outcomes),
  location: subjectRef.optional(),
  readings: z
    .record(line(60), z.union([z.number(), line(200), z.boolean()]))
    .optional()
    .describe('What instruments showed, such as `{ temperature: 4.2 }`.'),
  note: line(2000).optional(),
  hold: holdReason.optional().describe('Places a hold for this reason with the observation.'),
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
    const outcome = outcomes.find((one) => changes[`time.${one}`]) ?? 'seen'
    const [at, alone] = sayings[outcome]
    const seen = sayWith({ location }, at, alone)
    const hold = Object.entries(changes).find(([path]) => path.startsWith('hold.'))?.[1][1]
    return hold ? [...seen, ...say('heldToo', { reasons: hold })] : seen
  },
  epcis: { type: 'ObjectEvent', action: 'OBSERVE' },
})
