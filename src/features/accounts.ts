import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { failWith } from '../contract/problem.ts'
import type { AccountStore } from '../store/accounts/account-store.ts'
import { openAccounts, restoreAccounts, type AccountsAddress } from '../store/accounts/open.ts'
import { reach, type StoresPlace } from './reach.ts'

/** The accounts of a server, opened once, when they are first asked for. */
export interface Accounts {
  open(): Promise<AccountStore>
  /** Makes the accounts from a backup; refuses when there are any. */
  restore(path: string): Promise<void>
  close(): Promise<void>
}

/** Gives the accounts beside the companies at a place; nothing is opened yet. */
export function accountsAt(place: StoresPlace): Accounts {
  const { data, databaseUrl } = place
  const address: AccountsAddress =
    databaseUrl === undefined
      ? { engine: 'sqlite', path: join(data, 'accounts.db') }
      : { engine: 'postgres', url: databaseUrl, schema: 'seriatim_accounts' }
  let opened: Promise<AccountStore> | undefined
  return {
    open: () => (opened ??= reach(place, null, () => openAccounts(address))),
    async restore(path) {
      if (!existsSync(path)) failWith('not_found.backup', { path })
      const isRestored = await restoreAccounts(address, resolve(path)).catch((error: unknown) =>
        failWith('backup_invalid', { path, reason: (error as Error).message }),
      )
      if (!isRestored) failWith('company_exists.accounts')
    },
    async close() {
      await (await opened)?.close()
    },
  }
}
