import type { Clause } from '../i18n/clause.ts'

/** Why an operation was not done, as a problem document (RFC 9457). */
export interface Problem {
  /** Stable name of the kind of problem. */
  readonly type: string
  readonly title: string
  readonly status: number
  /** What happened and what to do about it, in English. */
  readonly detail: string
  /** What the detail says, for faces that speak another language. */
  readonly said?: Clause | undefined
  /** The property of the input that is wrong. */
  readonly field?: string | undefined
  /** Place in a text, such as a search, from 0. */
  readonly position?: number | undefined
  /** The whole of that text as it was probably meant. */
  readonly suggestion?: string | undefined
}

/** Thrown where an operation cannot be done; every face shows its problem. */
export class ProblemError extends Error {
  readonly problem: Problem
  constructor(problem: Problem) {
    super(problem.detail)
    this.problem = problem
  }
}
