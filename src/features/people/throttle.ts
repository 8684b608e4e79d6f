import { failWith } from '../../contract/problem.ts'
import type { ServerContext } from '../context.ts'

/** Attempts that are counted together. */
export interface Counted {
  readonly key: string
  /** How many may fail before the next one has to wait. */
  readonly free: number
  /** Longest wait, in milliseconds. */
  readonly longestMs: number
}

/** Attempts of an hour ago are forgotten, in milliseconds. */
const forgottenMs = 60 * 60_000

/** Attempts on one account, from wherever they come. */
export const onLogin = (login: string): Counted => ({
  key: `login:${login.slice(0, 100)}`,
  free: 5,
  longestMs: 5 * 60_000,
})

/** Attempts from one address, on whatever account. Many people may share it. */
export const fromAddress = (address: string): Counted => ({
  key: `address:${address}`,
  free: 20,
  longestMs: 15 * 60_000,
})

/**
 * Counts attempts before it is known how they end, so that many at once are no way around; ends
 * with a problem while one has to wait. Waits double with each failure. Kept in the store, so that
 * starting anew, or asking another server, is no way around either.
 */
export async function countAttempt(
  { accounts, now }: ServerContext,
  ...counted: readonly Counted[]
): Promise<void> {
  const time = now()
  const wait = await accounts.transact(async (db) => {
    const keys = counted.map(({ key }) => key)
    const rows = await db.selectFrom('attempts').selectAll().where('key', 'in', keys).execute()
    const until = Math.max(0, ...rows.map((row) => row.until))
    if (until > time) return until - time
    for (const { key, free, longestMs } of counted) {
      const known = rows.find((row) => row.key === key)
      const before = known && time - known.last < forgottenMs ? known.failures : 0
      const failures = before + 1
      const pause = failures < free ? 0 : Math.min(longestMs, 1000 * 2 ** (failures - free))
      const row = { failures, last: time, until: time + pause }
      await db
        .insertInto('attempts')
        .values({ key, ...row })
        .onConflict((conflict) => conflict.column('key').doUpdateSet(row))
        .execute()
    }
    return 0
  })
  if (wait === 0) return
  failWith('too_many_attempts', { seconds: Math.ceil(wait / 1000) })
}

/** Takes back what was counted for an attempt that went well. */
export async function forgetAttempt(
  { accounts, now }: ServerContext,
  login: string,
  address: string,
): Promise<void> {
  const { db } = accounts
  await db
    .deleteFrom('attempts')
    .where(({ eb, or }) =>
      or([eb('key', '=', onLogin(login).key), eb('last', '<', now() - forgottenMs)]),
    )
    .execute()
  // Not all of it: who has one account could else try others for ever in between.
  await db
    .updateTable('attempts')
    .set(({ eb }) => ({ failures: eb('failures', '-', 1), until: 0 }))
    .where('key', '=', fromAddress(address).key)
    .execute()
}
