import cookie from '@fastify/cookie'
import Fastify, { LogController, type FastifyInstance } from 'fastify'
import { randomUUID } from 'node:crypto'
import { authenticatorOf } from './authenticate.ts'
import { addHealth } from './health.ts'
import { addMetrics } from './metrics.ts'
import { addOperation } from './operation-route.ts'
import { foreignRefuser } from './own-address.ts'
import { addPages } from './pages.ts'
import { answerUnreadable, bodyMebibytesMax, sendError } from './problem-answer.ts'
import { addBodyParsers } from './request-body.ts'
import { commonHeaders, dataHeaders } from './security-headers.ts'
import { addRequestLog } from './request-log.ts'
import type { ServerParts } from './server-parts.ts'
import { servedHandlers } from './served.ts'
import { openStreams } from './stream-answer.ts'

/** How long requests that are under way have to end when the server closes, in milliseconds. */
const graceMs = 5000

/** Longest value in a path, in characters: a unit's number with every letter escaped. */
const parameterLengthMax = 4000

/** A request without a body, as most are, is no stream that has to end before its answer does. */
const serverOptions = { optimizeEmptyRequests: true }

/** Builds the server; it listens when it is told to. */
export function buildServer(parts: ServerParts): FastifyInstance {
  const server = Fastify({
    bodyLimit: bodyMebibytesMax * 1024 * 1024,
    logger: { level: 'warn', stream: parts.log },
    logController: new LogController({ disableRequestLogging: true }),
    // The few lines about a request say its id themselves.
    childLoggerFactory: (log) => log,
    genReqId: () => randomUUID(),
    ...(parts.tls ? { https: { ...parts.tls, ...serverOptions } } : { http: serverOptions }),
    ...(parts.trustProxy !== undefined && { trustProxy: parts.trustProxy }),
    forceCloseConnections: 'idle',
    routerOptions: { maxParamLength: parameterLengthMax },
    clientErrorHandler: answerUnreadable,
    frameworkErrors: (error, request, reply) => void sendError(error, request, reply),
  })
  addBodyParsers(server)
  const refuseForeign = foreignRefuser(parts.publicUrl)
  server.addHook('onRequest', (request, reply, next) => {
    reply.headers(request.url.startsWith('/api/') ? dataHeaders : commonHeaders)
    reply.header('x-request-id', request.id)
    if (request.protocol === 'https') reply.header('strict-transport-security', 'max-age=31536000')
    refuseForeign(request)
    next()
  })
  if (parts.logsRequests !== false) addRequestLog(server, parts.log)
  // It loads what reads and writes cookies; in a context of its own it hooks into no route.
  void server.register(async (context) => context.register(cookie))
  server.decorateRequest('identity')
  server.decorateRequest('access')
  server.setErrorHandler(sendError)
  addPages(server, parts.webFolder)
  const streams = openStreams()
  server.addHook('preClose', async () => {
    streams.close()
    // Whoever does not take the rest of an answer must not keep the server from closing.
    setTimeout(() => server.server.closeAllConnections(), graceMs).unref()
  })
  const authenticate = authenticatorOf(parts.accounts, parts.now)
  const metrics = addMetrics(server)
  const usual = () => parts.companies.open(parts.companies.usual)
  addHealth(server, { usual, metrics, authenticate })
  for (const { operation } of servedHandlers) {
    addOperation(server, operation, { ...parts, streams, authenticate, metrics })
  }
  return server
}
