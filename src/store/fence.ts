import type { Store } from './store.ts'

const dayMs = 24 * 60 * 60 * 1000
/** Numbers that are skipped at least. */
const gapMin = 1000
/** How many times faster than ever since the start numbers may have been given out. */
const hurry = 4

/**
 * Makes a restored company skip the serials that may have been given out since its backup was made,
 * which nobody can know. How many these are is estimated generously from how many it gave out a day
 * before; see docs/decisions/0018-a-restored-store-skips-numbers.md.
 *
 * @param now the clock, in milliseconds UTC
 */
export async function raiseFence(store: Store, now: number): Promise<void> {
  const gap = await gapOf(store, now)
  await store.transact((transaction) => transaction.raiseFence(now, gap))
}

async function gapOf({ read }: Store, now: number): Promise<number> {
  const { given } = await read
    .selectFrom('counters')
    .select(({ fn }) => fn.max<number | null>('last').as('given'))
    .executeTakeFirstOrThrow()
  const first = await read
    .selectFrom('events')
    .select('recorded')
    .orderBy('id')
    .limit(1)
    .executeTakeFirst()
  const { recorded } = await read.selectFrom('company').select('recorded').executeTakeFirstOrThrow()
  const daysBefore = Math.max(1, (recorded - (first?.recorded ?? recorded)) / dayMs)
  const daysSince = Math.max(1, (now - recorded) / dayMs)
  return Math.max(gapMin, Math.ceil((hurry * (given ?? 0) * daysSince) / daysBefore))
}
