import { fastifyCookie as cookies } from '@fastify/cookie'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Operation } from '../contract/operation.ts'
import { failWith } from '../contract/problem.ts'
import { refuseDenied, type Access } from '../features/access.ts'
import { accessIn, identifierOf, stranger, type Identity } from '../features/identity.ts'
import type { Kept, Visit } from '../features/visit.ts'
import type { AccountStore } from '../store/accounts/account-store.ts'

declare module 'fastify' {
  interface FastifyRequest {
    /** Who asks; known once the request was let in. */
    identity: Identity
    /** What they may, in the company that the operation is about or in all of them. */
    access: Access
  }
}

/** Finds out who asks, and refuses whoever may not before the body of the request is read. */
export function authenticatorOf(accounts: AccountStore, now: () => number) {
  const identify = identifierOf(accounts, now)
  return async function authenticate(
    request: FastifyRequest,
    operation: Pick<Operation, 'needs' | 'scope'>,
    isAct = true,
  ): Promise<void> {
    const { authorization } = request.headers
    if (authorization === undefined) {
      const secret = keptBy(request, 'session')
      const known = secret === null ? null : await identify.bySession(secret, isAct)
      request.identity = known ?? stranger
    } else {
      const [, secret] = /^Bearer ([\w-]{1,200})$/i.exec(authorization) ?? []
      const known = secret === undefined ? null : await identify.byToken(secret)
      if (known === null) {
        failWith('sign_in_needed.token')
      }
      request.identity = known
    }
    request.access = accessFor(operation, request)
    refuseDenied(operation, request.access)
  }
}

/** How often it is looked whether whoever follows a live stream still may, in milliseconds. */
const watchedMs = 5000

/** The events of a live stream, as long as whoever asks still may; watching is not doing. */
export async function* whileAllowed<T>(
  events: AsyncIterable<T>,
  now: () => number,
  check: () => Promise<void>,
): AsyncIterable<T> {
  let checked = now()
  for await (const event of events) {
    if (now() - checked > watchedMs) {
      await check()
      checked = now()
    }
    yield event
  }
}

/** What whoever asks may, in the company that the operation is about or in all of them. */
function accessFor(
  { scope }: Pick<Operation, 'scope'>,
  { identity, params }: FastifyRequest,
): Access {
  if (scope === 'server') return accessIn(identity, null)
  const { company } = params as { company: string }
  const access = accessIn(identity, company)
  // Whoever may not see a company is not told whether there is one.
  if (access.as !== 'nobody' && access.permissions.size === 0) {
    failWith('company_unknown', { company })
  }
  return access
}

/** Where a request comes from, and what its browser keeps. */
export const visitOf = (request: FastifyRequest, reply: FastifyReply): Visit => ({
  address: request.ip,
  agent: request.headers['user-agent'] ?? '',
  origin: `${request.protocol}://${request.host}`,
  kept: { session: keptBy(request, 'session'), station: keptBy(request, 'station') },
  keep(what, secret, maxAgeSeconds = 0) {
    const kept = cookies.serialize(cookieName(request, what), secret ?? '', {
      path: '/',
      httpOnly: true,
      sameSite: 'lax',
      secure: request.protocol === 'https',
      maxAge: secret === null ? 0 : maxAgeSeconds,
    })
    void reply.header('set-cookie', kept)
  },
})

function keptBy(request: FastifyRequest, what: Kept): string | null {
  const { cookie } = request.headers
  return cookie === undefined ? null : cookies.parse(cookie)[cookieName(request, what)] || null
}

/**
 * Over HTTPS the prefix makes browsers take the cookie from this very host only. Without, cookies
 * are shared between the ports of a machine: the port in the name keeps two servers apart.
 */
function cookieName({ protocol, host }: FastifyRequest, what: Kept): string {
  const name = what === 'session' ? 'seriatim' : 'seriatim-station'
  if (protocol === 'https') return `__Host-${name}`
  const port = /:(\d+)$/.exec(host)?.[1] ?? '80'
  return port === '80' ? name : `${name}-${port}`
}
