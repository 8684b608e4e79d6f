import type { FastifyInstance, FastifyRequest } from 'fastify'

/** Paths that are asked for again and again by machines; they would fill the log. */
const quiet = new Set(['/healthz', '/readyz', '/metrics'])

/**
 * Writes one line a request, when it is answered: what was asked by the template of its path, never
 * with what stands in it, and nothing of headers and bodies.
 */
export function addRequestLog(server: FastifyInstance): void {
  server.addHook('onRequest', async ({ id }, reply) => void reply.header('x-request-id', id))
  server.addHook('onResponse', async (request, reply) => {
    if (quiet.has(request.url)) return
    request.log.info({
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
