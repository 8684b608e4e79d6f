import type { z } from 'zod'
import type { FileAnswer, FileOperation, Single, Streamed } from '../contract/operation.ts'

/** Asks Seriatim, in the same process or over the network; the answers are the same. */
export interface Client {
  /** Throws a `ProblemError` when the operation cannot be done. */
  call<In extends z.ZodType, Out extends z.ZodType>(
    operation: Single<In, Out>,
    input: z.input<In>,
  ): Promise<z.output<Out>>
  /** Throws a `ProblemError` when the operation cannot be done, or cannot be finished. */
  stream<In extends z.ZodType, Out extends z.ZodType>(
    operation: Streamed<In, Out>,
    input: z.input<In>,
  ): AsyncIterable<z.output<Out>>
  /** Throws a `ProblemError` when the operation cannot be done. */
  file<In extends z.ZodType>(operation: FileOperation<In>, input: z.input<In>): Promise<FileAnswer>
}
