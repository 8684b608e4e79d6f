import type { z } from 'zod'
import { instantForm, readInstant } from '../contract/instant.ts'
import type { Operation, Single, Streamed } from '../contract/operation.ts'
import { failWith } from '../contract/problem.ts'
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
export const notFound = (detail: string, field?: string): never =>
  failWith('not_found', detail, field === undefined ? {} : { field })

/** Ends a use case because a property of the input is wrong. */
export const invalid = (field: string, detail: string): never =>
  failWith('input_invalid', detail, { field })

/** Reads a time that a person or program gave, as milliseconds UTC; a day means its end. */
export const momentOf = (field: string, text: string): number =>
  readInstant(text, 'end') ?? invalid(field, `"${text}" is not a time. ${instantForm}.`)
