import { describe, expect, it } from 'vitest'
import { accept, forEachStore, record } from '../../test/support/stores.ts'
import type { Ledger } from './ledger.ts'
import { foldIdentifier } from '../domain/identifier.ts'
import type { Store } from '../store/store.ts'

const start = Date.UTC(2026, 0, 5)
/** Minutes after the start, in milliseconds UTC. */
const at = (minutes: number) => ({ time: start + minutes * 60_000 })

const setUp = (ledger: Ledger) =>
  Promise.all([
    ...['BIN-1', 'BIN-2', 'BIN-3'].map((code) => accept(ledger, 'create_location', { code })),
    accept(ledger, 'create_item', { code: 'BIKE' }),
    accept(ledger, 'create_item', { code: 'FLOUR', kind: 'portion' }),
    accept(ledger, 'create_item', { code: 'PALLET', kind: 'container' }),
  ])

const make = (ledger: Ledger, item: string, serial: string, minutes: number, more: object = {}) =>
  accept(
    ledger,
    'commission',
    { item, entries: [{ serial, ...more }], location: 'BIN-1' },
    at(minutes),
  )

async function stateOf(store: Store, serial: string) {
  const { units } = await store.resolve(foldIdentifier(serial))
  return units[0]!.state
}

const location = async (store: Store, code: string) =>
  (await store.read.selectFrom('subjects').select('id').where('key', '=', code).executeTakeFirst())!
    .id

