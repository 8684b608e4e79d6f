import { z } from 'zod'
import { checkInput } from '../contract/check-input.ts'
import {
  apiPath,
  type FileOperation,
  type Operation,
  type Single,
  type Streamed,
} from '../contract/operation.ts'
import { failWith, problem, ProblemError, type Problem } from '../contract/problem.ts'
import type { Client } from './client.ts'
import { chunksOf, fileNameOf, linesOf } from './lines.ts'
import { requestOf } from './request.ts'

/**
 * Asks a server.
 *
 * @param server its address, such as `http://localhost:8420`
 * @param company the company whose data is meant
 * @param token what the server knows the program by
 */
export function openHttpClient(server: string, company: string, token?: string): Client {
  if (!/^https?:/.test(server) || !URL.canParse(server)) {
    failWith('input_invalid.server', { server })
  }
  const base = server.replace(/\/+$/, '')
  const send = async (operation: Operation, input: unknown): Promise<Response> => {
    if (operation.isLocal) {
      failWith('local_only.operation')
    }
    const shape = { ...operation, path: apiPath(operation) }
    const checked = checkInput(operation, input) as object
    const { target, body, ...request } = requestOf(shape, company, checked)
    const response = await fetch(base + target, {
      ...request,
      headers: { ...request.headers, ...(token && { authorization: `Bearer ${token}` }) },
      ...(body !== undefined && { body: body as NonNullable<RequestInit['body']> }),
      ...(operation.takesFile && { duplex: 'half' }),
    }).catch((error: unknown) => unreachable(base, error))
    if (!response.ok) throw new ProblemError(await problemOf(base, response))
    return response
  }
  return {
    async call<In extends z.ZodType, Out extends z.ZodType>(
      operation: Single<In, Out>,
      input: z.input<In>,
    ) {
      const response = await send(operation, input)
      const text = await response.text().catch((error: unknown) => unreachable(base, error))
      return understood(base, operation.output, text)
    },
    async *stream<In extends z.ZodType, Out extends z.ZodType>(
      operation: Streamed<In, Out>,
      input: z.input<In>,
    ) {
      const response = await send(operation, input)
      for await (const text of wholeLines(base, response)) {
        const last = lastLine.safeParse(parsed(text))
        if (last.success) throw new ProblemError(last.data.problem)
        yield understood(base, operation.output, text)
      }
    },
    async file<In extends z.ZodType>(operation: FileOperation<In>, input: z.input<In>) {
      const response = await send(operation, input)
      return {
        name: fileNameOf(response.headers.get('content-disposition')),
        mediaType: response.headers.get('content-type') ?? 'application/octet-stream',
        bytes: chunksOf(response.body),
      }
    },
  }
}

/** How a streamed answer ends that could not be finished. */
const lastLine = z.object({ problem })

async function problemOf(base: string, response: Response): Promise<Problem> {
  const text = await response.text().catch((error: unknown) => unreachable(base, error))
  return understood(base, problem, text)
}

/** What a server said, if it is what Seriatim says; else there is something else at the address. */
function understood<Out extends z.ZodType>(base: string, shape: Out, text: string): z.output<Out> {
  const said = shape.safeParse(parsed(text))
  if (said.success) return said.data
  return failWith('answer_unexpected.server', { server: base })
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function unreachable(base: string, error: unknown): never {
  const { cause, message } = error as { cause?: { message?: string }; message: string }
  const reason = cause?.message || message
  return failWith('server_unreachable.address', { server: base, reason })
}

/** The lines of an answer; one that breaks off says so. */
async function* wholeLines(base: string, response: Response): AsyncIterable<string> {
  try {
    yield* linesOf(chunksOf(response.body))
  } catch (error) {
    unreachable(base, error)
  }
}
