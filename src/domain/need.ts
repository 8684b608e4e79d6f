import type { SubjectId, SubjectName } from './subject.ts'

/** What a decision found missing from the working set. */
export interface Need {
  readonly units?: readonly number[]
  readonly timelines?: readonly number[]
  readonly contents?: readonly number[]
  readonly numbers?: readonly string[]
  readonly events?: readonly number[]
  readonly counters?: readonly string[]
  /** Names of secret keys, which are made when they are first needed. */
  readonly secrets?: readonly string[]
  /** GTINs of items. */
  readonly gtins?: readonly string[]
  /** Numbers that name nothing: what may a hand have meant by them? */
  readonly meant?: readonly string[]
  readonly subjects?: readonly SubjectId[]
  readonly codes?: readonly SubjectName[]
  /** Subjects: is there anything else that refers to them? */
  readonly users?: readonly SubjectId[]
}

/**
 * Ends a decision that cannot be made yet. The ledger loads what is needed and decides anew; the
 * draft is thrown away, so nothing half done remains.
 */
export class NeedError extends Error {
  readonly need: Need
  constructor(what: Need) {
    super('The decision needs more than was loaded.')
    this.need = what
  }
}

/** Asks the ledger to load something before the command is decided again. */
export function need(what: Need): never {
  throw new NeedError(what)
}
