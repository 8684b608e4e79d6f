import type { z } from 'zod'
import type { Operation, Single, Streamed } from '../contract/operation.ts'
import { problem, ProblemError } from '../contract/problem.ts'
import type { Client } from './client.ts'

/**
 * Asks a server.
 *
 * @param server its address, such as `http://localhost:8420`
 * @param company the company whose data is meant
 */
export function openHttpClient(server: string, company: string): Client {
  const send = async (operation: Operation, input: unknown): Promise<Response> => {
    const response = await fetch(...requestOf(server, company, operation, input)).catch(
      (error: unknown) => {
        throw new ProblemError({
          type: 'server_unreachable',
          title: 'server unreachable',
          status: 503,
          detail: `No answer from ${server}. Is it running? (${reasonOf(error)})`,
        })
      },
    )
    if (!response.ok) throw new ProblemError(await problemFrom(response))
    return response
  }
  return {
    async call<In extends z.ZodType, Out extends z.ZodType>(
      operation: Single<In, Out>,
      input: z.input<In>,
    ) {
      const response = await send(operation, input)
      return operation.output.parse(await response.json())
    },
    async *stream<In extends z.ZodType, Out extends z.ZodType>(
      operation: Streamed<In, Out>,
      input: z.input<In>,
    ) {
      const response = await send(operation, input)
      for await (const line of linesOf(response)) {
        const said = JSON.parse(line) as { problem?: unknown }
        if (said.problem) throw new ProblemError(problem.parse(said.problem))
        yield operation.output.parse(said)
      }
    },
  }
}

const reasonOf = (error: unknown): string => {
  const { cause } = error as { cause?: { message?: string } }
  return cause?.message || (error as Error).message
}

function requestOf(
  server: string,
  company: string,
  { method, path, input: schema }: Operation,
  input: unknown,
): [string, RequestInit] {
  const rest = { ...(schema.parse(input) as Record<string, unknown>) }
  const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = encodeURIComponent(String(rest[name]))
    delete rest[name]
    return value
  })
  const url = new URL(`${server}/api/${encodeURIComponent(company)}${filled}`)
  if (method !== 'GET' && method !== 'DELETE') {
    const headers = { 'content-type': 'application/json' }
    return [url.href, { method, headers, body: JSON.stringify(rest) }]
  }
  for (const [name, value] of Object.entries(rest)) {
    if (value !== undefined) url.searchParams.set(name, String(value))
  }
  return [url.href, { method }]
}

async function problemFrom(response: Response) {
  const text = await response.text()
  try {
    return problem.parse(JSON.parse(text))
  } catch {
    return {
      type: 'server_failed',
      title: 'server failed',
      status: response.status,
      detail: `The server answered ${response.status} ${response.statusText}.`,
    }
  }
}

async function* linesOf(response: Response): AsyncIterable<string> {
  let rest = ''
  const decoder = new TextDecoder()
  for await (const chunk of response.body ?? []) {
    const lines = (rest + decoder.decode(chunk as Uint8Array, { stream: true })).split('\n')
    rest = lines.pop()!
    yield* lines
  }
  if (rest !== '') yield rest
}
