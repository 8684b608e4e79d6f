import { z } from 'zod'
import type { Permission } from './permission.ts'

/**
 * Something that Seriatim can be asked, as a value: server, API description, client, command line
 * and permissions are read from it.
 */
export interface Operation<In extends z.ZodType = z.ZodType, Out extends z.ZodType = z.ZodType> {
  readonly name: string
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE'
  /** Path below `/api`; a part in braces is a property of the input. */
  readonly path: string
  readonly summary: string
  readonly needs: Permission
  readonly input: In
  /** The answer; of a streamed operation, each of its lines. */
  readonly output: Out
  /** Answers with many lines, one after the other, as long as it works. */
  readonly streams: boolean
  /** Reads or writes files of this machine, so it is not served over the network. */
  readonly isLocal?: boolean
}

/** An operation with one answer. */
export type Single<In extends z.ZodType, Out extends z.ZodType> = Operation<In, Out> & {
  readonly streams: false
}

/** An operation that answers line by line. */
export type Streamed<In extends z.ZodType, Out extends z.ZodType> = Operation<In, Out> & {
  readonly streams: true
}

/** Describes an operation with one answer. */
export const operation = <In extends z.ZodType, Out extends z.ZodType>(
  description: Omit<Operation<In, Out>, 'streams'>,
): Single<In, Out> => ({ ...description, streams: false })

/** Describes an operation that answers line by line. */
export const streamed = <In extends z.ZodType, Out extends z.ZodType>(
  description: Omit<Operation<In, Out>, 'streams'>,
): Streamed<In, Out> => ({ ...description, streams: true })

/** Text of one line that a person or program gave: without what no label or keyboard has. */
export const plainText = (most: number) =>
  z
    .string()
    .min(1)
    .max(most)
    .regex(/^[^\p{Cc}\p{Cs}]*$/u, { error: 'has a control character; scan or type it anew' })

/** Most rows of one page. */
export const pageSizeMax = 1000

/** What every list takes: how many rows, and where the page before ended. */
export const page = {
  limit: z.coerce.number().int().min(1).max(pageSizeMax).default(50),
  cursor: plainText(500).optional(),
}
