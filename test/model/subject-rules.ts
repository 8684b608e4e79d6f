import type { SubjectRef } from '../../src/domain/command.ts'
import { findSubject, newSubject, refuse, seekSubject, type Trial } from './trial.ts'
import type { SubjectFact } from './world.ts'

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

/** Makes an item, location … */
export function create(trial: Trial, kind: string, input: Input): void {
  const { code, ...rest } = input
  const item = itemOf(trial, kind, input)
  if (seekSubject(trial, kind, code, item)) refuse('code_taken')
  const data = kind === 'lot' ? { ...rest, item } : rest
  const parent = parentOf(trial, kind, rest['parent'])
  trial.subject = { before: null, after: newSubject(trial, { kind, code, parent, item, data }) }
}

/** Changes an item, location … */
export function change(trial: Trial, kind: string, input: Input): void {
  const item = itemOf(trial, kind, input)
  const before = findSubject(trial, kind, input.code, item)
  if (before.id === 1) refuse('code_elsewhere')
  const data = { ...before.data, ...input.set }
  const kept = Object.entries(data).filter(([, value]) => value !== null)
  const parent = 'parent' in input.set ? parentOf(trial, kind, input.set['parent']) : before.parent
  const code = input.rename ?? before.code
  become(trial, before, { ...before, code, parent, data: Object.fromEntries(kept) })
}

/** Gives back to an item, location … what it was before a change. */
export function restore(trial: Trial, was: { before: SubjectFact | null; after: SubjectFact }) {
  const now = trial.world.subjects.get(was.after.id)!
  if (was.before === null) return refuse('creation_kept')
  if (JSON.stringify(now) !== JSON.stringify(was.after)) refuse('correction_stale')
  become(trial, now, was.before)
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
