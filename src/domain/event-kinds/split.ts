import { z } from 'zod'
import { subjectRef, unitRef } from '../command.ts'
import { chainOf, linkContainer } from '../contents.ts'
import { findUnit } from '../find-unit.ts'
import { addContent } from '../add-content.ts'
import { checkHolds, checkStep, needTimelines, stateOf, type Draft } from '../draft.ts'
import { findSubject, itemOf } from '../find-subject.ts'
import { eventKind } from '../event-kind.ts'
import { say } from '../event-sentence.ts'
import { makeUnit, needLots } from '../making.ts'
import { newUnit, type Making } from '../new-unit.ts'
import { nameNewUnits, nameSubject, nameUnit } from '../names.ts'
import { needSerials } from '../next-serial.ts'
import type { Scalar, UnitState } from '../unit-state.ts'
import { checkPortion } from './measure.ts'

const schema = z.object({
  unit: unitRef,
  parts: z
    .array(newUnit.omit({ scan: true }).extend({ content: z.int().min(1) }))
    .min(1)
    .max(1000),
  location: subjectRef
    .optional()
    .describe('Where the parts go; to where the portion is when absent.'),
})

/** A portion is divided: what the parts get leaves the portion, to the last gram. */
export const split = eventKind<z.infer<typeof schema>>({
  name: 'split',
  summary: 'Split parts off a portion',
  schema,
  names(input, names) {
    nameUnit(names, input.unit)
    nameNewUnits(names, input.parts)
    nameSubject(names, 'location', input.location)
  },
  decide(draft, input) {
    const source = findUnit(draft, input.unit)
    needTimelines(draft, [source])
    checkPortion(draft, source)
    checkStep(draft, source, 'split')
    checkHolds(draft, source, 'split')
    const place =
      input.location === undefined ? null : findSubject(draft, 'location', input.location).id
    const making = makingLike(draft, source, place)
    const total = input.parts.reduce((sum, { content }) => sum + content, 0)
    addContent(draft, source, -total)
    needLots(draft, making.item, input.parts)
    needSerials(draft, making, input.parts)
    for (const part of input.parts) {
      const to = makeUnit(draft, making, part)
      draft.edges.push({ from: source, to, event: draft.event, quantity: part.content })
    }
    if (making.filling) linkContainer(draft, making.filling.chain[0])
  },
  sentence: ({ changes, amount }) => {
    const taken = changes['content']?.[2]
    return taken === undefined
      ? say('splitOff')
      : say('quantitySplitOff', { quantity: amount(-taken) })
  },
  epcis: { type: 'TransformationEvent' },
})

/** What the parts have from the portion; they stay where it is unless they go to a place. */
function makingLike(draft: Draft, source: number, place: number | null): Making {
  const state = stateOf(draft, source)
  const container = place === null ? state.parent : null
  return {
    step: 'commission',
    item: itemOf(draft, source),
    location: place ?? state.location,
    filling: container === null ? null : { chain: chainOf(draft, container), step: 'split' },
    order: state.order,
    party: state.party,
    traits: traitsOf(state),
    lot: state.lot,
    mark: 'time.made',
  }
}

function traitsOf(state: UnitState): Record<string, Scalar> {
  const traits: Record<string, Scalar> = {}
  for (const path in state.detail) {
    if (path.startsWith('trait.')) traits[path.slice(6)] = state.detail[path]!
  }
  return traits
}
