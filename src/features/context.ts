import type { z } from 'zod'
import type { Operation, Single, Streamed } from '../contract/operation.ts'
import { ProblemError } from '../contract/problem.ts'
import type { Ledger } from '../ledger/ledger.ts'
import type { Store } from '../store/store.ts'

/** What a use case works with: one company, one actor, the clock. */
export interface Context {
  readonly store: Store
  readonly ledger: Ledger
  /** Code of the person, station or program that asks. */
  readonly actor: string
  /** The clock, in milliseconds UTC. */
  readonly now: () => number
}

/** An operation with the function that does it. */
export interface Handler {
  readonly operation: Operation
  readonly handle: (input: unknown, context: Context) => Promise<unknown> | AsyncIterable<unknown>
}

/** Ties an operation to the function that answers it. */
export const handle = <In extends z.ZodType, Out extends z.ZodType>(
  operation: Single<In, Out>,
  work: (input: z.output<In>, context: Context) => Promise<z.input<Out>>,
): Handler => ({ operation, handle: work as Handler['handle'] })

/** Ties a streamed operation to the function that answers it line by line. */
export const handleStream = <In extends z.ZodType, Out extends z.ZodType>(
  operation: Streamed<In, Out>,
  work: (input: z.output<In>, context: Context) => AsyncIterable<z.input<Out>>,
): Handler => ({ operation, handle: work as Handler['handle'] })

/** Ends a use case with the problem that what was asked for is not there. */
export function notFound(detail: string, field?: string): never {
  throw new ProblemError({
    type: 'not_found',
    title: 'not found',
    status: 404,
    detail,
    ...(field && { field }),
  })
}

/** Ends a use case because a property of the input is wrong. */
export function invalid(field: string, detail: string): never {
  throw new ProblemError({
    type: 'input_invalid',
    title: 'input invalid',
    status: 422,
    detail,
    field,
  })
}

/** Reads a time that a person or program gave, as milliseconds UTC; a day means its end. */
export function momentOf(field: string, text: string): number {
  const day = /^\d{4}-\d{2}-\d{2}$/.test(text)
  const time = Date.parse(day ? `${text}T23:59:59.999Z` : text)
  if (Number.isNaN(time)) {
    invalid(field, `"${text}" is not a time. Write it as 2013-07-01 or 2013-07-01T12:00:00Z.`)
  }
  return time
}
