import type { Kysely } from 'kysely'
import type { z } from 'zod'
import type { personView } from '../../contract/people.ts'
import type { Role } from '../../contract/permission.ts'
import { failWith } from '../../contract/problem.ts'
import type { AccountStore } from '../../store/accounts/account-store.ts'
import type { AccountTables } from '../../store/accounts/tables.ts'

type Db = Kysely<AccountTables>

/** A role in a company, or in all of them (`*`). */
export interface Membership {
  readonly company: string
  readonly role: Role
}

/** The people by name; or those with the ids. */
export async function viewPeople(
  { db }: Pick<AccountStore, 'db'>,
  ids?: readonly number[],
): Promise<z.input<typeof personView>[]> {
  const all = db.selectFrom('people').selectAll().orderBy('name').orderBy('id')
  const people = await (ids ? all.where('id', 'in', ids) : all).execute()
  const memberships = await db.selectFrom('memberships').selectAll().execute()
  const seen = await db
    .selectFrom('sessions')
    .select(({ fn }) => ['person', fn.max('seen').as('seen')])
    .groupBy('person')
    .execute()
  const passkeys = await db.selectFrom('passkeys').select(['person']).execute()
  return people.map((person) => {
    const own = passkeys.filter((key) => key.person === person.id).length
    const last = seen.find((row) => row.person === person.id)?.seen
    return {
      id: person.id,
      login: person.login,
      name: person.name,
      memberships: memberships
        .filter((row) => row.person === person.id)
        .map(({ company, role }) => ({ company, role: role as Role })),
      disabled: person.disabled !== null,
      canSignIn: person.password !== null || own > 0,
      hasBadge: person.badge !== null,
      hasPin: person.pin !== null,
      passkeys: own,
      created: new Date(person.created).toISOString(),
      seen: last === undefined || last === null ? null : new Date(last).toISOString(),
    }
  })
}

/** One person; ends with a problem when there is none of that id. */
export async function viewPerson(
  accounts: Pick<AccountStore, 'db'>,
  id: number,
): Promise<z.input<typeof personView>> {
  const [person] = await viewPeople(accounts, [id])
  return person ?? failWith('not_found.person', {}, 'person')
}

/** Adds a person within a transaction; the login must be free. */
export async function addPerson(
  db: Db,
  person: { login: string; name: string; password: string | null; created: number },
  memberships: readonly Membership[],
): Promise<number> {
  const known = await db
    .selectFrom('people')
    .select('id')
    .where('login', '=', person.login)
    .executeTakeFirst()
  if (known) {
    failWith('name_taken.login', { login: person.login }, 'login')
  }
  const { id } = await db
    .insertInto('people')
    .values({ ...person, badge: null, pin: null, disabled: null })
    .returning('id')
    .executeTakeFirstOrThrow()
  await setMemberships(db, id, memberships)
  return id
}

/** Replaces all roles of a person within a transaction. */
export async function setMemberships(
  db: Db,
  person: number,
  memberships: readonly Membership[],
): Promise<void> {
  await db.deleteFrom('memberships').where('person', '=', person).execute()
  const byCompany = new Map(memberships.map((one) => [one.company, one]))
  if (byCompany.size === 0) return
  await db
    .insertInto('memberships')
    .values([...byCompany.values()].map(({ company, role }) => ({ person, company, role })))
    .execute()
}
