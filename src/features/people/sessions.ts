import { isIP } from 'node:net'
import type { DeleteQueryBuilder, DeleteResult } from 'kysely'
import type { z } from 'zod'
import { permissionNames, type Permission } from '../../contract/permission.ts'
import type { sessionView } from '../../contract/sessions.ts'
import type { AccountStore } from '../../store/accounts/account-store.ts'
import type { AccountTables } from '../../store/accounts/tables.ts'
import type { ServerContext } from '../context.ts'
import { accessIn, findSession } from '../identity.ts'
import { findStation, type KnownStation } from '../own-station.ts'
import { hashOf, newSecret } from '../secret.ts'
import { hasOwner } from './owners.ts'

const hourMs = 60 * 60_000

/** How long a person stays signed in: at most, and without doing anything. */
const life = { expiresMs: 30 * 24 * hourMs, idleMs: 12 * hourMs }

/** At a shared station a shift is the most; the station says for how long one may rest. */
const stationLife = { expiresMs: 12 * hourMs }

/** How a person signed in. */
export type Means = 'password' | 'passkey' | 'link' | 'badge'

/** Begins a session of a person in the browser that asks, in place of the one before. */
export async function beginSession(
  context: ServerContext,
  person: { readonly id: number },
  means: Means,
): Promise<z.input<typeof sessionView>> {
  const { accounts, now, visit } = context
  const station = await findStation(context)
  const secret = newSecret()
  const time = now()
  const expiresMs = station ? stationLife.expiresMs : life.expiresMs
  const idle = station?.idle ?? life.idleMs
  const old = visit.kept.session
  await accounts.transact(async (db) => {
    if (old !== null) await db.deleteFrom('sessions').where('hash', '=', hashOf(old)).execute()
    await db.deleteFrom('sessions').where('expires', '<', time).execute()
    await db
      .insertInto('sessions')
      .values({
        hash: hashOf(secret),
        person: person.id,
        means,
        station: station?.id ?? null,
        created: time,
        seen: time,
        expires: time + expiresMs,
        idle,
        address: visit.address,
        agent: visit.agent.slice(0, 300),
      })
      .execute()
  })
  visit.keep('session', secret, Math.floor(expiresMs / 1000))
  const identity = (await findSession(accounts, time, hashOf(secret)))!
  return viewSession({ ...context, identity, access: accessIn(identity, null) }, station)
}

/** Ends the session of the browser that asks, if there is one. */
export async function endOwnSession({ accounts, visit }: ServerContext): Promise<void> {
  const secret = visit.kept.session
  if (secret === null) return
  await endSessions(accounts, (sessions) => sessions.where('hash', '=', hashOf(secret)))
  visit.keep('session', null)
}

/** Ends sessions; gives how many. */
export const endSessions = (
  accounts: AccountStore,
  which: (
    sessions: DeleteQueryBuilder<AccountTables, 'sessions', DeleteResult>,
  ) => DeleteQueryBuilder<AccountTables, 'sessions', DeleteResult>,
): Promise<number> =>
  accounts.transact(async (db) => {
    const { numDeletedRows } = await which(db.deleteFrom('sessions')).executeTakeFirstOrThrow()
    return Number(numDeletedRows)
  })

/** Says who asks and what they may. */
export async function viewSession(
  { accounts, access, identity, companies, visit }: ServerContext,
  station: KnownStation | null,
): Promise<z.input<typeof sessionView>> {
  const keys = access.as === 'nobody' ? [] : await companies.list()
  const reached = keys
    .map((company) => ({ company, ...accessIn(identity, company) }))
    .filter(({ permissions }) => permissions.size > 0)
  return {
    needsSetUp: access.as === 'nobody' && !(await hasOwner(accounts)),
    as: access.as,
    person: access.person,
    role: access.role,
    permissions: inOrder(access.permissions),
    companies: reached.map(({ company, role, permissions }) => ({
      company,
      role,
      permissions: inOrder(permissions),
    })),
    station: station && {
      id: station.id,
      name: station.name,
      company: station.company,
      location: station.location,
      calibration: station.calibration,
    },
    idleSeconds: identity.idleMs === null ? null : Math.floor(identity.idleMs / 1000),
    passkeys: canUsePasskeys(visit.origin),
  }
}

const inOrder = (permissions: ReadonlySet<Permission>): Permission[] =>
  permissionNames.filter((permission) => permissions.has(permission))

/** Browsers have passkeys on secure pages that are known by a name. */
export function canUsePasskeys(origin: string): boolean {
  const { protocol, hostname } = new URL(origin)
  if (hostname === 'localhost') return true
  return protocol === 'https:' && isIP(hostname.replace(/^\[|\]$/g, '')) === 0
}
