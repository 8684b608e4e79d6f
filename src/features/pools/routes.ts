import { leaseSerials, listLeases, reportLease, showLease } from '../../contract/pools.ts'
import { failWith, ProblemError, problemOf } from '../../contract/problem.ts'
import type { Command } from '../../domain/command.ts'
import { handle, type Context, type Handler } from '../context.ts'
import { findLease, leaseById, leasesPage, viewLeases } from './leases.ts'

export const poolRoutes: readonly Handler[] = [
  handle(leaseSerials, async ({ id, ...input }, context) => {
    const subject = await recordOrFail(context, { id, kind: 'lease', input })
    return (await viewLeases(context, [await leaseById(context.store, subject!)]))[0]!
  }),
  handle(reportLease, async ({ id, ...input }, context) => {
    await recordOrFail(context, { id, kind: 'lease_report', input })
    return (await viewLeases(context, [await findLease(context.store, input.lease)]))[0]!
  }),
  handle(showLease, async ({ lease }, context) => {
    return (await viewLeases(context, [await findLease(context.store, lease)]))[0]!
  }),
  handle(listLeases, async ({ words, limit, cursor }, context) => {
    const before = cursor === undefined ? Number.MAX_SAFE_INTEGER : Number(cursor)
    if (!Number.isSafeInteger(before)) failWith('input_invalid.cursor', {}, 'cursor')
    const found = await leasesPage(context.store, { words, limit, before })
    const leases = (await viewLeases(context, found)).map(({ lease }) => lease)
    return { leases, cursor: found.length < limit ? null : String(found.at(-1)!.id) }
  }),
]

/** Records a command and gives the subject that it made or changed; fails with its refusal. */
async function recordOrFail(
  { ledger, access }: Context,
  command: Pick<Command, 'id' | 'kind' | 'input'>,
): Promise<number | null> {
  const answer = await ledger.record({ ...command, actor: access.actor })
  if (!answer.ok) throw new ProblemError(problemOf(answer.refusal))
  return answer.subject
}
