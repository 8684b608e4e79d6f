import type { Problem } from './problem.ts'

/** Thrown where an operation cannot be done; every face shows its problem. */
export class ProblemError extends Error {
  readonly problem: Problem
  constructor(problem: Problem) {
    super(problem.detail)
    this.problem = problem
  }
}
