import { z } from 'zod'
import { subjectRef, unitsPerCommandMax } from '../command.ts'
import { findSubject, makeSubject, seekSubject } from '../find-subject.ts'
import { formatRuns } from '../event.ts'
import { eventKind } from '../event-kind.ts'
import { say } from '../event-sentence.ts'
import { lotOf } from '../making.ts'
import { nameSubject, nameTraits } from '../names.ts'
import { takeSerials } from '../next-serial.ts'
import { refuse } from '../refusal.ts'
import { code, line, traits } from '../subject.ts'
import { fitTraits } from '../traits.ts'

const schema = z.object({
  item: subjectRef,
  count: z.int().min(1).max(unitsPerCommandMax),
  holder: line(200).describe('Who gets the serials: a line, a printer, an offline station.'),
  until: z.int().optional().describe('When they shall be accounted for, in milliseconds UTC.'),
  code: code
    .optional()
    .describe('Code of the lease; made from the number of the event when absent.'),
  location: subjectRef
    .optional()
    .describe('What the serials are made from, as when units are made.'),
  order: subjectRef.optional(),
  lot: code.optional(),
  traits: traits.optional(),
})

/**
 * A block of serials is handed out before there are units for them. Their counter moves on for
 * good: nobody else gets one of them, whatever becomes of the lease.
 */
export const lease = eventKind<z.infer<typeof schema>>({
  name: 'lease',
  summary: 'Hand out a block of serials to a line, a printer or an offline station',
  schema,
  names(input, names) {
    nameSubject(names, 'item', input.item)
    nameSubject(names, 'location', input.location)
    nameSubject(names, 'order', input.order)
    nameSubject(names, 'lease', input.code)
    nameTraits(names, input.traits)
  },
  decide(draft, input) {
    const item = findSubject(draft, 'item', input.item)
    const { location, order, lot, holder, until } = input
    const { serials, pattern, parts } = takeSerials(
      draft,
      {
        item,
        location: location === undefined ? null : findSubject(draft, 'location', location).id,
        order: order === undefined ? null : findSubject(draft, 'order', order).id,
        lot: lot === undefined ? null : lotOf(draft, item, lot),
        traits: fitTraits(draft, 'units', input.traits),
      },
      input.count,
    )
    const { epoch } = draft.set.fence
    // The epoch tells leases apart that a restored company handed out under the same event number.
    const name = input.code ?? `L${epoch}-${draft.event}`
    if (seekSubject(draft, 'lease', name)) refuse('code_taken', { subject: 'lease', code: name })
    const subject = makeSubject(draft, 'lease', name, null, {
      item: item.id,
      pattern,
      fields: parts.fields,
      date: parts.date!,
      holder,
      ...(until !== undefined && { until }),
      epoch,
      numbers: formatRuns(serials.map(({ number }) => number)),
      encoded: '',
      scrapped: '',
      returned: '',
    })
    draft.facts.subject = { kind: 'lease', id: subject.id }
    draft.facts.data = { before: null, after: subject }
  },
  sentence: () => say('leased'),
  epcis: null,
})
