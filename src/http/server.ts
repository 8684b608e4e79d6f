import Fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify'
import { Readable } from 'node:stream'
import type { Operation } from '../contract/operation.ts'
import { ProblemError, type Problem } from '../contract/problem.ts'
import { answer, answerStream } from '../features/answer.ts'
import type { Context } from '../features/context.ts'
import { servedHandlers } from './served.ts'
import { describeApi } from './describe-api.ts'
import { referencePage } from './reference-page.ts'

/** Opens a company for a request; throws a `ProblemError` for one that is not there. */
export type OpenCompany = (company: string) => Promise<Omit<Context, 'actor'>>

/** Largest body of a request, in bytes. */
const bodyBytesMax = 8 * 1024 * 1024

/** Builds the server; it listens when it is told to. */
export function buildServer(openCompany: OpenCompany, options: { log: boolean }): FastifyInstance {
  const server = Fastify({
    bodyLimit: bodyBytesMax,
    logger: options.log ? { level: 'info' } : false,
    forceCloseConnections: 'idle',
  })
  server.addHook('onRequest', async (request) => refuseOtherOrigins(request))
  server.setErrorHandler((error, _, reply) => sendProblem(reply, problemFrom(error)))
  server.setNotFoundHandler((request, reply) =>
    sendProblem(reply, {
      type: 'not_found',
      title: 'not found',
      status: 404,
      detail: `There is nothing at ${request.url}. See the reference at /.`,
    }),
  )
  server.get('/healthz', async () => ({ status: 'ok' }))
  server.get('/openapi.json', async () => describeApi())
  server.get('/', (_, reply) => reply.type('text/html; charset=utf-8').send(referencePage()))
  for (const { operation } of servedHandlers) addRoute(server, operation, openCompany)
  return server
}

function addRoute(server: FastifyInstance, operation: Operation, openCompany: OpenCompany): void {
  server.route({
    method: operation.method,
    url: `/api/:company${operation.path.replace(/\{(\w+)\}/g, ':$1')}`,
    async handler(request, reply) {
      const { company, ...parameters } = request.params as Record<string, string>
      const context = { ...(await openCompany(company!)), actor: 'api' }
      const input = {
        ...(request.query as object),
        ...(request.body as object | undefined),
        ...parameters,
      }
      if (!operation.streams) return answer(operation, input, context)
      const lines = Readable.from(jsonLines(answerStream(operation, input, context)))
      return reply.type('application/x-ndjson').send(lines)
    },
  })
}

/** The lines of a streamed answer; a problem on the way is the last of them. */
async function* jsonLines(lines: AsyncIterable<unknown>): AsyncIterable<string> {
  try {
    for await (const line of lines) yield `${JSON.stringify(line)}\n`
  } catch (error) {
    yield `${JSON.stringify({ problem: problemFrom(error) })}\n`
  }
}

/** A page of another site must not reach a server on this machine through the browser. */
function refuseOtherOrigins(request: FastifyRequest): void {
  const { origin, host } = request.headers
  if (origin === undefined || new URL(origin).host === host) return
  throw new ProblemError({
    type: 'origin_refused',
    title: 'origin refused',
    status: 403,
    detail: 'Requests from pages of other sites are refused.',
  })
}

function problemFrom(error: unknown): Problem {
  if (error instanceof ProblemError) return error.problem
  const { statusCode, message } = error as { statusCode?: number; message: string }
  if (statusCode !== undefined && statusCode < 500) {
    return {
      type: 'request_invalid',
      title: 'request invalid',
      status: statusCode,
      detail: message,
    }
  }
  return {
    type: 'server_failed',
    title: 'server failed',
    status: 500,
    detail: 'Something went wrong on the server; its log says what. What was asked was not done.',
  }
}

const sendProblem = (reply: FastifyReply, problem: Problem) =>
  reply.status(problem.status).type('application/problem+json').send(problem)
