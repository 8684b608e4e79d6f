import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { accept, forEachStore, runSql, type OpenedStore } from '../../test/support/stores.ts'
import { foldTimeline } from '../domain/timeline.ts'
import { restoreStore, type StoreAddress } from './open.ts'
import { unitOf } from './rows.ts'
import type { Store } from './store.ts'

/** Another place for a company: a file, or a database of its own on the same server. */
async function otherPlace(address: StoreAddress, folder: string): Promise<StoreAddress> {
  if (address.engine === 'sqlite') return { engine: 'sqlite', path: join(folder, 'restored.db') }
  const database = `restored_${randomBytes(4).toString('hex')}`
  await runSql(address, `create database ${database}`)
  return { ...address, url: address.url.replace('/postgres?', `/${database}?`) }
}

/** The serials of units with ids above the one given. */
async function serialsOf({ read }: Store, after = 0): Promise<Set<string | null>> {
  const rows = await read.selectFrom('units').select('serial').where('id', '>', after).execute()
  return new Set(rows.map(({ serial }) => serial))
}

async function writeUntil(signal: AbortSignal, { ledger }: OpenedStore): Promise<void> {
  while (!signal.aborted) {
    await accept(ledger, 'commission', { item: 'BIKE', count: 20 })
    await accept(ledger, 'move', { units: ['B000001', 'B000002'], to: 'BIN-1' })
  }
}

forEachStore('a backup', (open) => {
  it('made while others write opens, is whole and has all that was acknowledged', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'seriatim-backup-'))
    onTestFinished(() => rmSync(folder, { recursive: true }))
    const company = await open()
    const { address, store, ledger } = company
    await accept(ledger, 'create_item', { code: 'BIKE', scheme: 'B{seq:6}' })
    await accept(ledger, 'create_location', { code: 'BIN-1' })
    await accept(ledger, 'commission', { item: 'BIKE', count: 500 })

    const done = new AbortController()
    const writing = writeUntil(done.signal, company)
    const path = join(folder, 'backup')
    await store.backup(path)
    done.abort()
    await writing

    const place = await otherPlace(address, folder)
    expect(await restoreStore(place, path, Date.now())).toBe(true)
    expect(await restoreStore(place, path, Date.now())).toBe(false)
    const restored = await open({ address: place })
    const units = await restored.store.read.selectFrom('units').selectAll().execute()
    expect(units.length).toBeGreaterThanOrEqual(500)
    for (const row of units.slice(0, 100)) {
      expect(foldTimeline(await restored.store.history(row.id))).toEqual(unitOf(row).state)
    }
    // It carries on behind all that may have been given out since: no number comes a second time.
    const more = await accept(restored.ledger, 'commission', { item: 'BIKE', count: 1 })
    expect(more.created).toBe(String(units.length + 1))
    const given = await serialsOf(store)
    expect(given.size).toBeGreaterThan(units.length)
    for (const serial of await serialsOf(restored.store, units.length)) {
      expect(given).not.toContain(serial)
    }
  })
})
