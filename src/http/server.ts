import Fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify'
import { Readable, type Writable } from 'node:stream'
import { apiPath, type Operation } from '../contract/operation.ts'
import { failWith, ProblemError, problemOfType, type Problem } from '../contract/problem.ts'
import { machineAccess } from '../features/access.ts'
import { answer, answerStream } from '../features/answer.ts'
import type { Companies } from '../features/companies.ts'
import type { AnyContext } from '../features/context.ts'
import { servedHandlers } from './served.ts'
import { describeApi } from './describe-api.ts'
import { referencePage } from './reference-page.ts'

/** What a server works with. */
export interface ServerParts {
  readonly companies: Companies
  /** The clock, in milliseconds UTC. */
  readonly now: () => number
  /** Where failures of the server go, as lines of JSON. */
  readonly log: Writable
}

/** Largest body of a request, in MiB. */
const bodyMebibytesMax = 8

/** Longest value in a path, in characters: a unit's number with every letter escaped. */
const parameterLengthMax = 4000

/** Builds the server; it listens when it is told to. */
export function buildServer(parts: ServerParts): FastifyInstance {
  const server = Fastify({
    bodyLimit: bodyMebibytesMax * 1024 * 1024,
    logger: { level: 'error', stream: parts.log },
    forceCloseConnections: 'idle',
    routerOptions: { maxParamLength: parameterLengthMax },
    frameworkErrors: (error, request, reply) => void sendError(error, request, reply),
  })
  server.removeContentTypeParser('text/plain')
  server.addHook('onRequest', async (request) => refuseOtherOrigins(request))
  server.setErrorHandler(sendError)
  server.setNotFoundHandler((request, reply) => {
    const detail = `There is nothing at ${request.method} ${request.url}. See the reference at /.`
    return sendProblem(reply, problemOfType('not_found', detail))
  })
  server.get('/healthz', async () => ({ status: 'ok' }))
  server.get('/openapi.json', async () => describeApi())
  server.get('/', (_, reply) => reply.type('text/html; charset=utf-8').send(referencePage()))
  for (const { operation } of servedHandlers) addRoute(server, operation, parts)
  return server
}

function addRoute(server: FastifyInstance, operation: Operation, parts: ServerParts): void {
  server.route({
    method: operation.method,
    url: apiPath(operation).replace(/\{(\w+)\}/g, ':$1'),
    async handler(request, reply) {
      const { company, ...others } = request.params as Record<string, string>
      const parameters = operation.scope === 'server' ? request.params : others
      const input = { ...(request.query as object), ...bodyOf(request), ...(parameters as object) }
      const context = await contextOf(parts, operation, company)
      if (operation.answers === 'value') return answer(operation, input, context)
      const lines = answerStream(operation, input, context)[Symbol.asyncIterator]()
      // What cannot even begin is answered with the status of its problem.
      const first = await lines.next()
      reply.type('application/x-ndjson')
      return reply.send(Readable.from(jsonLines(request, first, lines)))
    },
  })
}

async function contextOf(
  { companies, now }: ServerParts,
  { scope }: Operation,
  company?: string,
): Promise<AnyContext> {
  const access = machineAccess('api')
  if (scope === 'server') return { companies, access, now }
  return { ...(await companies.open(company!)), access, now }
}

function bodyOf({ body }: FastifyRequest): object {
  if (body === undefined || body === null) return {}
  if (typeof body === 'object' && !Array.isArray(body)) return body
  return failWith('input_invalid', 'The body must be an object with named values.')
}

/** The lines of a streamed answer; a problem on the way is the last of them. */
async function* jsonLines(
  request: FastifyRequest,
  first: IteratorResult<unknown>,
  lines: AsyncIterator<unknown>,
): AsyncIterable<string> {
  try {
    for (let line = first; !line.done; line = await lines.next()) {
      yield `${JSON.stringify(line.value)}\n`
    }
  } catch (error) {
    yield `${JSON.stringify({ problem: problemFrom(error, request) })}\n`
  } finally {
    await lines.return?.()
  }
}

/** A page of another site must not reach a server on this machine through the browser. */
function refuseOtherOrigins({ headers: { origin, host } }: FastifyRequest): void {
  if (origin === undefined || (URL.canParse(origin) && new URL(origin).host === host)) return
  failWith('origin_refused', 'Requests from pages of other sites are refused.')
}

const sendError = (error: unknown, request: FastifyRequest, reply: FastifyReply) =>
  sendProblem(reply, problemFrom(error, request))

/** The problem behind an error; one that nobody foresaw is written to the log. */
function problemFrom(error: unknown, { log }: FastifyRequest): Problem {
  if (error instanceof ProblemError) return error.problem
  const { statusCode = 500, message } = error as { statusCode?: number; message: string }
  if (statusCode === 413) {
    const most = `${bodyMebibytesMax} MiB`
    return problemOfType('body_too_large', `The body is larger than ${most}. Send it in parts.`)
  }
  if (statusCode === 415) {
    return problemOfType('media_type_unknown', 'Send the body as application/json.')
  }
  if (statusCode < 500) return problemOfType('request_invalid', `${message.replace(/\.$/, '')}.`)
  log.error(error)
  return problemOfType(
    'server_failed',
    'Something went wrong on the server; its log says what. What was asked was not done.',
  )
}

const sendProblem = (reply: FastifyReply, problem: Problem) =>
  reply.status(problem.status).type('application/problem+json').send(problem)
