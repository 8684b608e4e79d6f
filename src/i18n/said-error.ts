import type { Clause, Said } from './clause.ts'
import { inEnglish } from './english.ts'

/** An error that says what it says in every language. */
export class SaidError extends Error {
  readonly said: Clause
  constructor(said: Clause, options?: ErrorOptions) {
    super(inEnglish(said), options)
    this.said = said
  }
}

/** What an error says: in words of ours, or in those of the system. */
export const reasonOf = (error: unknown): Said =>
  error instanceof SaidError ? error.said : (error as Error).message
