import type { SubjectRef } from '../../src/domain/command.ts'
import { findSubject, newSubject, refuse, retiredWith, seekSubject, type Trial } from './trial.ts'
import { fittedTraits, isBadDefinition, type Traits } from './trait-rules.ts'
import type { State } from './history.ts'
import { latestOf, type SubjectFact } from './world.ts'

interface Input extends Record<string, unknown> {
  readonly code: string
  readonly item?: SubjectRef
  readonly rename?: string
  readonly set: Readonly<Record<string, unknown>>
}

const itemOf = (trial: Trial, kind: string, { item }: Input): number =>
  kind === 'lot' ? findSubject(trial, 'item', item!).id : 0

const parentOf = (trial: Trial, kind: string, parent: unknown): number | null =>
  kind === 'location' && typeof parent === 'string'
    ? findSubject(trial, 'location', parent).id
    : null

/** What refers to a party is kept by the party, whatever it is called later. */
const withIds = (trial: Trial, kind: string, data: Readonly<Record<string, unknown>>) =>
  kind === 'item' && typeof data['maker'] === 'string'
    ? { ...data, maker: findSubject(trial, 'party', data['maker']).id }
    : data

/** The schemes of the model are a text and a count of four digits, or broken. */
const isBadScheme = (scheme: unknown): boolean =>
  typeof scheme === 'string' && !scheme.endsWith('{seq:4}')

/** Makes an item, location … */
export function create(trial: Trial, kind: string, input: Input): void {
  const { code, ...rest } = input
  const item = itemOf(trial, kind, input)
  if (seekSubject(trial, kind, code, item)) refuse('code_taken')
  const { parent: above, ...own } = rest
  const known = kind === 'lot' ? { ...own, item } : withIds(trial, kind, own)
  const parent = parentOf(trial, kind, above)
  if (isBadScheme(rest['scheme'])) refuse('scheme_invalid')
  const data = known
  if (kind === 'trait' && isBadDefinition(data)) refuse('input_invalid')
  const wanted = { kind, code, parent, item, data }
  const before = retiredWith(trial, wanted) ?? null
  trial.subject = { before, after: newSubject(trial, wanted) }
}

/** Changes an item, location … */
export function change(trial: Trial, kind: string, input: Input): void {
  const item = itemOf(trial, kind, input)
  const before = findSubject(trial, kind, input.code, item)
  if (before.id === 1) refuse('code_elsewhere')
  if (kind === 'trait' && (input.rename ?? before.code) !== before.code) refuse('input_invalid')
  const { parent: _, ...own } = input.set
  const referring = withIds(trial, kind, own)
  const former = before.data['traits'] as Traits
  const said = own['traits'] as Traits
  const traits = said && fittedTraits(trial, said, 'items', former)
  const data = { ...before.data, ...referring, ...(traits && { traits }) }
  const kept = Object.entries(data).filter(([, value]) => value !== null)
  const parent = 'parent' in input.set ? parentOf(trial, kind, input.set['parent']) : before.parent
  if (isBadScheme(input.set['scheme'])) refuse('scheme_invalid')
  const code = input.rename ?? before.code
  if (kind === 'trait' && isBadDefinition(Object.fromEntries(kept))) refuse('input_invalid')
  become(trial, before, { ...before, code, parent, data: Object.fromEntries(kept) })
}

/** Gives back to an item, location … what it was before a change. */
export function restore(trial: Trial, was: { before: SubjectFact | null; after: SubjectFact }) {
  const now = trial.world.subjects.get(was.after.id)!
  if (was.before === null && now.kind === 'batch') refuse('creation_kept')
  if (JSON.stringify(now) !== JSON.stringify(was.after)) refuse('correction_stale')
  const before: SubjectFact = was.before ?? { ...was.after, retired: true }
  if (before.retired) return retire(trial, now, before)
  become(trial, now, before)
  for (const one of referredTo(before)) {
    if (trial.world.subjects.get(one)!.retired) refuse('subject_retired')
  }
}

function retire(trial: Trial, now: SubjectFact, retired: SubjectFact): void {
  const { world } = trial
  for (const unit of world.units.values()) {
    if (unitRefersTo(latestOf(world, unit).state).includes(now.id)) refuse('subject_used')
  }
  for (const other of world.subjects.values()) {
    const counts = !other.retired && other.kind !== 'lot'
    if (counts && referredTo(other).includes(now.id)) refuse('subject_used')
  }
  trial.subjects.set(now.id, retired)
  trial.subject = { before: now, after: retired }
}

const referredTo = ({ parent, item, data }: SubjectFact): number[] =>
  [parent, item, data['maker']].filter((id) => typeof id === 'number' && id > 0) as number[]

const unitRefersTo = (state: State): number[] =>
  ['item', 'location', 'lot', 'order', 'party'].map((field) => Number(state[field] ?? 0))

/** What a correction gives back to a unit must be there still. */
export function checkRestored({ world }: Trial, before: State, after: State): void {
  const had = unitRefersTo(before)
  for (const [index, id] of unitRefersTo(after).entries()) {
    if (id !== had[index] && world.subjects.get(id)?.retired) refuse('subject_retired')
  }
}

function become(trial: Trial, before: SubjectFact, after: SubjectFact): void {
  const holder = seekSubject(trial, after.kind, after.code, after.item)
  if (holder && holder.id !== after.id) refuse('code_taken')
  for (let above = after.parent; above !== null;) {
    if (above === after.id) refuse('location_cycle')
    above = trial.world.subjects.get(above)!.parent
  }
  trial.subjects.set(after.id, after)
  trial.subject = { before, after }
}
