import { z } from 'zod'
import { unitRef } from '../command.ts'
import { change, describeUnit, findUnit, linkContainer, stateOf, type Draft } from '../draft.ts'
import { eventKind } from '../event-kind.ts'
import { nameUnit, nameUnits } from '../names.ts'
import { need } from '../need.ts'
import { refuse } from '../refusal.ts'
import { forEachUnit, unitList } from '../unit-steps.ts'

const schema = z.object({ ...unitList, container: unitRef })

/** The container and the containers around it; refuses what is no container. */
export function containerChain(draft: Draft, container: number): number[] {
  if (!draft.set.units.has(container)) need({ units: [container] })
  if (stateOf(draft, container).kind !== 'container') {
    refuse('not_a_container', { unit: describeUnit(draft, container) })
  }
  const chain = [container]
  for (;;) {
    const outer = stateOf(draft, chain.at(-1)!).parent
    if (outer === null) return chain
    if (!draft.set.units.has(outer)) need({ units: [outer] })
    chain.push(outer)
  }
}

/** Refuses to put a unit into itself, directly or through others. */
export function checkCycle(draft: Draft, unit: number, chain: readonly number[]): void {
  if (!chain.includes(unit)) return
  refuse('container_cycle', {
    unit: describeUnit(draft, unit),
    through: describeUnit(draft, chain[0]!),
  })
}

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
    const container = findUnit(draft, input.container)
    const chain = containerChain(draft, container)
    const after = { location: null, parent: container, 'time.moved': draft.time }
    forEachUnit(draft, input, (unit) => {
      checkCycle(draft, unit, chain)
      change(draft, unit, 'put', after)
    })
    if (draft.links.size > 0) linkContainer(draft, container)
  },
  sentence: ({ parent }) => (parent ? `Put into ${parent}` : 'Units were put in'),
  epcis: { type: 'AggregationEvent', action: 'ADD' },
})
