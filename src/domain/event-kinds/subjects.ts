import { z } from 'zod'
import { subjectRef, type SubjectRef } from '../command.ts'
import type { Draft } from '../draft.ts'
import { findSubject, makeSubject, retiredWith, seekSubject, subjectById } from '../find-subject.ts'
import { eventKind, type AnyEventKind } from '../event-kind.ts'
import { say } from '../event-sentence.ts'
import { nameSubject, nameTraits, type Names } from '../names.ts'
import { schemeOf } from '../next-serial.ts'
import { refuse } from '../refusal.ts'
import {
  codeForm,
  subjectData,
  type Subject,
  type SubjectData,
  type SubjectKind,
} from '../subject.ts'
import { isSetUp } from '../subject-words.ts'
import { keepReferences, nameReferences, withoutParent } from '../subject-references.ts'
import { checkDefinition } from '../trait-definition.ts'
import { fitTraits, type Traits } from '../traits.ts'
import { elsewhere } from '../unit-state.ts'
import { refuseInput } from '../issue.ts'

type Input = { code: string; item?: string | number } & Record<string, unknown>

/** Events that make and change items, locations, parties, orders, lots and batches. */
export const subjectEventKinds: readonly AnyEventKind[] = [
  ...kindsFor('item'),
  ...kindsFor('location'),
  ...kindsFor('party'),
  ...kindsFor('order'),
  ...kindsFor('lot'),
  ...kindsFor('batch'),
]

/** Events that define traits; they came later, so their storage codes stand apart. */
export const traitEventKinds: readonly AnyEventKind[] = kindsFor('trait')

function withArticle(noun: string): string {
  return `${/^[aeiou]/.test(noun) ? 'an' : 'a'} ${noun}`
}

function kindsFor(kind: SubjectKind): AnyEventKind[] {
  const shape = subjectData[kind] as z.ZodObject
  const code = codeForm(kind)
  const ofItem = kind === 'lot' ? { item: subjectRef } : {}
  const create = eventKind<Input>({
    name: `create_${kind}`,
    summary: `Create ${withArticle(kind)}`,
    schema: shape.extend({ code, ...ofItem }) as unknown as z.ZodType<Input>,
    names: (input, names) => nameParts(kind, input, names),
    decide: (draft, input) => createSubject(draft, kind, input),
    setsUp: () => isSetUp(kind),
    sentence: () => say('subjectCreated', { subject: kind }),
    epcis: null,
  })
  const change = eventKind<Input & { set: Record<string, unknown> }>({
    name: `change_${kind}`,
    summary: `Change ${withArticle(kind)}; null takes a value away`,
    schema: z.object({
      code,
      ...ofItem,
      rename: code.optional().describe('New code, where the code itself changes.'),
      set: nullable(kind === 'lot' ? shape.omit({ item: true }) : shape),
    }) as unknown as z.ZodType<Input & { set: Record<string, unknown> }>,
    names(input, names) {
      nameParts(kind, input, names)
      nameParts(kind, { ...input.set, code: (input['rename'] as string) ?? input.code }, names)
    },
    decide: (draft, input) => changeSubject(draft, kind, input),
    setsUp: (input) => isSetUp(kind) && !isOfStatus(kind, input),
    sentence: () => say('subjectChanged', { subject: kind }),
    epcis: null,
  })
  return [create, change]
}

/** Whether an order is done is told by whoever does it. */
const isOfStatus = (kind: SubjectKind, input: Partial<Input> & { set?: unknown }): boolean =>
  kind === 'order' &&
  input['rename'] === undefined &&
  typeof input.set === 'object' &&
  input.set !== null &&
  Object.keys(input.set).every((name) => name === 'status')

/** The shape with every property optional and nullable: `null` takes a value away. */
function nullable(shape: z.ZodObject): z.ZodType {
  const fields: Record<string, z.ZodType> = {}
  for (const [name, field] of Object.entries(shape.shape)) {
    fields[name] = (field as z.ZodType).nullable().optional()
  }
  return z.object(fields)
}

function nameParts(kind: SubjectKind, input: Input, names: Names): void {
  if (kind !== 'lot') nameSubject(names, kind, input.code)
  if (kind === 'lot') nameSubject(names, 'item', input.item)
  if (kind === 'location') nameSubject(names, 'location', input['parent'] as string)
  nameReferences(names, kind, input)
  nameTraits(names, input['traits'] as Traits)
}