forEachStore('late events', (open) => {
  it('what was said later holds, although it changed nothing when it was said', async () => {
    const { ledger, store } = await open()
    await setUp(ledger)
    await make(ledger, 'BIKE', 'B1', 0)
    await accept(ledger, 'move', { units: ['B1'], to: 'BIN-1' }, at(30))
    const late = await accept(ledger, 'move', { units: ['B1'], to: 'BIN-2' }, at(20))
    expect(late.contested).toBe(false)
    expect(await stateOf(store, 'B1')).toMatchObject({ location: await location(store, 'BIN-1') })
  })

  it('a late entry into a pallet that the unit has left leaves it where it is', async () => {
    const { ledger, store } = await open()
    await setUp(ledger)
    await make(ledger, 'PALLET', 'P1', 0)
    await make(ledger, 'BIKE', 'B1', 0)
    await accept(ledger, 'move', { units: ['B1'], to: 'BIN-2' }, at(30))
    await accept(ledger, 'put', { units: ['B1'], container: 'P1' }, at(20))
    const place = { location: await location(store, 'BIN-2'), parent: null }
    expect(await stateOf(store, 'B1')).toMatchObject(place)
  })

  it('a late shipment takes along what was inside at its time', async () => {
    const { ledger, store } = await open()
    await setUp(ledger)
    await make(ledger, 'PALLET', 'P1', 0)
    await accept(
      ledger,
      'commission',
      {
        item: 'BIKE',
        entries: Array.from({ length: 250 }, (_, index) => ({ serial: `B${index}` })),
        container: 'P1',
      },
      at(1),
    )
    await accept(
      ledger,
      'receive',
      { item: 'BIKE', entries: [{ serial: 'C' }], location: 'BIN-1' },
      at(1),
    )
    for (const unit of ['B0', 'B1']) {
      await accept(ledger, 'observe', { units: [unit], outcome: 'seen' }, at(30))
    }
    await accept(ledger, 'take', { units: ['B249'] }, at(40))
    const shipped = await accept(ledger, 'ship', { units: ['P1'] }, at(20))
    expect(shipped.contested).toBe(false)
    expect(await stateOf(store, 'B0')).toMatchObject({ status: 'in_transit' })
    expect(await stateOf(store, 'B249')).toMatchObject({ status: 'in_transit', parent: null })
    expect(await stateOf(store, 'C')).toMatchObject({ status: 'in_stock' })
  })

  it('a late entry that would close a circle of containers is kept as contested', async () => {
    const { ledger, store } = await open()
    await setUp(ledger)
    for (const serial of ['P1', 'P2']) await make(ledger, 'PALLET', serial, 0)
    await accept(ledger, 'put', { units: ['P2'], container: 'P1' }, at(30))
    const late = await accept(ledger, 'put', { units: ['P1'], container: 'P2' }, at(20))
    expect(late.contested).toBe(true)
    expect(await stateOf(store, 'P1')).toMatchObject({ parent: null })
    await accept(ledger, 'ship', { units: ['P1'] }, at(40))
    expect(await stateOf(store, 'P2')).toMatchObject({ status: 'in_transit' })
  })

  it('a late entry into a container that is gone by now is kept as contested', async () => {
    const { ledger, store } = await open()
    await setUp(ledger)
    await make(ledger, 'PALLET', 'P1', 0)
    await make(ledger, 'BIKE', 'B1', 0)
    await accept(ledger, 'dispose', { units: ['P1'] }, at(30))
    const late = await accept(ledger, 'put', { units: ['B1'], container: 'P1' }, at(20))
    expect(late.contested).toBe(true)
    expect(await stateOf(store, 'B1')).toMatchObject({ parent: null, status: 'in_stock' })
  })

  it('a late end of a container that was filled since is kept as contested', async () => {
    const { ledger, store } = await open()
    await setUp(ledger)
    await make(ledger, 'PALLET', 'P1', 0)
    await make(ledger, 'BIKE', 'B1', 0)
    await accept(ledger, 'put', { units: ['B1'], container: 'P1' }, at(30))
    const late = await accept(ledger, 'dispose', { units: ['P1'] }, at(20))
    expect(late.contested).toBe(true)
    expect(await stateOf(store, 'P1')).toMatchObject({ status: 'in_stock' })
  })

  it('a container does not end while what was inside it by then went on', async () => {
    const { ledger, store } = await open()
    await setUp(ledger)
    for (const pallet of ['P1', 'P2']) await make(ledger, 'PALLET', pallet, 0)
    await make(ledger, 'BIKE', 'B1', 0, {})
    await accept(ledger, 'put', { units: ['B1'], container: 'P1' }, at(10))
    await accept(ledger, 'put', { units: ['B1'], container: 'P2' }, at(30))
    // P1 has no later event of its own; B1 has, and cannot have been lost with it.
    const lost = await accept(ledger, 'lose', { units: ['B1', 'P1'] }, at(20))
    expect(lost.contested).toBe(true)
    expect(await stateOf(store, 'P1')).toMatchObject({ status: 'in_stock' })
    expect(await stateOf(store, 'B1')).toMatchObject({ status: 'in_stock' })
  })

  describe('what a scan tells too late is never thrown away', () => {
    it.each([
      ['before the unit was made', 'move', { units: ['B1'], to: 'BIN-2' }, -5],
      ['while it was held', 'ship', { units: ['B1'] }, 15],
      ['while it was not inside anything', 'take', { units: ['B1'] }, 5],
    ])('%s', async (_, kind, input, minutes) => {
      const { ledger, store } = await open()
      await setUp(ledger)
      await make(ledger, 'BIKE', 'B1', 0)
      await accept(ledger, 'hold', { units: ['B1'], hold: 'scratched' }, at(10))
      await accept(ledger, 'release', { units: ['B1'] }, at(20))
      const before = await stateOf(store, 'B1')
      const late = await accept(ledger, kind, input, at(minutes))
      expect(late.contested).toBe(true)
      expect(await stateOf(store, 'B1')).toEqual(before)
      const reviews = await store.read.selectFrom('reviews').selectAll().execute()
      expect(reviews).toEqual([{ event: late.event, unit: 1, settled: null }])
    })
  })

  it('a late split that takes more than there can have been makes nothing of nothing', async () => {
    const { ledger, store } = await open()
    await setUp(ledger)
    await make(ledger, 'FLOUR', 'F1', 0, { content: 100 })
    await accept(ledger, 'split', { unit: 'F1', parts: [{ serial: 'F2', content: 80 }] }, at(30))
    const parts = [{ serial: 'F3', content: 30 }]
    const late = await accept(ledger, 'split', { unit: 'F1', parts }, at(20))
    expect(late.contested).toBe(true)
    expect(await stateOf(store, 'F1')).toMatchObject({ content: 20 })
    expect(await stateOf(store, 'F3')).toMatchObject({ status: 'void', content: 0 })
    const edges = await store.read.selectFrom('edges').select('quantity').execute()
    expect(edges.map(({ quantity }) => quantity)).toEqual([80, 80])
    // The label is on the bag all the same: the number can still be given its unit.
    await accept(ledger, 'commission', { item: 'FLOUR', entries: [{ serial: 'F3', content: 20 }] })
    expect(await stateOf(store, 'F3')).toMatchObject({ status: 'in_stock', content: 20 })
  })

  it('of now, the same things are refused', async () => {
    const { ledger } = await open()
    await setUp(ledger)
    await make(ledger, 'BIKE', 'B1', 0)
    const answer = await record(ledger, 'take', { units: ['B1'] }, at(10))
    expect(answer).toMatchObject({ ok: false, refusal: { code: 'not_inside' } })
  })
})
