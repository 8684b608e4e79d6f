import type { z } from 'zod'
import { readInstant } from '../contract/instant.ts'
import type {
  FileAnswer,
  FileOperation,
  Operation,
  Single,
  Streamed,
} from '../contract/operation.ts'
import { failWith } from '../contract/problem.ts'
import type { Ledger } from '../ledger/ledger.ts'
import type { AccountStore } from '../store/accounts/account-store.ts'
import type { Store } from '../store/store.ts'
import type { Access } from './access.ts'
import type { Companies } from './companies.ts'
import type { Identity } from './identity.ts'
import type { Visit } from './visit.ts'
import { instantForm } from '../contract/problem-types.ts'

/** What a use case of a company works with. */
export interface Context {
  readonly store: Store
  readonly ledger: Ledger
  /** Private folder of the company for files that come and go; made when it is needed. */
  readonly folder: string
  /** Who asks, and what they may in this company. */
  readonly access: Access
  /** The clock, in milliseconds UTC. */
  readonly now: () => number
  /** Says when nobody waits for the answer any longer. */
  readonly signal?: AbortSignal
}

/** What a use case of the server works with: its people and companies. */
export interface ServerContext {
  readonly accounts: AccountStore
  readonly companies: Companies
  /** Where the request comes from, and how it is remembered there. */
  readonly visit: Visit
  readonly identity: Identity
  /** Who asks, and what they may in all companies. */
  readonly access: Access
  /** The clock, in milliseconds UTC. */
  readonly now: () => number
}

/** The context that an operation of a scope works with. */
export type AnyContext = Context | ServerContext

/** An operation with the function that does it. */
export interface Handler {
  readonly operation: Operation
  readonly handle: (
    input: unknown,
    context: AnyContext,
  ) => Promise<unknown> | AsyncIterable<unknown>
}

/** Ties an operation of a company to the function that answers it. */
export const handle = <In extends z.ZodType, Out extends z.ZodType>(
  operation: Single<In, Out>,
  work: (input: z.output<In>, context: Context) => Promise<z.input<Out>>,
): Handler => ({ operation, handle: work as Handler['handle'] })

/** Ties a streamed operation of a company to the function that answers it line by line. */
export const handleStream = <In extends z.ZodType, Out extends z.ZodType>(
  operation: Streamed<In, Out>,
  work: (input: z.output<In>, context: Context) => AsyncIterable<z.input<Out>>,
): Handler => ({ operation, handle: work as Handler['handle'] })

/** Ties an operation of the server to the function that answers it. */
export const handleServer = <In extends z.ZodType, Out extends z.ZodType>(
  operation: Single<In, Out>,
  work: (input: z.output<In>, context: ServerContext) => Promise<z.input<Out>>,
): Handler => ({ operation, handle: work as Handler['handle'] })

/** Ties a streamed operation of the server to the function that answers it line by line. */
export const handleServerStream = <In extends z.ZodType, Out extends z.ZodType>(
  operation: Streamed<In, Out>,
  work: (input: z.output<In>, context: ServerContext) => AsyncIterable<z.input<Out>>,
): Handler => ({ operation, handle: work as Handler['handle'] })

/** Ties an operation that answers with a file to the function that makes it. */
export const handleFile = <In extends z.ZodType>(
  operation: FileOperation<In>,
  work: (input: z.output<In>, context: Context) => Promise<FileAnswer>,
): Handler => ({ operation, handle: work as Handler['handle'] })

/** Reads a time that a person or program gave, as milliseconds UTC; a day means its end. */
export const momentOf = (field: string, text: string): number =>
  readInstant(text, 'end') ?? failWith('input_invalid.time', { text, form: instantForm }, field)
