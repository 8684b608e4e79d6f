import { z } from 'zod'
import type { Need } from './permission.ts'
import { issueText } from '../domain/issue.ts'

/**
 * Something that Seriatim can be asked, as a value: server, API description, client, command line
 * and permissions are read from it.
 */
export interface Operation<In extends z.ZodType = z.ZodType, Out extends z.ZodType = z.ZodType> {
  readonly name: string
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE'
  /** What it is about: one company, or the server with its people, tokens and companies. */
  readonly scope: 'company' | 'server'
  /** Path below that of its scope; a part in braces is a property of the input. */
  readonly path: string
  readonly summary: string
  readonly needs: Need
  readonly input: In
  /** The answer; of one with many lines or events, each of them. */
  readonly output: Out
  /**
   * What comes back: one value; many lines, one after the other, as long as it works; events of a
   * live stream that does not end, each with an `id` from which it can be taken up again; a file.
   */
  readonly answers: 'value' | 'lines' | 'events' | 'file'
  /** The property `body` of the input is the bytes of a file; all others stand in the path or query. */
  readonly takesFile?: boolean
  /** Reads or writes files of this machine, so it is not served over the network. */
  readonly isLocal?: boolean
}

/** An operation with one answer. */
export type Single<In extends z.ZodType, Out extends z.ZodType> = Operation<In, Out> & {
  readonly answers: 'value'
}

/** An operation that answers line by line, or event by event. */
export type Streamed<In extends z.ZodType, Out extends z.ZodType> = Operation<In, Out> & {
  readonly answers: 'lines' | 'events'
}

/** An operation that answers with a file. */
export type FileOperation<In extends z.ZodType> = Operation<In, typeof anyFile> & {
  readonly answers: 'file'
  /** Media types that the file may have. */
  readonly mediaTypes: readonly string[]
}

/** A file that an operation answers with. */
export interface FileAnswer {
  /** Name to save it under, without a folder. */
  readonly name: string
  /** One of the operation's media types. */
  readonly mediaType: string
  readonly bytes: Uint8Array | AsyncIterable<Uint8Array>
}

const anyFile = z.custom<FileAnswer>()

/** The bytes of a file that comes in, chunk by chunk. */
export const fileBody = z.custom<AsyncIterable<Uint8Array>>(
  (value) => typeof value === 'object' && value !== null && Symbol.asyncIterator in value,
  { error: issueText('fileBody') },
)

/** What an operation says of itself; it is about one company where it does not say otherwise. */
type Description<In extends z.ZodType, Out extends z.ZodType> = Omit<
  Operation<In, Out>,
  'answers' | 'scope'
> & { readonly scope?: Operation['scope'] }

/** Describes an operation with one answer. */
export const operation = <In extends z.ZodType, Out extends z.ZodType>(
  description: Description<In, Out>,
): Single<In, Out> => ({ scope: 'company', ...description, answers: 'value' })

/** Describes an operation that answers line by line. */
export const streamed = <In extends z.ZodType, Out extends z.ZodType>(
  description: Description<In, Out>,
): Streamed<In, Out> => ({ scope: 'company', ...description, answers: 'lines' })

/** Describes a live stream of events; each has an `id`, and the input an `after` to go on from. */
export const live = <In extends z.ZodType, Out extends z.ZodType<{ id: number }>>(
  description: Description<In, Out>,
): Streamed<In, Out> => ({ scope: 'company', ...description, answers: 'events' })

/** Describes an operation that answers with a file. */
export const fileOperation = <In extends z.ZodType>({
  mediaTypes,
  ...description
}: Omit<FileOperation<In>, 'answers' | 'output' | 'scope'> & {
  readonly scope?: Operation['scope']
}): FileOperation<In> => ({
  scope: 'company',
  ...description,
  mediaTypes,
  output: anyFile,
  answers: 'file',
})

/** The whole path of an operation; no company can have the name that stands for the server. */
export const apiPath = ({ scope, path }: Pick<Operation, 'scope' | 'path'>): string =>
  scope === 'server' ? `/api/-${path}` : `/api/{company}${path}`

/** Text of one line that a person or program gave: without what no label or keyboard has. */
export const plainText = (most: number) =>
  z
    .string()
    .min(1)
    .max(most)
    .regex(/^[^\p{Cc}\p{Cs}]*$/u, { error: issueText('control') })

/** Most rows of one page. */
export const pageSizeMax = 1000

/** What every list takes: how many rows, and where the page before ended. */
export const page = {
  limit: z.coerce.number().int().min(1).max(pageSizeMax).default(50),
  cursor: plainText(500).optional(),
}
