import { expect, it } from 'vitest'
import { accept, forEachStore, record } from '../../test/support/stores.ts'
import type { Store } from '../store/store.ts'
import type { Ledger } from './ledger.ts'

async function openBakery(ledger: Ledger) {
  await accept(ledger, 'create_location', { code: 'OVEN' })
  await accept(ledger, 'create_order', { code: 'MO-1', kind: 'make' })
  const kg = { kind: 'portion', measure: 'kg', decimals: 3 }
  await accept(ledger, 'create_item', { code: 'FLOUR', ...kg })
  await accept(ledger, 'create_item', { code: 'WATER', ...kg })
  await accept(ledger, 'create_item', { code: 'DOUGH', ...kg, scheme: 'D{seq:3}' })
  await accept(ledger, 'create_item', { code: 'BOX', scheme: 'X{seq:3}' })
  const make = (item: string, serial: string, content: number) =>
    accept(ledger, 'commission', { item, location: 'OVEN', entries: [{ serial, content }] })
  await make('FLOUR', 'F1', 10_000)
  await make('WATER', 'W1', 6_000)
}

const stateOf = async (store: Store, id: number) =>
  store.read
    .selectFrom('units')
    .select(['serial', 'content', 'status', 'location'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow()

const edgesInto = async (store: Store, id: number) => {
  const rows = await store.read
    .selectFrom('edges')
    .select(['other', 'quantity', 'active'])
    .where('unit', '=', id)
    .where('direction', '=', -1)
    .orderBy('other')
    .execute()
  return rows.map(({ other, quantity, active }) => [other, quantity, active])
}

const consumed = 11
const inStock = 2

forEachStore('what is used up', (open) => {
  it('is in what is made of it to the last gram, and comes back with a correction', async () => {
    const { ledger, store } = await open()
    await openBakery(ledger)
    const dough = await accept(ledger, 'consume', {
      inputs: [{ unit: 'F1', quantity: 7_000 }, { unit: 'W1' }],
      make: { item: 'DOUGH', entries: [{ content: 4_000 }, { content: 8_500 }] },
      order: 'MO-1',
    })
    expect(dough.created).toBe('3-4')
    expect(await edgesInto(store, 3)).toEqual([
      [1, 2240, 1],
      [2, 1920, 1],
    ])
    expect(await edgesInto(store, 4)).toEqual([
      [1, 4760, 1],
      [2, 4080, 1],
    ])
    expect(await stateOf(store, 1)).toMatchObject({ content: 3_000, status: inStock, location: 2 })
    expect(await stateOf(store, 2)).toMatchObject({ content: 0, status: consumed, location: 1 })
    expect(await stateOf(store, 3)).toMatchObject({ serial: 'D001', content: 4_000, location: 2 })
    const event = await store.read
      .selectFrom('events')
      .select('data')
      .where('id', '=', dough.event!)
      .executeTakeFirstOrThrow()
    // Half a kilogram went up in steam.
    expect(JSON.parse(event.data)).toEqual({ in: 13_000, out: 12_500 })

    await accept(ledger, 'correct', { event: dough.event })
    expect(await stateOf(store, 1)).toMatchObject({ content: 10_000 })
    expect(await stateOf(store, 2)).toMatchObject({ content: 6_000, status: inStock, location: 2 })
    expect((await edgesInto(store, 4)).map(([, , active]) => active)).toEqual([0, 0])
  })

  it('goes into a unit that is there, but not twice, held or beyond what there is', async () => {
    const { ledger, store } = await open()
    await openBakery(ledger)
    await accept(ledger, 'commission', { item: 'BOX', count: 3, location: 'OVEN' })
    await accept(ledger, 'start', { units: ['X001'], order: 'MO-1' })
    await accept(ledger, 'consume', {
      inputs: [{ unit: 'X002' }, { unit: 'F1', quantity: 500 }],
      into: 'X001',
      order: 'MO-1',
    })
    expect(await edgesInto(store, 3)).toEqual([
      [1, 500, 1],
      [4, 1, 1],
    ])
    const refusal = async (input: unknown) => {
      const answer = await record(ledger, 'consume', input)
      return answer.ok ? null : answer.refusal.code
    }
    expect(await refusal({ inputs: [{ unit: 'X002' }] })).toBe('status_forbids')
    const tooMuch = await record(ledger, 'consume', { inputs: [{ unit: 'F1', quantity: 9_501 }] })
    expect(tooMuch).toMatchObject({
      refusal: { code: 'content_short', facts: { content: '9.500 kg', wanted: '9.501 kg' } },
    })
    expect(await refusal({ inputs: [{ unit: 'X003', quantity: 2 }] })).toBe('not_a_portion')
    expect(await refusal({ inputs: [{ unit: 'X003' }], into: 'X003' })).toBe('unit_repeated')
    expect(await refusal({ inputs: [{ unit: 'X003' }], into: 'W1' })).toBe('input_invalid')
    await accept(ledger, 'hold', { units: ['X003'], hold: 'Dented' })
    expect(await refusal({ inputs: [{ unit: 'X003' }] })).toBe('held')
    await accept(ledger, 'finish', { units: ['X001'], to: 'OVEN' })
    await accept(ledger, 'repair_start', { units: ['X003'] })
    await accept(ledger, 'repair_finish', { units: ['X003'] })
    expect(await stateOf(store, 3)).toMatchObject({ status: inStock })
  })
})