function itemOf(draft: Draft, kind: SubjectKind, input: Input): number {
  return kind === 'lot' ? findSubject(draft, 'item', input.item!).id : 0
}

function createSubject(draft: Draft, kind: SubjectKind, input: Input): void {
  const { code: name, ...rest } = input
  const item = itemOf(draft, kind, input)
  if (seekSubject(draft, kind, name, item)) refuse('code_taken', { subject: kind, code: name })
  const kept = keepReferences(draft, kind, rest)
  const parent = parentOf(draft, kind, rest)
  if (kind === 'item') checkScheme(rest)
  const own = { ...withoutParent(kind, kept), ...fittedTraits(draft, kind, rest) }
  const data = (kind === 'lot' ? { ...own, item } : own) as SubjectData[SubjectKind]
  if (kind === 'trait') checkDefinition(data as SubjectData['trait'])
  const before = retiredWith(draft, { kind, code: name, item }) ?? null
  const subject = makeSubject(draft, kind, name, parent, data)
  draft.facts.subject = { kind, id: subject.id }
  draft.facts.data = { before, after: subject }
}

function changeSubject(
  draft: Draft,
  kind: SubjectKind,
  input: Input & { set: Record<string, unknown> },
): void {
  const item = itemOf(draft, kind, input)
  const before = findSubject(draft, kind, input.code, item)
  if (kind === 'location' && before.id === elsewhere) refuse('code_elsewhere')
  const renamed = (input['rename'] as string | undefined) ?? before.code
  if (kind === 'trait' && renamed !== before.code) refuseInput('rename', 'traitKeepsCode')
  const merged = {
    ...before.data,
    ...keepReferences(draft, kind, input.set),
    ...fittedTraits(draft, kind, input.set, before.data),
  }
  const kept = Object.entries(withoutParent(kind, merged)).filter(([, value]) => value !== null)
  const data = Object.fromEntries(kept) as SubjectData[SubjectKind]
  const parent = 'parent' in input.set ? parentOf(draft, kind, input.set) : before.parent
  if (kind === 'item') checkScheme(input.set)
  if (kind === 'trait') checkDefinition(data as SubjectData['trait'])
  const after: Subject = { ...before, code: renamed, parent, data }
  checkSubject(draft, after)
  draft.subjects.set(after.id, after)
  draft.facts.subject = { kind, id: after.id }
  draft.facts.data = { before, after }
}

function parentOf(draft: Draft, kind: SubjectKind, data: object): number | null {
  const { parent = null } = data as { parent?: SubjectRef | null }
  return kind !== 'location' || parent === null ? null : findSubject(draft, 'location', parent).id
}

/** The traits that an item or a lot is given, as they are defined; nothing where none are said. */
function fittedTraits(
  draft: Draft,
  kind: SubjectKind,
  said: Readonly<Record<string, unknown>>,
  before: object = {},
): object {
  const traits = said['traits'] as Traits
  if (!traits || (kind !== 'item' && kind !== 'lot')) return {}
  const former = (before as { traits?: NonNullable<Traits> }).traits
  return { traits: fitTraits(draft, `${kind}s`, traits, former) }
}

/** Refuses a scheme that is not understood, so that it is not found out when serials are made. */
function checkScheme({ scheme }: Readonly<Record<string, unknown>>): void {
  if (typeof scheme === 'string') schemeOf(scheme)
}

/** Refuses what a changed subject cannot be: under the code of another, or below itself. */
export function checkSubject(draft: Draft, subject: Subject): void {
  const { kind, id, code } = subject
  const item = kind === 'lot' ? (subject as Subject<'lot'>).data.item : 0
  const holder = seekSubject(draft, kind, code, item)
  if (holder && holder.id !== id) refuse('code_taken', { subject: kind, code })
  checkTree(draft, subject)
}

function checkTree(draft: Draft, location: Subject): void {
  for (let above = location.parent; above !== null;) {
    if (above === location.id) refuse('location_cycle', { location: location.code })
    above = subjectById(draft, 'location', above).parent
  }
}
