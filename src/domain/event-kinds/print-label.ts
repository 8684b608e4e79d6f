import { z } from 'zod'
import { change } from '../draft.ts'
import { eventKind } from '../event-kind.ts'
import { say } from '../event-sentence.ts'
import { nameUnits } from '../names.ts'
import { line } from '../subject.ts'
import { forEachUnit, unitList } from '../unit-steps.ts'

const schema = z.object({
  ...unitList,
  template: line(60).describe('Name of the label’s template.'),
  printer: line(100).optional(),
  job: line(60).optional().describe('The print job that it belongs to.'),
})

/** A label of each unit came out of a printer; every copy is an event of its own. */
export const printLabel = eventKind<z.infer<typeof schema>>({
  name: 'print_label',
  summary: 'Record that labels of units were printed',
  schema,
  names: (input, names) => nameUnits(names, input.units),
  decide(draft, input) {
    const { template, printer, job } = input
    draft.facts.data = { template, ...(printer && { printer }), ...(job && { job }) }
    forEachUnit(draft, input, (unit) =>
      change(draft, unit, 'print_label', { 'time.labelled': draft.time }),
    )
  },
  sentence: ({ changes }) =>
    say(changes['time.labelled']?.[0] ? 'labelPrintedAgain' : 'labelPrinted'),
  epcis: { type: 'ObjectEvent', action: 'OBSERVE' },
})
