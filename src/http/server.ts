import Fastify, { type FastifyInstance, type FastifyRequest } from 'fastify'
import type { Writable } from 'node:stream'
import { failWith } from '../contract/problem.ts'
import type { Companies } from '../features/companies.ts'
import { addOperation } from './operation-route.ts'
import { addPages } from './pages.ts'
import { bodyMebibytesMax, sendError } from './problem-answer.ts'
import { commonHeaders, dataHeaders } from './security-headers.ts'
import { servedHandlers } from './served.ts'

/** What a server works with. */
export interface ServerParts {
  readonly companies: Companies
  /** The clock, in milliseconds UTC. */
  readonly now: () => number
  /** Where failures of the server go, as lines of JSON. */
  readonly log: Writable
  /** Folder that the web app was built to. */
  readonly webFolder: string
}

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
  // A file goes to its operation as it comes in.
  server.addContentTypeParser('application/octet-stream', async (_: unknown, file: unknown) => file)
  server.addHook('onRequest', async (request, reply) => {
    reply.headers(request.url.startsWith('/api/') ? dataHeaders : commonHeaders)
    refuseOtherOrigins(request)
  })
  server.setErrorHandler(sendError)
  server.get('/healthz', async () => ({ status: 'ok' }))
  addPages(server, parts.webFolder)
  for (const { operation } of servedHandlers) addOperation(server, operation, parts)
  return server
}

/** A page of another site must not reach a server on this machine through the browser. */
function refuseOtherOrigins({ headers: { origin, host } }: FastifyRequest): void {
  if (origin === undefined || (URL.canParse(origin) && new URL(origin).host === host)) return
  failWith('origin_refused', 'Requests from pages of other sites are refused.')
}
