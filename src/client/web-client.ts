import { ProblemError, type Problem } from '../contract/problem-error.ts'
import { problemOfType } from '../contract/problem-types.ts'
import { operations } from './generated/operations.ts'
import type { Inputs, Outputs } from './generated/types.ts'
import { chunksOf, fileNameOf, linesOf } from './lines.ts'
import { followEvents, type FollowSettings } from './live.ts'
import { requestOf, type RequestShape } from './request.ts'

export type * from './generated/types.ts'

type Operations = typeof operations

/** Name of an operation. */
export type OperationName = keyof Operations

type NamesOf<Answers extends string> = {
  [Name in OperationName]: Operations[Name]['answers'] extends Answers ? Name : never
}[OperationName]

/** How a request is made, besides what is asked. */
export interface RequestOptions {
  /** Gives the request up. */
  readonly signal?: AbortSignal | undefined
  /** Makes a repeat of the same request harmless: it gets the answer of the first. */
  readonly idempotencyKey?: string | undefined
}

/**
 * Asks the server from a browser, typed by the description of the API. Each function throws a
 * `ProblemError` with the server's problem document when the operation cannot be done.
 */
export interface WebClient {
  readonly company: string
  call<Name extends NamesOf<'value'>>(
    name: Name,
    input: Inputs[Name],
    options?: RequestOptions,
  ): Promise<Outputs[Name]>
  /** The lines of an answer, as they come. */
  stream<Name extends NamesOf<'lines'>>(
    name: Name,
    input: Inputs[Name],
    options?: RequestOptions,
  ): AsyncIterable<Outputs[Name]>
  /** The events of a live stream, taken up again wherever it breaks off. */
  follow<Name extends NamesOf<'events'>>(
    name: Name,
    input: Inputs[Name],
    settings: FollowSettings,
  ): AsyncIterable<Outputs[Name]>
  file<Name extends NamesOf<'file'>>(
    name: Name,
    input: Inputs[Name],
    options?: RequestOptions,
  ): Promise<{ readonly name: string; readonly blob: Blob }>
  /** Path and query of an operation, for a link, a download or a request of another kind. */
  address<Name extends OperationName>(name: Name, input: Omit<Inputs[Name], 'body'>): string
}

/** What a client works with. */
export interface WebClientSettings {
  readonly fetch: typeof fetch
  /** The company whose data is meant. */
  readonly company: string
  /** Address of the server, such as `http://localhost:8420`; the page's own when absent. */
  readonly server?: string
}

/** Opens a client; it keeps nothing but its settings. */
export function openWebClient({ fetch, company, server = '' }: WebClientSettings): WebClient {
  const send = async (name: OperationName, input: object, options: RequestOptions) => {
    const shape: RequestShape = operations[name]
    const { method, target, headers, body } = requestOf(shape, company, input)
    if (options.idempotencyKey !== undefined) headers['idempotency-key'] = options.idempotencyKey
    const { signal = null } = options
    const request = {
      method,
      headers,
      body: (body ?? null) as NonNullable<RequestInit['body']> | null,
      signal,
    }
    const response = await reached(fetch(server + target, request))
    if (!response.ok) throw new ProblemError(await problemOf(response))
    return response
  }
  return {
    company,
    async call(name, input, options = {}) {
      const response = await send(name, input, options)
      return reached(response.json()) as Promise<never>
    },
    async *stream(name, input, options = {}) {
      const response = await send(name, input, options)
      for await (const line of whole(linesOf(chunksOf(response.body)))) {
        const value = JSON.parse(line) as { problem?: Problem }
        if (value.problem) throw new ProblemError(value.problem)
        yield value as never
      }
    },
    follow: (name, input, settings) =>
      followEvents(
        (after, signal) =>
          send(name, after === undefined ? input : { ...input, after }, { signal }),
        settings,
      ),
    async file(name, input, options = {}) {
      const response = await send(name, input, options)
      const disposition = response.headers.get('content-disposition')
      return { name: fileNameOf(disposition), blob: await reached(response.blob()) }
    },
    address: (name, input) => server + requestOf(operations[name], company, input).target,
  }
}

/** What comes over the network; where it does not come, the problem that says so. */
async function reached<T>(work: Promise<T>): Promise<T> {
  try {
    return await work
  } catch (error) {
    throw unreachable(error)
  }
}

async function* whole<T>(lines: AsyncIterable<T>): AsyncIterable<T> {
  try {
    yield* lines
  } catch (error) {
    throw unreachable(error)
  }
}

/** Who gives a request up knows why. */
function unreachable(error: unknown): Error {
  if ((error as Error).name === 'AbortError') return error as Error
  return new ProblemError(problemOfType('server_unreachable'))
}

async function problemOf(response: Response): Promise<Problem> {
  const { status } = response
  if (response.headers.get('content-type')?.startsWith('application/problem+json')) {
    return reached(response.json() as Promise<Problem>)
  }
  return { ...problemOfType('answer_unexpected', { status }), status }
}
