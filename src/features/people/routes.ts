import { existsSync } from 'node:fs'
import { chmod } from 'node:fs/promises'
import { resolve } from 'node:path'
import {
  backupAccounts,
  changePerson,
  invitePerson,
  listPeople,
  ownerLink,
  resetPerson,
  setBadge,
} from '../../contract/people.ts'
import { failWith } from '../../contract/problem.ts'
import { listOf, type Said } from '../../i18n/clause.ts'
import { note, sayAccess } from '../access-log.ts'
import { handleServer, type Handler, type ServerContext } from '../context.ts'
import { allCompanies } from '../identity.ts'
import { makeLink } from './links.ts'
import { keepAnOwner } from './owners.ts'
import { hashPassword } from './password.ts'
import { addPerson, setMemberships, viewPeople, viewPerson, type Membership } from './people.ts'
import { endSessions } from './sessions.ts'
import { badgeHashOf } from './sign-in.ts'

export const peopleRoutes: readonly Handler[] = [
  handleServer(listPeople, async (_, { accounts }) => ({ people: await viewPeople(accounts) })),
  handleServer(invitePerson, async ({ login, name, memberships }, context) => {
    const { accounts, now } = context
    await checkCompanies(context, memberships)
    const id = await accounts.transact((db) =>
      addPerson(db, { login, name, password: null, created: now() }, memberships),
    )
    await note(context, 'person_invited', { subject: login, detail: told(memberships) })
    const link = await makeLink(context, 'invitation', id)
    return { person: await viewPerson(accounts, id), ...link }
  }),
  handleServer(changePerson, async ({ person: id, name, memberships, disabled }, context) => {
    const { accounts, now } = context
    const before = await viewPerson(accounts, id)
    if (memberships) await checkCompanies(context, memberships)
    await accounts.transact(async (db) => {
      const set = {
        ...(name !== undefined && { name }),
        ...(disabled !== undefined && { disabled: disabled ? now() : null }),
      }
      if (Object.keys(set).length > 0) {
        await db.updateTable('people').set(set).where('id', '=', id).execute()
      }
      if (memberships) await setMemberships(db, id, memberships)
      if (disabled) await db.deleteFrom('sessions').where('person', '=', id).execute()
      await keepAnOwner({ db })
    })
    const after = await viewPerson(accounts, id)
    const state = after.disabled ? sayAccess('log.state.disabled') : told(after.memberships)
    await note(context, 'person_changed', { subject: before.login, detail: state })
    return { person: after }
  }),
  handleServer(resetPerson, async ({ person: id }, context) => {
    const person = await viewPerson(context.accounts, id)
    if (person.disabled) {
      failWith('input_invalid.disabled', { name: person.name })
    }
    await endSessions(context.accounts, (sessions) => sessions.where('person', '=', id))
    await note(context, 'link_made', { subject: person.login })
    return makeLink(context, person.canSignIn ? 'reset' : 'invitation', id)
  }),
  handleServer(setBadge, async ({ person: id, badge, pin }, context) => {
    const { login } = await viewPerson(context.accounts, id)
    await storeBadge(context, id, badge, pin)
    await note(context, 'badge_set', {
      subject: login,
      detail: sayAccess(`log.badge.${badge === null ? 'none' : 'new'}`),
    })
    return { person: await viewPerson(context.accounts, id) }
  }),
  handleServer(backupAccounts, async ({ path }, { accounts }) => {
    const target = resolve(path)
    if (existsSync(target)) failWith('input_invalid.path_exists', { path: target }, 'path')
    await accounts
      .backup(target)
      .catch((error: unknown) => failWith('backup_failed', { reason: (error as Error).message }))
    // It opens every door that a guessed password opens: nobody else has to read it.
    await chmod(target, 0o600)
    return { path: target }
  }),
  handleServer(ownerLink, async ({ login }, context) => {
    await note(context, 'owner_link_made', { ...(login !== undefined && { subject: login }) })
    return login === undefined
      ? makeLink(context, 'owner', null)
      : makeLink(context, 'reset', await restoreOwner(context, login))
  }),
]

async function checkCompanies(
  { companies }: ServerContext,
  memberships: readonly Membership[],
): Promise<void> {
  const known = new Set([allCompanies, ...(await companies.list())])
  const unknown = memberships.find(({ company }) => !known.has(company))
  if (unknown) failWith('input_invalid.company', { company: unknown.company }, 'memberships')
}

function told(memberships: readonly Membership[]): Said {
  if (memberships.length === 0) return sayAccess('log.state.noRole')
  const roles = memberships.map(({ company, role }) =>
    company === allCompanies
      ? sayAccess('log.state.roleInAll', { role })
      : sayAccess('log.state.role', { role, company }),
  )
  return listOf('comma', roles)
}

async function storeBadge(
  context: ServerContext,
  id: number,
  badge: string | null,
  pin: string | null | undefined,
): Promise<void> {
  const { accounts } = context
  const hash = badge === null ? null : badgeHashOf(context, badge)
  const hashedPin = typeof pin === 'string' ? await hashPassword(pin) : pin
  await accounts.transact(async (db) => {
    const other = await db
      .selectFrom('people')
      .select('name')
      .where('badge', '=', hash ?? '')
      .where('id', '!=', id)
      .executeTakeFirst()
    if (other) failWith('name_taken.badge', { name: other.name }, 'badge')
    await db
      .updateTable('people')
      .set({ badge: hash, ...(hashedPin !== undefined && { pin: hashedPin }) })
      .where('id', '=', id)
      .execute()
    // Whoever has the old badge in hand is not the person any more.
    await db.deleteFrom('sessions').where('person', '=', id).where('means', '=', 'badge').execute()
  })
}

/** Makes a person who is locked out an owner who may sign in again; gives the id. */
async function restoreOwner({ accounts }: ServerContext, login: string): Promise<number> {
  return accounts.transact(async (db) => {
    const person = await db
      .updateTable('people')
      .set({ disabled: null })
      .where('login', '=', login)
      .returning('id')
      .executeTakeFirst()
    if (!person) return failWith('not_found.login', { login }, 'login')
    await db
      .insertInto('memberships')
      .values({ person: person.id, company: allCompanies, role: 'owner' })
      .onConflict((conflict) =>
        conflict.columns(['person', 'company']).doUpdateSet({ role: 'owner' }),
      )
      .execute()
    return person.id
  })
}
