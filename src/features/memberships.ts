import type { Role } from '../contract/permission.ts'
import type { ServerContext } from './context.ts'

/**
 * Gives whoever asks a role in a company, in place of the one before; a program keeps what it has.
 */
export async function joinCompany(
  { accounts, access }: Pick<ServerContext, 'accounts' | 'access'>,
  company: string,
  role: Role,
): Promise<void> {
  const { person } = access
  if (person === null) return
  await accounts.transact((db) =>
    db
      .insertInto('memberships')
      .values({ person: person.id, company, role })
      .onConflict((conflict) => conflict.columns(['person', 'company']).doUpdateSet({ role }))
      .execute(),
  )
}

/** Takes away everybody's role in a company that is no more. */
export async function forgetCompany(
  { accounts }: Pick<ServerContext, 'accounts'>,
  company: string,
): Promise<void> {
  await accounts.transact((db) =>
    db.deleteFrom('memberships').where('company', '=', company).execute(),
  )
}
