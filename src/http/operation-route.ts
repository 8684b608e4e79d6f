import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { Readable } from 'node:stream'
import { recordCommands } from '../contract/commands.ts'
import { apiPath, type FileAnswer, type Operation } from '../contract/operation.ts'
import { failWith } from '../contract/problem.ts'
import { answer, answerJson, answerStream } from '../features/answer.ts'
import { answerOnce } from '../features/remembered-answers.ts'
import type { AnyContext } from '../features/context.ts'
import { visitOf, whileAllowed } from './authenticate.ts'
import { isOnce } from './describe-api.ts'
import type { Metrics } from './metrics.ts'
import type { ServerParts } from './server-parts.ts'
import type { Streams } from './stream-answer.ts'

/** What every route works with. */
export interface RouteParts extends ServerParts {
  readonly streams: Streams
  readonly metrics: Metrics
  readonly authenticate: (
    request: FastifyRequest,
    operation: Operation,
    isAct?: boolean,
  ) => Promise<void>
}

/** Serves an operation at its path. */
export function addOperation(
  server: FastifyInstance,
  operation: Operation,
  parts: RouteParts,
): void {
  const { streams, authenticate } = parts
  server.route({
    method: operation.method,
    url: apiPath(operation).replace(/\{(\w+)\}/g, ':$1'),
    onRequest: (request) => authenticate(request, operation),
    async handler(request, reply) {
      const input = inputOf(operation, request)
      const context = await contextOf(parts, operation, request, reply)
      if (operation.answers === 'value') {
        reply.type('application/json; charset=utf-8')
        return answerValue(operation, request, input, context)
      }
      const awaited = { ...context, signal: streams.signalFor(reply) }
      if (operation.answers === 'file') {
        return sendFile(reply, (await answer(operation, input, awaited)) as FileAnswer)
      }
      const answers = answerStream(operation, input, awaited)
      if (operation.answers === 'lines') return streams.sendLines(request, reply, answers)
      const check = () => authenticate(request, operation, false)
      return streams.sendEvents(request, reply, whileAllowed(answers, parts.now, check))
    },
  })
}

/** All that a request says: in its path, its query, its body and a header. */
function inputOf(operation: Operation, request: FastifyRequest): Record<string, unknown> {
  const body = bodyOf(operation, request)
  const input: Record<string, unknown> = {
    ...(request.query as object),
    ...resumedAt(operation, request),
    ...body,
  }
  const parameters = request.params as Readonly<Record<string, string>>
  for (const name in parameters) {
    // Which company it is about is no part of the input.
    if (name !== 'company' || operation.scope === 'server') input[name] = parameters[name]
  }
  return input
}

async function contextOf(
  { accounts, companies, now, metrics }: RouteParts,
  operation: Operation,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<AnyContext> {
  const { access, identity } = request
  if (operation.scope === 'company') {
    const { company } = request.params as { company: string }
    const opened = await companies.open(company)
    metrics.watch(company, opened)
    return { ...opened, access, now }
  }
  const visit = visitOf(request, reply)
  return { accounts, companies, access, identity, visit, now }
}

/** The JSON of one value; where the request has a key, once and for all its repeats. */
function answerValue(
  operation: Operation,
  { headers }: FastifyRequest,
  input: Record<string, unknown>,
  context: AnyContext,
): Promise<string> {
  const key = headers['idempotency-key']
  if (typeof key !== 'string' || !isOnce(operation) || !('store' in context)) {
    return answerJson(operation, input, context)
  }
  // Commands carry ids of their own; the ledger remembers them for ever.
  const { commands } = input as { commands?: unknown }
  if (operation.name === recordCommands.name && Array.isArray(commands)) {
    const [only, ...others] = commands as object[]
    const named = others.length === 0 ? [{ id: key, ...only }] : commands
    return answerJson(operation, { ...input, commands: named }, context)
  }
  const work = () => answer(operation, input, context)
  return answerOnce(operation, input, key, context, work).then((value) => JSON.stringify(value))
}

/** A browser says by a header where it left a live stream. */
function resumedAt({ answers }: Operation, { headers }: FastifyRequest): object {
  const last = headers['last-event-id']
  return answers === 'events' && last ? { after: last } : {}
}

function bodyOf({ takesFile = false }: Operation, { body, headers }: FastifyRequest): object {
  const isFile = body instanceof Readable
  if (isFile !== takesFile && (isFile || headers['content-type'] !== undefined)) {
    failWith(takesFile ? 'media_type_unknown.file' : 'media_type_unknown.json')
  }
  if (isFile) return { body }
  if (body === undefined || body === null) return {}
  if (typeof body === 'object' && !Array.isArray(body)) return body
  return failWith('input_invalid.body')
}

function sendFile(reply: FastifyReply, { name, mediaType, bytes }: FileAnswer) {
  const plain = name.replace(/[^\w .()-]/g, '_')
  const encoded = encodeURIComponent(name).replace(/['()*]/g, escapeByte)
  const disposition = `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`
  reply.type(mediaType).header('content-disposition', disposition)
  return reply.send(bytes instanceof Uint8Array ? Buffer.from(bytes) : Readable.from(bytes))
}

const escapeByte = (sign: string): string => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`
