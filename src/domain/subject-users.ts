import { describeUnit, type Draft } from './draft.ts'
import { subjectById } from './find-subject.ts'
import { need } from './need.ts'
import { refuse } from './refusal.ts'
import type { Subject, SubjectId } from './subject.ts'
import { referencesOf } from './subject-references.ts'
import { referringFields, type UnitState } from './unit-state.ts'

/** Whether a unit refers to a subject now. */
const unitRefersTo = (state: UnitState, { kind, id }: SubjectId): boolean =>
  referringFields.some((field) => field === kind && state[field] === id)

/** Whether a subject refers to another now. Lots do not count: they go and come with their item. */
export const subjectRefersTo = (subject: Subject, { kind, id }: SubjectId): boolean =>
  !subject.retired &&
  subject.kind !== 'lot' &&
  referencesOf(subject).some((one) => one.kind === kind && one.id === id)

/** Refuses to retire what a unit or another subject refers to. */
export function checkUnused(draft: Draft, subject: Subject): void {
  const { set } = draft
  const { kind, code } = subject
  for (const { id, state } of set.units.values()) {
    if (!unitRefersTo(state, subject)) continue
    refuse('subject_used', { subject: kind, code, user: 'unit', by: describeUnit(draft, id) })
  }
  for (const ofKind of set.subjects.values()) {
    for (const user of ofKind.values()) {
      if (!subjectRefersTo(user, subject)) continue
      refuse('subject_used', { subject: kind, code, user: user.kind, by: user.code })
    }
  }
  if (!set.usersKnown.has(subject.id)) need({ users: madeIn(draft, subject) })
}

/** The undoing of an import retires much at once, so all that the batch may retire is asked for. */
function madeIn({ set }: Draft, subject: Subject): SubjectId[] {
  const asked = new Map<number, SubjectId>([[subject.id, subject]])
  for (const { kind, subject: made } of set.events.values()) {
    const isNew = made && kind.startsWith('create_') && !set.usersKnown.has(made.id)
    if (isNew) asked.set(made.id, made)
  }
  return [...asked.values()]
}

/** Refuses that a unit gets back what it was of, or where it was, when that is retired by now. */
export function checkUnitRefersToNoneRetired(
  draft: Draft,
  before: UnitState,
  after: UnitState,
): void {
  for (const kind of referringFields) {
    const id = after[kind]
    if (id !== null && id !== 0 && id !== before[kind]) checkLive(draft, { kind, id })
  }
}

/** Refuses that a subject refers to one that is retired. */
export function checkRefersToNoneRetired(draft: Draft, subject: Subject): void {
  for (const one of referencesOf(subject)) checkLive(draft, one)
}

function checkLive(draft: Draft, { kind, id }: SubjectId): void {
  const { retired, code } = subjectById(draft, kind, id)
  if (retired) refuse('subject_retired', { subject: kind, code })
}
