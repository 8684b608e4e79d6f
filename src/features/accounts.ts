import { join } from 'node:path'
import type { AccountStore } from '../store/accounts/account-store.ts'
import { openAccounts } from '../store/accounts/open.ts'
import { reach, type StoresPlace } from './reach.ts'

/** The accounts of a server, opened once, when they are first asked for. */
export interface Accounts {
  open(): Promise<AccountStore>
  close(): Promise<void>
}

/** Gives the accounts beside the companies at a place; nothing is opened yet. */
export function accountsAt(place: StoresPlace): Accounts {
  const { data, databaseUrl } = place
  let opened: Promise<AccountStore> | undefined
  return {
    open: () =>
      (opened ??= reach(place, 'The accounts', () =>
        openAccounts(
          databaseUrl === undefined
            ? { engine: 'sqlite', path: join(data, 'accounts.db') }
            : { engine: 'postgres', url: databaseUrl, schema: 'seriatim_accounts' },
        ),
      )),
    async close() {
      await (await opened)?.close()
    },
  }
}
