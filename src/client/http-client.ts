import { z } from 'zod'
import { checkInput } from '../contract/check-input.ts'
import type { Operation, Single, Streamed } from '../contract/operation.ts'
import { failWith, problem, ProblemError, type Problem } from '../contract/problem.ts'
import type { Client } from './client.ts'

/**
 * Asks a server.
 *
 * @param server its address, such as `http://localhost:8420`
 * @param company the company whose data is meant
 */
export function openHttpClient(server: string, company: string): Client {
  if (!/^https?:/.test(server) || !URL.canParse(server)) {
    failWith('input_invalid', `"${server}" is no address. Write it as http://localhost:8420.`)
  }
  const base = server.replace(/\/+$/, '')
  const send = async (operation: Operation, input: unknown): Promise<Response> => {
    if (operation.isLocal) {
      failWith(
        'local_only',
        'This reads or writes files beside the data. Do it there, without --server.',
      )
    }
    const [url, request] = requestOf(base, company, operation, input)
    const response = await fetch(url, request).catch((error: unknown) => unreachable(base, error))
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
      for await (const text of linesOf(base, response)) {
        const last = lastLine.safeParse(parsed(text))
        if (last.success) throw new ProblemError(last.data.problem)
        yield understood(base, operation.output, text)
      }
    },
  }
}

/** How a streamed answer ends that could not be finished. */
const lastLine = z.object({ problem })

function requestOf(
  base: string,
  company: string,
  operation: Operation,
  input: unknown,
): [url: string, request: RequestInit] {
  const { method, path } = operation
  const rest = { ...(checkInput(operation, input) as Record<string, unknown>) }
  const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = encodeURIComponent(String(rest[name]))
    delete rest[name]
    return value
  })
  const url = new URL(`${base}/api/${encodeURIComponent(company)}${filled}`)
  if (method !== 'GET' && method !== 'DELETE') {
    const headers = { 'content-type': 'application/json' }
    return [url.href, { method, headers, body: JSON.stringify(rest) }]
  }
  for (const [name, value] of Object.entries(rest)) {
    if (value !== undefined) url.searchParams.set(name, value as string)
  }
  return [url.href, { method }]
}

async function problemOf(base: string, response: Response): Promise<Problem> {
  const text = await response.text().catch((error: unknown) => unreachable(base, error))
  return understood(base, problem, text)
}

/** What a server said, if it is what Seriatim says; else there is something else at the address. */
function understood<Out extends z.ZodType>(base: string, shape: Out, text: string): z.output<Out> {
  const said = shape.safeParse(parsed(text))
  if (said.success) return said.data
  return failWith(
    'answer_unexpected',
    `What ${base} answers is not understood. Check the address and the version of the server.`,
  )
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
  return failWith('server_unreachable', `No answer from ${base}. Is it running? (${reason})`)
}

async function* linesOf(base: string, response: Response): AsyncIterable<string> {
  let rest = ''
  const decoder = new TextDecoder()
  try {
    for await (const chunk of response.body ?? []) {
      const lines = (rest + decoder.decode(chunk, { stream: true })).split('\n')
      rest = lines.pop()!
      yield* lines
    }
  } catch (error) {
    unreachable(base, error)
  }
  if (rest !== '') yield rest
}
