import fc from 'fast-check'
import { uuidv7 } from 'uuidv7'
import { expect, it } from 'vitest'
import { clientOf } from '../../../test/support/client.ts'
import { accept, forEachStore, record } from '../../../test/support/stores.ts'
import { leaseSerials, reportLease, showLease } from '../../contract/pools.ts'
import { ProblemError } from '../../contract/problem.ts'
import { showUnit } from '../../contract/units.ts'
import { parseRuns } from '../../domain/event.ts'
import { leaseStates, reportedStates } from '../../domain/leases.ts'

const schemes = { BIKE: 'B-{seq:4}{check}', PILL: 'P{random:4}{check}' }
const item = fc.constantFrom('BIKE', 'PILL')

/** Serials are handed out, units made by the counter, leased serials used or reported. */
const step = fc.oneof(
  fc.record({ what: fc.constant('lease'), item, count: fc.integer({ min: 1, max: 9 }) }),
  fc.record({ what: fc.constant('make'), item, count: fc.integer({ min: 1, max: 5 }) }),
  fc.record({ what: fc.constantFrom('use', ...reportedStates), item, count: fc.nat(99) }),
)

interface Leased {
  readonly code: string
  readonly item: string
  readonly serial: string
}

forEachStore('leases of serials', (open) => {
  it('account for every number, and no number comes twice, whatever happens', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 10, maxLength: 20 }), async (steps) => {
        const company = await open()
        const { ledger } = company
        const client = clientOf(company)
        for (const [code, scheme] of Object.entries(schemes)) {
          await accept(ledger, 'create_item', { code, scheme })
        }
        const leased: Leased[] = []
        const made: string[] = []
        for (const { what, item: code, count } of steps) {
          const one = leased[count % leased.length]
          if (what === 'lease') {
            const input = { id: uuidv7(), item: code, count, holder: 'Line 2' }
            const { lease, serials } = await client.call(leaseSerials, input)
            for (const { serial } of serials) leased.push({ code: lease.code, item: code, serial })
          } else if (what === 'make') {
            const { created } = await accept(ledger, 'commission', { item: code, count })
            for (const id of parseRuns(created)) {
              made.push((await client.call(showUnit, { unit: `#${id}` })).serial!)
            }
          } else if (one !== undefined && what === 'use') {
            // Refused where the serial was used before.
            await record(ledger, 'commission', {
              item: one.item,
              entries: [{ serial: one.serial }],
            })
          } else if (one !== undefined) {
            const state = what as (typeof reportedStates)[number]
            const report = { id: uuidv7(), lease: one.code, state, serials: [one.serial] }
            await client.call(reportLease, report).catch((error: unknown) => {
              const isForbidden =
                error instanceof ProblemError && error.problem.type === 'lease_forbids'
              if (!isForbidden) throw error
            })
          }
        }
        const all = [...made, ...leased.map(({ serial }) => serial)]
        expect(new Set(all).size).toBe(all.length)
        for (const code of new Set(leased.map((one) => one.code))) {
          const { lease, serials } = await client.call(showLease, { lease: code })
          expect(serials.map(({ serial }) => serial)).toEqual(
            leased.filter((one) => one.code === code).map(({ serial }) => serial),
          )
          const counts = leaseStates.map((state) => [
            state,
            serials.filter((one) => one.state === state).length,
          ])
          expect(lease.account).toEqual(Object.fromEntries(counts))
        }
        await company.close()
      }),
      { numRuns: 4 },
    )
  })
})
