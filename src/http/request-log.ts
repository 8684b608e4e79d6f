import type { FastifyInstance, FastifyRequest } from 'fastify'
import { hostname } from 'node:os'
import { quote } from '../contract/json-writer.ts'
import type { LineLog } from './log-stream.ts'

/** Paths that are asked for again and again by machines; they would fill the log. */
const quiet = new Set(['/healthz', '/readyz', '/metrics'])

/** Level of the lines; the server's log of failures has the same scale. */
const infoLevel = 30

/**
 * Writes one line a request, when it is answered: what was asked by the template of its path, never
 * with what stands in it, and nothing of headers and bodies. It begins as all lines of the log do.
 */
export function addRequestLog(server: FastifyInstance, log: LineLog): void {
  const writer = `"pid":${process.pid},"hostname":${quote(hostname())}`
  server.addHook('onResponse', (request, reply, next) => {
    next()
    if (quiet.has(request.url)) return
    const { company } = (request.params ?? {}) as { company?: string }
    // Each line is put together here: to write it as an object takes twice as long.
    log.write(
      `{"level":${infoLevel},"time":${Date.now()},${writer},"reqId":${quote(request.id)}` +
        `,"method":"${request.method}","path":${quote(request.routeOptions.url ?? 'none')}` +
        `,"status":${reply.statusCode},"ms":${Math.round(reply.elapsedTime * 10) / 10}` +
        `,"actor":${quoteOrNull(actorOf(request))},"company":${quoteOrNull(company)}}\n`,
    )
  })
}

const quoteOrNull = (text: string | null | undefined): string =>
  text === null || text === undefined ? 'null' : quote(text)

/** What asks without an account has no name. */
const actorOf = ({ identity }: Partial<FastifyRequest>): string | null => identity?.actor ?? null
