import { z } from 'zod'
import { subjectRef, unitRef } from '../command.ts'
import { chainOf, checkEmpty } from '../contents.ts'
import { findUnit } from '../find-unit.ts'
import { addContent } from '../add-content.ts'
import {
  addChanges,
  change,
  checkHolds,
  checkStep,
  describeUnit,
  needTimelines,
  stateOf,
  type Draft,
} from '../draft.ts'
import { findSubject, itemOf, subjectById } from '../find-subject.ts'
import { eventKind } from '../event-kind.ts'
import { orderOf, say, sayWith } from '../event-sentence.ts'
import { nameSubject, nameUnit } from '../names.ts'
import { quantityMax, shareOut } from '../quantity.ts'
import { refuse } from '../refusal.ts'
import type { Subject } from '../subject.ts'
import { elsewhere, statedChanges, type Scalar } from '../unit-state.ts'
import { makeUnits, makingInput, nameMaking } from './commission.ts'
import { amount } from './measure.ts'
import { checkReservation } from './reserve.ts'
import { refuseInput } from '../issue.ts'

const schema = z.object({
  inputs: z
    .array(
      z.object({
        unit: unitRef,
        quantity: amount
          .optional()
          .describe('How much of a portion goes in; all of it when absent.'),
      }),
    )
    .min(1)
    .max(1000),
  into: unitRef.optional().describe('The unit that they go into.'),
  gained: amount
    .optional()
    .describe('What a portion gains by it, where that is not the sum of what goes in.'),
  make: makingInput
    .omit({ order: true, party: true, partial: true })
    .extend({ item: subjectRef })
    .optional()
    .describe('The units that are made of them, in place of `into`.'),
  order: subjectRef.optional(),
})
type Input = z.infer<typeof schema>

/**
 * Units are used up: parts are built into a thing, materials become another. What goes in and what
 * comes out is tied by edges whose quantities sum up to what went in; where both are measured
 * alike, the event keeps both sums, so that gain and loss show.
 */
export const consume = eventKind<Input>({
  name: 'consume',
  summary: 'Use units up: for another unit, for new ones, or for an order',
  schema,
  names(input, names) {
    for (const { unit } of input.inputs) nameUnit(names, unit)
    nameUnit(names, input.into)
    nameSubject(names, 'order', input.order)
    if (input.make) nameMaking(input.make, names)
  },
  decide(draft, input) {
    if (input.into !== undefined && input.make) {
      refuseInput('make', 'intoOrMake')
    }
    const order = input.order === undefined ? null : findSubject(draft, 'order', input.order).id
    draft.facts.order = order
    const inputs = findInputs(draft, input, order)
    if (input.into !== undefined) checkApart(draft, inputs, findUnit(draft, input.into))
    const mass = massOf(draft, inputs)
    const place = placeOf(draft, inputs[0]!.unit)
    for (const one of inputs) useUp(draft, one, order)
    const outputs = input.make
      ? makeOutputs(draft, { ...input, make: { ...input.make, order: input.order } }, place, mass)
      : fillInto(draft, input, mass)
    for (const { unit } of outputs) checkApart(draft, inputs, unit)
    tie(draft, inputs, outputs)
    draft.facts.data = { ...draft.facts.data, ...balanceOf(mass, outputs) }
  },
  sentence: (line) => {
    const { changes, amount } = line
    if (changes['item']) return say('madeOfOthers')
    const content = changes['content']?.[2]
    const order = orderOf(line)
    if (changes['status']) return sayWith({ order }, 'usedUpFor', 'usedUp')
    if (content === undefined) return say('builtIn')
    if (content >= 0) return say('cameIn', { quantity: amount(content) })
    return order === null
      ? say('used', { quantity: amount(-content) })
      : say('usedFor', { order, quantity: amount(-content) })
  },
  epcis: { type: 'TransformationEvent' },
})

interface Used {
  readonly unit: number
  readonly quantity: number
  readonly isPortion: boolean
}

interface Output {
  readonly unit: number
  readonly item: Subject<'item'>
  /** Share of what went in: of several, in proportion to what is in each. */
  readonly weight: number
}

function findInputs(draft: Draft, { inputs }: Input, order: number | null): Used[] {
  const units = inputs.map(({ unit }) => findUnit(draft, unit))
  needTimelines(draft, units)
  return units.map((unit, index) => {
    if (units.indexOf(unit) < index) refuse('unit_repeated', { unit: describeUnit(draft, unit) })
    const isPortion = draft.set.units.get(unit)!.state.kind === 'portion'
    const { content } = stateOf(draft, unit)
    const quantity = inputs[index]!.quantity ?? (isPortion ? content : 1)
    if (!isPortion && quantity !== 1) refuse('not_a_portion', { unit: describeUnit(draft, unit) })
    checkStep(draft, unit, 'consume')
    checkHolds(draft, unit, 'consume')
    checkReservation(draft, unit, order)
    return { unit, quantity, isPortion }
  })
}

/** Refuses to use a unit for itself. */
function checkApart(draft: Draft, inputs: readonly Used[], output: number): void {
  if (inputs.some(({ unit }) => unit === output)) {
    refuse('unit_repeated', { unit: describeUnit(draft, output) })
  }
}

