import {
  addPasskey,
  beginPasskey,
  beginPasskeySignIn,
  listPasskeys,
  removePasskey,
  signInWithPasskey,
} from '../../contract/passkeys.ts'
import { failWith } from '../../contract/problem.ts'
import { note } from '../access-log.ts'
import { handleServer, type Handler } from '../context.ts'
import {
  addPasskeyOf,
  authenticationOptions,
  registrationOptions,
  signInByPasskey,
} from './passkeys.ts'

export const passkeyRoutes: readonly Handler[] = [
  handleServer(beginPasskey, async (_, context) => ({
    options: (await registrationOptions(context)) as Record<string, unknown>,
  })),
  handleServer(addPasskey, ({ name, response }, context) => addPasskeyOf(name, response, context)),
  handleServer(listPasskeys, async (_, { accounts, access }) => {
    const rows = await accounts.db
      .selectFrom('passkeys')
      .select(['id', 'name', 'created', 'used'])
      .where('person', '=', access.person!.id)
      .orderBy('created')
      .execute()
    return {
      passkeys: rows.map(({ id, name, created, used }) => ({
        id,
        name,
        created: new Date(created).toISOString(),
        used: used === null ? null : new Date(used).toISOString(),
      })),
    }
  }),
  handleServer(removePasskey, async ({ passkey }, context) => {
    const { accounts, access } = context
    const removed = await accounts.transact((db) =>
      db
        .deleteFrom('passkeys')
        .where('id', '=', passkey)
        .where('person', '=', access.person!.id)
        .returning('name')
        .executeTakeFirst(),
    )
    if (!removed) return failWith('not_found.passkey', {}, 'passkey')
    await note(context, 'passkey_removed', { detail: removed.name })
    return {}
  }),
  handleServer(beginPasskeySignIn, async (_, context) => ({
    options: (await authenticationOptions(context)) as Record<string, unknown>,
  })),
  handleServer(signInWithPasskey, ({ response }, context) => signInByPasskey(response, context)),
]
