import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { uuidv7 } from 'uuidv7'
import { expect, it, onTestFinished } from 'vitest'
import { clientOf } from '../../../test/support/client.ts'
import { runLine } from '../../../test/support/command-line.ts'
import { accept, forEachStore, record, type OpenStore } from '../../../test/support/stores.ts'
import { leaseSerials, listLeases, reportLease, showLease } from '../../contract/pools.ts'
import { restoreStore, type StoreAddress } from '../../store/open.ts'

const dayMs = 24 * 60 * 60 * 1000
const start = Date.UTC(2026, 7, 1, 12)

async function openPlant(open: OpenStore, now = () => start) {
  const company = await open({ now })
  await accept(company.ledger, 'create_location', { code: 'HAM', kind: 'site' })
  const items = {
    BIKE: 'B{site}-{seq:6}{check}',
    PILL: 'P{random:8}{check}',
    DAILY: '{YY}{JJJ}{seq:5}',
  }
  for (const [code, scheme] of Object.entries(items)) {
    await accept(company.ledger, 'create_item', { code, scheme })
  }
  return { ...company, client: clientOf(company, now) }
}

/** Where a copy of a company is restored to. */
function placeBeside(address: StoreAddress): { place: StoreAddress; backup: string } {
  const folder = mkdtempSync(join(tmpdir(), 'seriatim-pools-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const backup = join(folder, 'backup')
  const place: StoreAddress =
    address.engine === 'sqlite'
      ? { engine: 'sqlite', path: join(folder, 'restored.db') }
      : { ...address, company: `${address.company}_restored` }
  return { place, backup }
}

forEachStore('a lease of serials', (open) => {
  it.each(['BIKE', 'PILL'])('of %s accounts for every number', async (item) => {
    const { client, ledger } = await openPlant(open)
    const input = { item, count: 20, holder: 'Line 2', location: 'HAM' }
    const { lease, serials } = await client.call(leaseSerials, { id: uuidv7(), ...input })
    expect(lease).toMatchObject({ count: 20, account: { allocated: 20 }, isOverdue: false })
    const made = await accept(ledger, 'commission', { item, count: 20, location: 'HAM' })
    expect(made.created).toBe('1-20')

    const code = lease.code
    const all = serials.map(({ serial }) => serial)
    const report = (state: 'encoded' | 'scrapped' | 'returned', some?: string[]) =>
      client.call(reportLease, { id: uuidv7(), lease: code, state, ...(some && { serials: some }) })
    await report('encoded', all.slice(0, 12))
    await report('scrapped', [all[11]!.toLowerCase()])
    // An offline station made units with what it was given.
    const entries = all.slice(0, 10).map((serial) => ({ serial }))
    await accept(ledger, 'commission', { item, entries, location: 'HAM' })
    const shown = await report('returned')
    expect(shown.lease.account).toEqual({
      allocated: 0,
      encoded: 1,
      commissioned: 10,
      scrapped: 1,
      returned: 8,
    })
    await expect(report('returned', [all[10]!])).rejects.toMatchObject({
      problem: { type: 'lease_forbids' },
    })
    await expect(report('scrapped', [all[0]!])).rejects.toMatchObject({
      problem: { type: 'lease_forbids' },
    })
    await expect(report('scrapped', ['X1'])).rejects.toMatchObject({
      problem: { type: 'serial_not_leased' },
    })
    // Somebody uses what was given back all the same: it is let in, and it shows.
    await accept(ledger, 'commission', { item, entries: [{ serial: all[15]! }], location: 'HAM' })
    const after = await client.call(showLease, { lease: code })
    expect(after.contradictions).toEqual([{ serial: all[15], reported: 'returned' }])
    expect(after.lease.account).toMatchObject({ commissioned: 11, returned: 7 })
    // Nobody ever gets one of them again.
    const again = await client.call(leaseSerials, { id: uuidv7(), ...input, count: 100 })
    for (const { serial } of again.serials) expect(all).not.toContain(serial)
    const { leases } = await client.call(listLeases, { words: 'line' })
    expect(leases.map((one) => one.code)).toEqual([again.lease.code, code])
  })

  it('is the same lease when the request is repeated, and a report can be taken back', async () => {
    const { client, ledger } = await openPlant(open)
    const request = { id: uuidv7(), item: 'DAILY', count: 3, holder: 'Printer' }
    const first = await client.call(leaseSerials, request)
    expect(await client.call(leaseSerials, request)).toEqual(first)
    await client.call(reportLease, { id: uuidv7(), lease: first.lease.code, state: 'encoded' })
    await accept(ledger, 'correct', { event: 6 })
    expect(await client.call(showLease, { lease: first.lease.code })).toEqual(first)
    const taken = await record(ledger, 'correct', { event: 5 })
    expect(taken).toMatchObject({ ok: false, refusal: { code: 'creation_kept' } })
  })

  it('gives no number twice after a restoring, whatever was given out meanwhile', async () => {
    let clock = start
    const plant = await openPlant(open, () => clock)
    const { address, store, client, ledger } = plant
    const given: string[] = []
    const lease = async (asked: typeof client, item: string, count: number) => {
      const input = { id: uuidv7(), item, count, holder: 'Line 2', location: 'HAM' }
      const made = await asked.call(leaseSerials, input)
      given.push(...made.serials.map(({ serial }) => serial))
      return made.lease
    }
    const early = await lease(client, 'BIKE', 50)
    const { place, backup } = placeBeside(address)
    await store.backup(backup)
    // What the backup does not know: more of a counter, and counters that are new.
    for (const item of ['BIKE', 'PILL', 'DAILY']) await lease(client, item, 500)
    const lost = await lease(client, 'PILL', 10)
    clock += dayMs
    await lease(client, 'DAILY', 20)
    await ledger.close()

    expect(await restoreStore(place, backup, clock)).toBe(true)
    const restored = await open({ now: () => clock, address: place })
    const asked = clientOf(restored, () => clock)
    for (const item of ['BIKE', 'PILL', 'DAILY']) await lease(asked, item, 500)
    expect(new Set(given).size).toBe(given.length)
    const { leases } = await asked.call(listLeases, { limit: 10 })
    expect(leases.find(({ code }) => code === early.code)).toMatchObject({ isBeforeRestore: true })
    expect(leases.map(({ code }) => code)).not.toContain(lost.code)
    await expect(asked.call(showLease, { lease: lost.code })).rejects.toThrow(/no lease/)
    // Counters of days that begin later start from one again.
    clock += 2 * dayMs
    const fresh = await asked.call(leaseSerials, {
      id: uuidv7(),
      item: 'DAILY',
      count: 1,
      holder: 'x',
    })
    expect(fresh.serials[0]!.serial).toBe('2621600001')
  })

  it('is handed out, reported and listed by the command line', async () => {
    const { client } = await openPlant(open)
    const line = (...words: string[]) => runLine(client, words)
    const made = await line('pool', 'lease', 'BIKE', '3', '--holder', 'Line 2', '--location', 'HAM')
    const serials = made.stdout.trim().split('\n')
    expect(serials).toHaveLength(3)
    const [, code = ''] = /Lease (\S+) of 3/.exec(made.stderr) ?? []
    expect((await line('pool', 'report', code, 'encoded', serials[0]!)).exitCode).toBe(0)
    expect((await line('pool', 'return', code)).stdout).toMatch(/BIKE +Line 2 +3 +0 +1 +0 +0 +2/)
    expect((await line('pool', 'list')).stdout).toContain(code)
    expect((await line('pool', 'show', code)).stdout).toMatch(new RegExp(`${serials[0]} +encoded`))
    const wrong = await line('pool', 'return', code, serials[0]!)
    expect(wrong.exitCode).toBe(1)
    expect(wrong.stderr).toContain('it cannot be given back now')
  })
})
