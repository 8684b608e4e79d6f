import type { Kysely } from 'kysely'
import { failWith } from '../../contract/problem.ts'
import type { AccountTables } from '../../store/accounts/tables.ts'
import type { ServerContext } from '../context.ts'
import { hashOf, newSecret } from '../secret.ts'

/** What a link is for: making an owner, beginning an account, getting back into one. */
export type LinkKind = 'owner' | 'invitation' | 'reset'

const hourMs = 60 * 60_000

/** How long a link can be used, in milliseconds. */
const lifeMs: Record<LinkKind, number> = {
  owner: 24 * hourMs,
  invitation: 7 * 24 * hourMs,
  reset: 24 * hourMs,
}

/** Pages of the web app that take the secret after the `#`, where no server or log sees it. */
const pages: Record<LinkKind, string> = {
  owner: '/setup',
  invitation: '/invitation',
  reset: '/invitation',
}

/** Makes a link; those of the same kind for the same person are good no longer. */
export async function makeLink(
  { accounts, access, now, visit }: ServerContext,
  kind: LinkKind,
  person: number | null,
): Promise<{ link: string; expires: string }> {
  const secret = newSecret()
  const expires = now() + lifeMs[kind]
  await accounts.transact(async (db) => {
    await voidLinks(db, person)
    await db
      .insertInto('links')
      .values({
        hash: hashOf(secret),
        kind,
        person,
        created: now(),
        created_by: access.actor,
        expires,
        used: null,
      })
      .execute()
  })
  return {
    link: `${visit.origin}${pages[kind]}#${secret}`,
    expires: new Date(expires).toISOString(),
  }
}

/** Makes links void: those of a person, or of an owner that is to be. */
export async function voidLinks(db: Kysely<AccountTables>, person: number | null): Promise<void> {
  const unused = db.deleteFrom('links').where('used', 'is', null)
  await (
    person === null ? unused.where('person', 'is', null) : unused.where('person', '=', person)
  ).execute()
}

/** A link that can be used now; ends with a problem for any other. */
export async function findLink(
  { accounts, now }: ServerContext,
  secret: string,
): Promise<{ id: number; kind: LinkKind; person: number | null; expires: number }> {
  const row = await accounts.db
    .selectFrom('links')
    .select(['id', 'kind', 'person', 'expires'])
    .where('hash', '=', hashOf(secret))
    .where('used', 'is', null)
    .where('expires', '>', now())
    .executeTakeFirst()
  return row ? { ...row, kind: row.kind as LinkKind } : refuseLink()
}

/** Uses a link up within a transaction; of two at once one is refused. */
export async function useLink(db: Kysely<AccountTables>, id: number, now: number): Promise<void> {
  const { numUpdatedRows } = await db
    .updateTable('links')
    .set({ used: now })
    .where('id', '=', id)
    .where('used', 'is', null)
    .executeTakeFirstOrThrow()
  if (Number(numUpdatedRows) !== 1) refuseLink()
}

const refuseLink = (): never => failWith('link_invalid.used')
