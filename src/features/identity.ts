import { roleNames, roles, type Permission, type Role } from '../contract/permission.ts'
import type { AccountStore } from '../store/accounts/account-store.ts'
import { machineAccess, nobody, type Access } from './access.ts'
import { reported } from './reach.ts'
import { hashOf, secretLengthMax } from './secret.ts'

/** Stands for all companies among memberships and tokens. */
export const allCompanies = '*'

/** Who a request comes from, before it is asked in which company. */
export interface Identity {
  readonly as: Access['as']
  readonly person: Access['person']
  /** The session by which the person is known. */
  readonly session: number | null
  /** How long the session may rest, in milliseconds. */
  readonly idleMs: number | null
  /** Roles of a person by company. */
  readonly memberships: ReadonlyMap<string, Role>
  /** What a token is good for. */
  readonly token: {
    readonly company: string
    readonly permissions: ReadonlySet<Permission>
  } | null
  readonly actor: string
  /** Known by no more than a badge, which is not enough to administer, whatever the role. */
  readonly isBadge: boolean
  /** Not valid after this, in milliseconds UTC. */
  readonly until: number
}

const nothing: ReadonlySet<Permission> = new Set()

/** Whoever has not signed in. */
export const stranger: Identity = {
  as: 'nobody',
  person: null,
  session: null,
  idleMs: null,
  memberships: new Map(),
  token: null,
  actor: nobody.actor,
  isBadge: false,
  until: Infinity,
}

/** The command line beside the data. */
export const machine = (actor: string): Identity => ({ ...stranger, as: 'machine', actor })

/** What somebody may in a company, or in all of them where none is named. */
export function accessIn(identity: Identity, company: string | null): Access {
  const { as, person, actor, token, memberships, isBadge } = identity
  if (as === 'nobody') return nobody
  if (as === 'machine') return machineAccess(actor)
  if (token) {
    const reaches = token.company === allCompanies || token.company === company
    return { as, person, role: null, actor, permissions: reaches ? token.permissions : nothing }
  }
  const held = [
    memberships.get(allCompanies),
    company === null ? undefined : memberships.get(company),
  ]
  const role = greater(held[0], held[1])
  const all = role === null ? nothing : permissionsOf.get(role)!
  const permissions = isBadge ? new Set([...all].filter((one) => one !== 'administer')) : all
  return { as, person, role, actor, permissions }
}

/** What each role may: it is asked for with every request. */
const permissionsOf: ReadonlyMap<Role, ReadonlySet<Permission>> = new Map(
  roleNames.map((role) => [role, new Set<Permission>(roles[role])]),
)

const greater = (one: Role | undefined, other: Role | undefined): Role | null => {
  if (one === undefined || other === undefined) return one ?? other ?? null
  return roles[one].length >= roles[other].length ? one : other
}

/** Finds who a session or a token belongs to. */
export interface Identifier {
  /** @param isAct whether somebody did something, so that the session rests no longer */
  bySession(secret: string, isAct?: boolean): Promise<Identity | null>
  byToken(secret: string): Promise<Identity | null>
}

/** For how long what another process may have changed is remembered, in milliseconds. */
const rememberedMs = 1000

/** Most sessions, and most tokens, that are remembered. */
const rememberedMax = 2000

/**
 * Identifies by the accounts. A hand that scans fast is not looked up at each scan: who it is, is
 * remembered for a second, or until this process changes anything about the accounts.
 */
export function identifierOf(accounts: AccountStore, now: () => number): Identifier {
  const remembering = (find: (hash: string, isAct: boolean) => Promise<Identity | null>) => {
    const remembered = new Map<string, { identity: Identity | null; at: number; version: number }>()
    return async (secret: string, isAct = true): Promise<Identity | null> => {
      if (secret.length > secretLengthMax) return null
      // No secret is kept as it is, not even in memory: it takes a microsecond.
      const hash = hashOf(secret)
      const known = remembered.get(hash)
      const time = now()
      const version = accounts.version()
      const isFresh = known?.version === version && Math.abs(time - known.at) < rememberedMs
      if (known && isFresh && (known.identity?.until ?? Infinity) > time) return known.identity
      if (remembered.size >= rememberedMax) remembered.clear()
      const identity = await find(hash, isAct).catch((error: unknown) => {
        throw reported(error)
      })
      remembered.set(hash, { identity, at: time, version })
      return identity
    }
  }
  return {
    bySession: remembering((hash, isAct) => findSession(accounts, now(), hash, isAct)),
    byToken: remembering((hash) => findToken(accounts, now(), hash)),
  }
}

/** Who a session belongs to, while it lasts. */
export async function findSession(
  { db }: AccountStore,
  now: number,
  hash: string,
  isAct = true,
): Promise<Identity | null> {
  const row = await db
    .selectFrom('sessions as s')
    .innerJoin('people as p', 'p.id', 's.person')
    .select(['s.id as session', 's.seen', 's.idle', 's.expires', 's.means'])
    .select(['p.id', 'p.login', 'p.name'])
    .where('s.hash', '=', hash)
    .where('s.expires', '>', now)
    .where('p.disabled', 'is', null)
    .executeTakeFirst()
  if (!row || row.seen + row.idle <= now) return null
  // Rarely enough to cost nothing, often enough for the idle time to be kept.
  if (isAct && now - row.seen > Math.min(60_000, row.idle / 10)) {
    await db.updateTable('sessions').set({ seen: now }).where('id', '=', row.session).execute()
  }
  const held = await db
    .selectFrom('memberships')
    .select(['company', 'role'])
    .where('person', '=', row.id)
    .execute()
  return {
    ...stranger,
    as: 'person',
    person: { id: row.id, login: row.login, name: row.name },
    session: row.session,
    idleMs: row.idle,
    memberships: new Map(held.map(({ company, role }) => [company, role as Role])),
    actor: row.login,
    isBadge: row.means === 'badge',
    until: row.expires,
  }
}

async function findToken(
  { db }: AccountStore,
  now: number,
  hash: string,
): Promise<Identity | null> {
  const row = await db
    .selectFrom('tokens')
    .selectAll()
    .where('hash', '=', hash)
    .where('revoked', 'is', null)
    .executeTakeFirst()
  if (!row || (row.expires !== null && row.expires <= now)) return null
  if (now - (row.used ?? 0) > 60_000) {
    await db.updateTable('tokens').set({ used: now }).where('id', '=', row.id).execute()
  }
  return {
    ...stranger,
    as: 'token',
    token: {
      company: row.company,
      permissions: new Set(JSON.parse(row.permissions) as Permission[]),
    },
    actor: `token:${row.name}`,
    until: row.expires ?? Infinity,
  }
}
