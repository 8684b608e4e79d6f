import { z } from 'zod'
import { subjectRef, unitRef, unitsPerCommandMax } from '../command.ts'
import { findContainer, linkContainer } from '../contents.ts'
import type { Draft } from '../draft.ts'
import { findSubject } from '../find-subject.ts'
import { eventKind } from '../event-kind.ts'
import { sayWith } from '../event-sentence.ts'
import type { TransitionName } from '../life-cycle.ts'
import { lotOf, makeUnit, needLots } from '../making.ts'
import { newUnit, type Making, type NewUnit } from '../new-unit.ts'
import { nameNewUnits, nameSubject, nameTraits, nameUnit, type Names } from '../names.ts'
import { needSerials } from '../next-serial.ts'
import { RefusedError } from '../refusal.ts'
import { itemOfCode, withCode } from '../scanned-unit.ts'
import { code, traits, type Subject } from '../subject.ts'
import { fitTraits } from '../traits.ts'
import { forEachEntry } from '../unit-steps.ts'
import { issueText, refuseInput } from '../issue.ts'

/** What every command that makes units can say. */
export const makingInput = z.object({
  item: subjectRef.optional().describe('What they are; by the GTIN of their codes when absent.'),
  entries: z
    .array(newUnit)
    .min(1)
    .max(unitsPerCommandMax)
    .optional()
    .describe('The units to make; or `count` of them, with serials by the item’s scheme.'),
  count: z.int().min(1).max(unitsPerCommandMax).optional(),
  location: subjectRef.optional(),
  container: unitRef.optional(),
  order: subjectRef.optional(),
  party: subjectRef.optional(),
  lot: code.optional(),
  traits: traits.optional(),
  partial: z.boolean().optional(),
})
export type MakingInput = z.infer<typeof makingInput>

/** As {@link makingInput}, where nothing else can say what the units are. */
export const makingSchema = makingInput.refine(
  ({ item, entries }) => item !== undefined || entries?.some(({ scan }) => scan !== undefined),
  { path: ['item'], error: issueText('itemOrCode') },
)

/** Names what {@link makeUnits} reads. */
export function nameMaking(input: MakingInput, names: Names): void {
  nameSubject(names, 'item', input.item)
  nameSubject(names, 'location', input.location)
  nameSubject(names, 'order', input.order)
  nameSubject(names, 'party', input.party)
  nameUnit(names, input.container)
  nameTraits(names, input.traits)
  nameNewUnits(names, input.entries)
}

/** Makes the units of a command by a step of their life; gives their ids. */
export function makeUnits(
  draft: Draft,
  input: MakingInput,
  step: TransitionName,
  mark: string,
): number[] {
  const item = itemOfInput(draft, input)
  const { location, order, party, container, lot } = input
  const making: Making = {
    step,
    item,
    location: location === undefined ? null : findSubject(draft, 'location', location).id,
    filling: container === undefined ? null : findContainer(draft, container, step),
    order: order === undefined ? null : findSubject(draft, 'order', order).id,
    party: party === undefined ? null : findSubject(draft, 'party', party).id,
    traits: fitTraits(draft, 'units', input.traits),
    lot: lot === undefined ? null : lotOf(draft, item, lot),
    mark: `time.${mark}`,
  }
  if (!input.entries && input.count === undefined) {
    refuseInput('entries', 'serialsOrCount')
  }
  draft.facts.location = making.location
  draft.facts.order = making.order
  const given = input.entries ?? Array.from({ length: input.count! }, () => ({}))
  const read = given.map((entry) => readEntry(draft, item, entry))
  const entries = read.flatMap((entry) => (entry instanceof RefusedError ? [] : [entry]))
  needLots(draft, item, entries)
  needSerials(draft, making, entries)
  const made: number[] = []
  forEachEntry(draft, read, input.partial, (entry) => {
    if (entry instanceof RefusedError) throw entry
    made.push(makeUnit(draft, making, entry))
  })
  if (making.filling) linkContainer(draft, making.filling.chain[0])
  return made
}

function itemOfInput(draft: Draft, { item, entries }: MakingInput): Subject<'item'> {
  if (item !== undefined) return findSubject(draft, 'item', item)
  const scan = entries?.find((entry) => entry.scan !== undefined)?.scan
  return scan === undefined ? refuseInput('item', 'itemOrCode') : itemOfCode(draft, scan)
}

/** An entry with what its code says; one whose code is wrong is refused when its turn comes. */
function readEntry(draft: Draft, item: Subject<'item'>, entry: NewUnit): NewUnit | RefusedError {
  try {
    return withCode(draft, item, entry)
  } catch (error) {
    if (error instanceof RefusedError) return error
    throw error
  }
}

/** Units get their serials: they exist from now on. */
export const commission = eventKind({
  name: 'commission',
  summary: 'Make serials: units exist from now on',
  schema: makingSchema,
  names: nameMaking,
  decide(draft, input) {
    makeUnits(draft, input, 'commission', 'made')
  },
  sentence: ({ location }) => sayWith({ location }, 'madeAt', 'made'),
  epcis: { type: 'ObjectEvent', action: 'ADD' },
})
