import type { z } from 'zod'
import { permissionNames, type Permission } from '../../contract/permission.ts'
import { failWith } from '../../contract/problem.ts'
import {
  createToken,
  listTokens,
  revokeToken,
  tokenPrefix,
  type tokenView,
} from '../../contract/tokens.ts'
import type { TokenTable } from '../../store/accounts/tables.ts'
import { listOf } from '../../i18n/clause.ts'
import { note, sayAccess } from '../access-log.ts'
import { handleServer, type Handler, type ServerContext } from '../context.ts'
import { allCompanies } from '../identity.ts'
import { hashOf, newSecret } from '../secret.ts'

const dayMs = 24 * 60 * 60_000

/** How much of a token is shown, to tell it from others. */
const shownLength = tokenPrefix.length + 6

type Row = Omit<TokenTable, 'id'> & { readonly id: number }

export const tokenRoutes: readonly Handler[] = [
  handleServer(listTokens, async (_, { accounts }) => {
    const rows = await accounts.db.selectFrom('tokens').selectAll().orderBy('id', 'desc').execute()
    return { tokens: rows.map(viewToken) }
  }),
  handleServer(createToken, make),
  handleServer(revokeToken, async ({ token }, context) => {
    const { accounts, now } = context
    const row = await accounts.transact((db) =>
      db
        .updateTable('tokens')
        .set(({ fn, val }) => ({ revoked: fn.coalesce('revoked', val(now())) }))
        .where('id', '=', token)
        .returningAll()
        .executeTakeFirst(),
    )
    if (!row) return failWith('not_found.token', {}, 'token')
    await note(context, 'token_revoked', { subject: row.name })
    return { token: viewToken(row) }
  }),
]

async function make(
  { name, permissions, company, days }: z.output<typeof createToken.input>,
  context: ServerContext,
): Promise<z.input<typeof createToken.output>> {
  const { accounts, access, companies, now } = context
  if (company !== null && !(await companies.list()).includes(company)) {
    failWith('input_invalid.company', { company }, 'company')
  }
  const secret = tokenPrefix + newSecret()
  const row = await accounts.transact(async (db) => {
    const known = await db
      .selectFrom('tokens')
      .select('id')
      .where('name', '=', name)
      .where('revoked', 'is', null)
      .executeTakeFirst()
    if (known) failWith('name_taken.token', { name }, 'name')
    return db
      .insertInto('tokens')
      .values({
        name,
        hash: hashOf(secret),
        prefix: secret.slice(0, shownLength),
        company: company ?? allCompanies,
        permissions: JSON.stringify(permissionNames.filter((one) => permissions.includes(one))),
        created: now(),
        created_by: access.actor,
        expires: days === null ? null : now() + days * dayMs,
        used: null,
        revoked: null,
      })
      .returningAll()
      .executeTakeFirstOrThrow()
  })
  const may = permissions.map((one) => sayAccess(`permissionShort.${one}`))
  await note(context, 'token_created', { subject: name, detail: listOf('comma', may) })
  return { token: viewToken(row), secret }
}

const viewToken = (row: Row): z.input<typeof tokenView> => ({
  id: row.id,
  name: row.name,
  prefix: row.prefix,
  company: row.company === allCompanies ? null : row.company,
  permissions: JSON.parse(row.permissions) as Permission[],
  created: timeOf(row.created)!,
  createdBy: row.created_by,
  expires: timeOf(row.expires),
  used: timeOf(row.used),
  revoked: timeOf(row.revoked),
})

const timeOf = (time: number | null): string | null =>
  time === null ? null : new Date(time).toISOString()
