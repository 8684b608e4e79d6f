import { expect, it } from 'vitest'
import type { SubjectKind } from '../domain/subject.ts'
import { accept, forEachStore, type OpenedStore } from '../../test/support/stores.ts'

const lamps = Array.from({ length: 40 }, (_, index) => `LAMP-${index + 10}`)

async function stockLamps({ ledger }: OpenedStore): Promise<void> {
  await accept(ledger, 'create_location', { code: 'A' })
  await accept(ledger, 'create_location', { code: 'B' })
  await accept(ledger, 'create_item', { code: 'LAMP', scheme: 'LAMP-{seq:2}' })
  const entries = lamps.map((serial) => ({ serial }))
  await accept(ledger, 'commission', { item: 'LAMP', entries, location: 'A' })
}

forEachStore('reads that are gathered', (open) => {
  it('give each of many who ask at once what was asked for', async () => {
    const opened = await open()
    await stockLamps(opened)
    const { store } = opened
    const asked = Array.from({ length: 200 }, (_, index) => {
      const lamp = lamps[(index * 7) % lamps.length]!
      return index % 5 === 0 ? [lamp, 'NOTHING', 'LAMP\0', 'LAMP\ud800', lamp] : [lamp]
    })
    const answers = await Promise.all(asked.map((numbers) => store.resolve(...numbers)))
    for (const [index, { rows, units }] of answers.entries()) {
      const [lamp] = asked[index]!
      expect(units.map(({ state }) => state.serial)).toEqual([lamp])
      expect(new Set(rows.map(({ written }) => written))).toEqual(new Set([lamp]))
    }
    const ids = answers.flatMap(({ units }) => units.map(({ id }) => id))
    const units = await Promise.all(ids.map((id) => store.units([id, 999_999, id])))
    expect(units.map((found) => found.map(({ id }) => id))).toEqual(ids.map((id) => [id, id]))
    const subjects = await store.subjectRows([
      { kind: 'location', id: units[0]![0]!.state.location! },
      { kind: 'item', id: 999_999 },
      { kind: 'item', id: units[0]![0]!.state.item },
    ])
    expect(subjects.map(({ kind, code, patterns }) => [kind, code, patterns])).toEqual([
      ['location', 'A', '[]'],
      ['item', 'LAMP', '["LAMP-{seq:2}"]'],
    ])
    expect(await Promise.all([store.resolve(), store.units([]), store.subjectRows([])])).toEqual([
      { rows: [], units: [] },
      [],
      [],
    ])
  })

  it('give with units that are asked for together all that they refer to', async () => {
    const { ledger, store } = await open()
    await accept(ledger, 'create_location', { code: 'A' })
    await accept(ledger, 'create_item', { code: 'MILK', tracking: 'lot' })
    await accept(ledger, 'create_lot', { code: 'L-1', item: 'MILK' })
    const entries = [{ serial: 'M-1' }]
    await accept(ledger, 'commission', { item: 'MILK', lot: 'L-1', entries, location: 'A' })
    const [milk] = (await store.resolve('M-1', 'M-2')).units
    const { item, lot, location, party } = milk!.state
    const codeOf = (kind: SubjectKind, id: number | null) =>
      id === null ? null : milk!.subjects!.get(kind)?.get(id)?.code
    expect(codeOf('item', item)).toBe('MILK')
    expect(codeOf('lot', lot)).toBe('L-1')
    expect(codeOf('location', location)).toBe('A')
    expect(codeOf('party', party)).toBeNull()
  })

  it('tell of everything that was recorded before they were asked', async () => {
    const opened = await open()
    await stockLamps(opened)
    const { ledger, store } = opened
    const [lamp = ''] = lamps
    // Somebody else asks all the time, so that a read is always under way.
    const done = new AbortController()
    const others = Array.from({ length: 8 }, async () => {
      while (!done.signal.aborted) await store.resolve(lamp)
    })
    const { id } = (await store.resolve(lamp)).units[0]!
    const seen: number[][] = []
    for (let move = 0; move < 30; move += 1) {
      const { event } = await accept(ledger, 'move', {
        units: [lamp],
        to: move % 2 ? 'A' : 'B',
      })
      const [named, [byId]] = await Promise.all([store.resolve(lamp), store.units([id])])
      seen.push([event!, named.units[0]!.event, byId!.event])
    }
    done.abort()
    await Promise.all(others)
    expect(seen).toEqual(seen.map(([event]) => [event, event, event]))
  })
})
