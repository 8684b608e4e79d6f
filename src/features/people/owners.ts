import { failWith } from '../../contract/problem.ts'
import type { AccountStore } from '../../store/accounts/account-store.ts'
import { allCompanies } from '../identity.ts'

/** Whether there is an owner of the whole server who can sign in. */
export async function hasOwner({ db }: Pick<AccountStore, 'db'>): Promise<boolean> {
  const owner = await db
    .selectFrom('memberships as m')
    .innerJoin('people as p', 'p.id', 'm.person')
    .select('p.id')
    .where('m.company', '=', allCompanies)
    .where('m.role', '=', 'owner')
    .where('p.disabled', 'is', null)
    .where('p.password', 'is not', null)
    .limit(1)
    .executeTakeFirst()
  return owner !== undefined
}

/** Ends a change that would leave no owner who can sign in; one who is only invited cannot yet. */
export async function keepAnOwner(accounts: Pick<AccountStore, 'db'>): Promise<void> {
  if (await hasOwner(accounts)) return
  failWith('last_owner')
}