/** Takes the quantity out of a unit; what is used to the last is gone. */
function useUp(draft: Draft, { unit, quantity, isPortion }: Used, order: number | null): void {
  const rest = isPortion ? stateOf(draft, unit).content - quantity : 0
  if (rest <= 0) checkEmpty(draft, unit)
  if (isPortion) addContent(draft, unit, -quantity)
  const after: Record<string, Scalar> = {
    'time.consumed': draft.time,
    ...(rest <= 0 && { status: 'consumed', location: elsewhere, parent: null }),
    ...(order !== null && { order }),
  }
  addChanges(draft, unit, statedChanges(stateOf(draft, unit), after))
}

/** An amount of something, in the smallest unit of its measure. */
interface Mass {
  readonly measure: string
  readonly amount: number
}

const measureOf = ({ data }: Subject<'item'>): string | null =>
  data.kind === 'portion' ? `${data.decimals ?? 0} ${data.measure ?? ''}` : null

/** The sum of what goes in; null where the inputs are not all measured alike. */
function massOf(draft: Draft, inputs: readonly Used[]): Mass | null {
  const measures = new Set(inputs.map(({ unit }) => measureOf(itemOf(draft, unit))))
  const [measure] = measures
  if (measures.size !== 1 || measure === null || measure === undefined) return null
  const amount = inputs.reduce((sum, { quantity }) => sum + quantity, 0)
  return amount <= quantityMax ? { measure, amount } : null
}

/** The location of a unit, or of the outermost container that it is in. */
function placeOf(draft: Draft, unit: number): number | null {
  const { location, parent } = stateOf(draft, unit)
  const id = parent === null ? location : stateOf(draft, chainOf(draft, parent).at(-1)!).location
  return id === null ? null : subjectById(draft, 'location', id).id
}

function makeOutputs(
  draft: Draft,
  { make }: { make: NonNullable<Input['make']> & { order: Input['order'] } },
  place: number | null,
  mass: Mass | null,
): Output[] {
  const item = findSubject(draft, 'item', make.item)
  const isPlaced = make.location !== undefined || make.container !== undefined
  const making = isPlaced || place === null ? make : { ...make, location: place }
  const wanted = making.entries ?? Array.from({ length: making.count ?? 0 }, () => ({}))
  if (wanted.length === 0) refuseInput('make', 'makeOne')
  const isPortion = item.data.kind === 'portion'
  const entries = isPortion ? measured(wanted, gainOf(mass, item)) : wanted
  const { count: _, ...rest } = making
  const made = makeUnits(draft, { ...rest, entries }, 'commission', 'made')
  // What is used up is not there: each line tells the place of its own unit.
  draft.facts.location = null
  return made.map((unit) => ({ unit, item, weight: stateOf(draft, unit).content }))
}

/** What comes out when nothing is said: as much as goes in, if it is measured alike. */
const gainOf = (mass: Mass | null, item: Subject<'item'>): number | null =>
  mass?.measure === measureOf(item) ? mass.amount : null

function measured<T extends { readonly content?: number | undefined }>(
  entries: readonly T[],
  gain: number | null,
): (T & { content: number })[] {
  return entries.map((entry) => {
    const content = entry.content ?? (entries.length === 1 ? gain : null) ?? missing('content')
    return { ...entry, content }
  })
}

const missing = (field: string): never => refuseInput(field, 'howMuch')

function fillInto(draft: Draft, { into, gained }: Input, mass: Mass | null): Output[] {
  if (into === undefined) return []
  const unit = findUnit(draft, into)
  needTimelines(draft, [unit])
  const isPortion = draft.set.units.get(unit)!.state.kind === 'portion'
  change(draft, unit, 'consume', { 'time.assembled': draft.time })
  const item = itemOf(draft, unit)
  if (!isPortion) {
    if (gained !== undefined) refuse('not_a_portion', { unit: describeUnit(draft, unit) })
    return [{ unit, item, weight: 1 }]
  }
  const gain = gained ?? gainOf(mass, item) ?? missing('gained')
  if (stateOf(draft, unit).content + gain > quantityMax) {
    refuseInput('gained', 'tooMuch')
  }
  addContent(draft, unit, gain)
  return [{ unit, item, weight: gain }]
}

/** Most pairs of what goes in and what comes out of one event. */
const pairsMax = 100_000

function tie(draft: Draft, inputs: readonly Used[], outputs: readonly Output[]): void {
  const count = inputs.length * outputs.length
  if (count > pairsMax) {
    refuse('too_many', { count, things: 'pairs of what goes in and comes out', most: pairsMax })
  }
  const weights = outputs.map(({ weight }) => weight)
  for (const { unit: from, quantity } of inputs) {
    for (const [index, share] of shareOut(quantity, weights).entries()) {
      draft.edges.push({ from, to: outputs[index]!.unit, event: draft.event, quantity: share })
    }
  }
}

/** What went in and what came out, where both are measured alike. */
function balanceOf(mass: Mass | null, outputs: readonly Output[]): Record<string, number> {
  const [first] = outputs
  if (!mass || !first || mass.measure !== measureOf(first.item)) return {}
  return { in: mass.amount, out: outputs.reduce((sum, { weight }) => sum + weight, 0) }
}
