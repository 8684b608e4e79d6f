import { z } from 'zod'
import { unitRef } from '../command.ts'
import { checkEntry, findContainer, linkContainer } from '../contents.ts'
import { change } from '../draft.ts'
import { eventKind } from '../event-kind.ts'
import { say } from '../event-sentence.ts'
import { nameUnit, nameUnits } from '../names.ts'
import { forEachUnit, unitList } from '../unit-steps.ts'

const schema = z.object({ ...unitList, container: unitRef })

/** Units go into a container and from then on are where it is. */
export const put = eventKind<z.infer<typeof schema>>({
  name: 'put',
  summary: 'Put units into a container',
  schema,
  names(input, names) {
    nameUnits(names, input.units)
    nameUnit(names, input.container)
  },
  decide(draft, input) {
    const filling = findContainer(draft, input.container, 'put')
    const [container] = filling.chain
    const after = { location: null, parent: container, 'time.moved': draft.time }
    forEachUnit(draft, input, (unit) => {
      checkEntry(draft, unit, filling)
      change(draft, unit, 'put', after)
    })
    linkContainer(draft, container)
  },
  sentence: ({ changes, parent }) =>
    changes['parent'] ? say('putInto', { container: parent }) : say('unitsPutIn'),
  epcis: { type: 'AggregationEvent', action: 'ADD' },
})
