import type { SubjectRef } from './command.ts'
import type { Draft } from './draft.ts'
import { findSubject } from './find-subject.ts'
import type { Scalar } from './unit-state.ts'

type After = Readonly<Record<string, Scalar>>

/**
 * Where the units of a command go, out of whatever they were in: the event happens there. They stay
 * where they are when the command does not say.
 */
export function goTo(draft: Draft, to: SubjectRef | undefined): After {
  if (to === undefined) return {}
  const location = findSubject(draft, 'location', to).id
  draft.facts.location = location
  return { location, parent: null }
}

/** The order that the units of a command belong to from now on, where the command says one. */
export function underOrder(draft: Draft, ref: SubjectRef | undefined): After {
  if (ref === undefined) return {}
  const order = findSubject(draft, 'order', ref).id
  draft.facts.order = order
  return { order }
}

/** The party that the units of a command come from or go to, where the command says one. */
export const withParty = (draft: Draft, ref: SubjectRef | undefined): After =>
  ref === undefined ? {} : { party: findSubject(draft, 'party', ref).id }
