import { expect, it } from 'vitest'
import { countUnits, exportUnits, outlineUnits, searchUnits } from '../../contract/search.ts'
import { deleteView, listViews, saveView } from '../../contract/saved-views.ts'
import { accept, forEachStore } from '../../../test/support/stores.ts'
import { machineAccess } from '../access.ts'
import { answer, answerStream } from '../answer.ts'
import type { Context } from '../context.ts'

type Outline = { total: number; every: number; cursors: (string | null)[] | null }
type Found = { units: { serial: string }[]; cursor: string | null; served: { by: string } }

forEachStore('search', (open) => {
  /** A company of two items in two bins of an aisle, one of its units failed, one on a pallet. */
  async function openCompany() {
    const { store, ledger, folder, close } = await open()
    const access = machineAccess('test')
    const context: Context = { store, ledger, folder, access, now: Date.now }
    await accept(ledger, 'create_location', { code: 'AISLE', name: 'Aisle 3' })
    await accept(ledger, 'create_location', { code: 'BIN-1', parent: 'AISLE' })
    await accept(ledger, 'create_location', { code: 'DOCK' })
    await accept(ledger, 'create_item', { code: 'DRIVE', name: 'Hard drive' })
    await accept(ledger, 'create_item', { code: 'PALLET', kind: 'container' })
    const entries = ['SN-001', 'SN-002', 'SN-003', 'SN-004'].map((serial, index) => ({
      serial,
      traits: { model: index < 2 ? 'ST3000' : 'WD10', capacity: 1000 * (index + 1) },
    }))
    const received = { time: Date.UTC(2013, 5, 1) }
    await accept(ledger, 'receive', { item: 'DRIVE', location: 'BIN-1', entries }, received)
    const pallet = { item: 'PALLET', location: 'BIN-1', entries: [{ serial: 'PAL-1' }] }
    await accept(ledger, 'commission', pallet, received)
    await accept(ledger, 'put', { units: ['SN-004'], container: 'PAL-1' })
    await accept(ledger, 'move', { units: ['SN-003'], to: 'DOCK' })
    await accept(ledger, 'observe', { units: ['SN-001'], outcome: 'failed', hold: 'noisy' })
    const find = async (query: string, more = {}) =>
      (await answer(searchUnits, { query, ...more }, context)) as Found
    const serials = async (query: string) =>
      (await find(query)).units.map(({ serial }) => serial).sort()
    return { context, ledger, find, serials, close }
  }

  it('finds units by what is true of them, at once after it was recorded', async () => {
    const { ledger, serials, close } = await openCompany()
    expect(await serials('item:DRIVE model:ST3000')).toEqual(['SN-001', 'SN-002'])
    expect(await serials('failed:*')).toEqual(['SN-001'])
    expect(await serials('hold:noisy')).toEqual(['SN-001'])
    expect(await serials('item:DRIVE loc:"Aisle 3"')).toEqual(['SN-001', 'SN-002', 'SN-004'])
    expect(await serials('place:DOCK')).toEqual(['SN-003'])
    expect(await serials('capacity>=2000 -loc:DOCK')).toEqual(['SN-002', 'SN-004'])
    expect(await serials('n-00 received:2013-06')).toHaveLength(4)
    expect(await serials('SN-002 OR PAL')).toEqual(['PAL-1', 'SN-002'])
    expect(await serials('status:delivered')).toEqual([])
    await accept(ledger, 'move', { units: ['SN-002'], to: 'DOCK' })
    expect(await serials('place:DOCK')).toEqual(['SN-002', 'SN-003'])
    expect(await serials('at:2013-07-01 place:DOCK')).toEqual([])
    await close()
  })

  it('pages without repeating or missing a unit', async () => {
    const { find, close } = await openCompany()
    const first = await find('item:DRIVE', { limit: 3 })
    const second = await find('item:DRIVE', { limit: 3, cursor: first.cursor! })
    const all = [...first.units, ...second.units].map(({ serial }) => serial)
    expect(all.sort()).toEqual(['SN-001', 'SN-002', 'SN-003', 'SN-004'])
    expect(second.cursor).toBeNull()
    await close()
  })

  it('can be read on in the middle of a long list', async () => {
    const { context, ledger, find, close } = await openCompany()
    const entries = Array.from({ length: 130 }, (_, index) => ({ serial: `LONG-${index}` }))
    await accept(ledger, 'receive', { item: 'DRIVE', location: 'DOCK', entries })
    const query = 'place:DOCK'
    const outline = async (more = '') =>
      (await answer(outlineUnits, { query: query + more, every: 50 }, context)) as Outline
    const { total, every, cursors } = await outline()
    expect([total, every, cursors!.length]).toEqual([131, 50, 3])
    const parts = await Promise.all(
      cursors!.map((cursor) => find(query, { limit: every, ...(cursor !== null && { cursor }) })),
    )
    const whole = await find(query, { limit: 1000 })
    expect(parts.flatMap(({ units }) => units)).toEqual(whole.units)
    expect(parts.map(({ units }) => units.length)).toEqual([50, 50, 31])
    expect(await outline(' sort:serial')).toEqual({ total: 131, every: 50, cursors: null })
    expect((await outline(' serial:LONG-1*')).cursors).toHaveLength(1)
    await close()
  })

  it('counts in groups', async () => {
    const { context, close } = await openCompany()
    const asked = { query: 'item:DRIVE', group: 'model' }
    const counted = (await answer(countUnits, asked, context)) as {
      total: number
      keys: string[]
      groups: { labels: { value: string }[]; count: number }[]
    }
    expect(counted).toMatchObject({ total: 4, keys: ['model'] })
    const counts = counted.groups.map(({ labels, count }) => `${labels[0]?.value}: ${count}`)
    expect(counts.sort()).toEqual(['ST3000: 2', 'WD10: 2'])
    await close()
  })

  it('points at the character of a search that it does not understand', async () => {
    const { find, close } = await openCompany()
    await expect(find('item:DRIVE statsu:in_stock')).rejects.toMatchObject({
      problem: {
        status: 422,
        field: 'query',
        position: 11,
        suggestion: 'item:DRIVE status:in_stock',
      },
    })
    await close()
  })

  it('exports every unit that is found, with its traits', async () => {
    const { context, close } = await openCompany()
    const rows: unknown[] = []
    for await (const line of answerStream(exportUnits, { query: 'item:DRIVE' }, context)) {
      rows.push(...(line as { rows: unknown[] }).rows)
    }
    expect(rows).toHaveLength(4)
    expect(rows).toContainEqual(
      expect.objectContaining({ serial: 'SN-004', container: 'PAL-1', 'trait.capacity': 4000 }),
    )
    await close()
  })

  it('exports nothing under a name that no unit has, whatever the name', async () => {
    const { context, close } = await openCompany()
    const asked = { query: 'serial:SN-004', columns: 'serial,toString' }
    for await (const line of answerStream(exportUnits, asked, context)) {
      const [row] = (line as { rows: object[] }).rows
      const cells = [
        ['serial', 'SN-004'],
        ['toString', null],
      ]
      expect(Object.entries(row!)).toEqual(cells)
    }
    await close()
  })

  it('keeps searches under names', async () => {
    const { context, close } = await openCompany()
    await answer(saveView, { name: 'broken', query: 'failed:*', group: ['status'] }, context)
    const { views } = (await answer(listViews, {}, context)) as { views: unknown[] }
    expect(views).toEqual([{ name: 'broken', query: 'failed:*', columns: [], group: ['status'] }])
    await expect(
      answer(saveView, { name: 'bad', query: 'received:yesteryear' }, context),
    ).rejects.toMatchObject({ problem: { status: 422 } })
    await answer(deleteView, { name: 'broken' }, context)
    expect(await answer(listViews, {}, context)).toMatchObject({ views: [] })
    await close()
  })
})
