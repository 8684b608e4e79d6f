import type { FastifyInstance, FastifyRequest } from 'fastify'
import { isIPv4 } from 'node:net'
import { problemOfType } from '../contract/problem.ts'
import type { Operation } from '../contract/operation.ts'
import type { OpenedCompany } from '../features/companies.ts'
import type { Metrics } from './metrics.ts'
import { sendProblem } from './problem-answer.ts'

/** A store that takes longer to answer than so many milliseconds is not ready. */
const answerWithinMs = 2000

/** What the routes for machines that watch the server work with. */
export interface HealthParts {
  readonly usual: () => Promise<OpenedCompany>
  readonly metrics: Metrics
  readonly authenticate: (
    request: FastifyRequest,
    operation: Pick<Operation, 'needs' | 'scope'>,
  ) => Promise<void>
}

/**
 * Says how the server is: `/healthz` that it runs, `/readyz` that it can do its work, `/metrics`
 * how much it does (for this machine, and for tokens that may administer).
 */
export function addHealth(
  server: FastifyInstance,
  { usual, metrics, authenticate }: HealthParts,
): void {
  let isDraining = false
  server.addHook('preClose', async () => void (isDraining = true))
  server.get('/healthz', async () => ({ status: 'ok' }))
  server.get('/readyz', async (_, reply) => {
    if (isDraining) return sendProblem(reply, problemOfType('store_unreachable.draining'))
    if (await answersInTime(usual)) return { status: 'ready' }
    return sendProblem(reply, problemOfType('store_unreachable'))
  })
  server.get('/metrics', async (request, reply) => {
    if (!isFromHere(request)) await authenticate(request, { needs: 'administer', scope: 'server' })
    return reply.type('text/plain; version=0.0.4; charset=utf-8').send(await metrics.text())
  })
}

async function answersInTime(usual: HealthParts['usual']): Promise<boolean> {
  const { promise, resolve } = Promise.withResolvers<boolean>()
  const timer = setTimeout(() => resolve(false), answerWithinMs)
  const ask = async () => {
    const { store } = await usual()
    await store.read.selectFrom('company').select('one').execute()
    return true
  }
  const answers = await Promise.race([ask().catch(() => false), promise])
  clearTimeout(timer)
  return answers
}

/** Behind a proxy on the same machine everybody seems to be from here. */
function isFromHere({ ip, headers }: FastifyRequest): boolean {
  const isForwarded = 'x-forwarded-for' in headers || 'forwarded' in headers
  const plain = ip.replace(/^::ffff:/, '')
  return !isForwarded && (plain === '::1' || (isIPv4(plain) && plain.startsWith('127.')))
}
