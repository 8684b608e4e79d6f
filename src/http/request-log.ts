import type { FastifyInstance, FastifyRequest } from 'fastify'

/** Paths that are asked for again and again by machines; they would fill the log. */
const quiet = new Set(['/healthz', '/readyz', '/metrics'])

/**
 * Writes one line a request, when it is answered: what was asked by the template of its path, never
 * with what stands in it, and nothing of headers and bodies.
 */
export function addRequestLog(server: FastifyInstance): void {
  server.addHook('onRequest', ({ id }, reply, next) => {
    reply.header('x-request-id', id)
    next()
  })
  server.addHook('onResponse', (request, reply, next) => {
    next()
    if (quiet.has(request.url)) return
    request.log.info({
      reqId: request.id,
      method: request.method,
      path: request.routeOptions.url ?? 'none',
      status: reply.statusCode,
      ms: Math.round(reply.elapsedTime * 10) / 10,
      actor: actorOf(request),
      company: (request.params as { company?: string } | undefined)?.company ?? null,
    })
  })
}

/** What asks without an account has no name. */
const actorOf = ({ identity }: Partial<FastifyRequest>): string | null => identity?.actor ?? null
