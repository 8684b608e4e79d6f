import { expect, it } from 'vitest'
import { accept, forEachStore, record } from '../../test/support/stores.ts'
import { foldIdentifier } from '../domain/identifier.ts'
import type { Store } from '../store/store.ts'
import type { Ledger } from './ledger.ts'

const setUp = (ledger: Ledger) =>
  Promise.all([
    ...['BIN-1', 'BIN-2'].map((code) => accept(ledger, 'create_location', { code })),
    accept(ledger, 'create_item', { code: 'BIKE' }),
    accept(ledger, 'create_item', { code: 'FLOUR', kind: 'portion' }),
    accept(ledger, 'create_item', { code: 'PALLET', kind: 'container' }),
    make(ledger, 'BIKE', { serial: 'B1' }),
    make(ledger, 'PALLET', { serial: 'P1' }),
    make(ledger, 'FLOUR', { serial: 'F1', content: 100 }),
  ])

const make = (ledger: Ledger, item: string, entry: object) =>
  accept(ledger, 'commission', { item, entries: [entry], location: 'BIN-1' })

const stateOf = async (store: Store, serial: string) =>
  (await store.resolve(foldIdentifier(serial))).units[0]!.state

const correct = (ledger: Ledger, { event }: { event: number | null }) =>
  record(ledger, 'correct', { event })

const blocked = { ok: false, refusal: { code: 'correction_blocked' } }

forEachStore('corrections', (open) => {
  it('restore the exact state, and can be taken back themselves', async () => {
    const { ledger, store } = await open()
    await setUp(ledger)
    const before = await stateOf(store, 'B1')
    const moved = await accept(ledger, 'move', { units: ['B1'], to: 'BIN-2' })
    const after = await stateOf(store, 'B1')
    const undone = await accept(ledger, 'correct', { event: moved.event })
    expect(await stateOf(store, 'B1')).toEqual(before)
    expect(await correct(ledger, moved)).toMatchObject({
      refusal: { code: 'correction_of_correction' },
    })
    await accept(ledger, 'correct', { event: undone.event })
    expect(await stateOf(store, 'B1')).toEqual(after)
  })

  it('give a split back to the last gram, and its edges with it when it is restored', async () => {
    const { ledger, store } = await open()
    await setUp(ledger)
    const parts = [{ serial: 'F2', content: 30 }]
    const split = await accept(ledger, 'split', { unit: 'F1', parts })
    const undone = await accept(ledger, 'correct', { event: split.event })
    const activeEdges = () =>
      store.read.selectFrom('edges').select(['unit', 'quantity']).where('active', '=', 1).execute()
    expect(await stateOf(store, 'F1')).toMatchObject({ content: 100 })
    expect(await stateOf(store, 'F2')).toMatchObject({ status: 'void', content: 0 })
    expect(await activeEdges()).toEqual([])
    await accept(ledger, 'correct', { event: undone.event })
    expect(await stateOf(store, 'F2')).toMatchObject({ status: 'in_stock', content: 30 })
    expect((await activeEdges()).map(({ quantity }) => quantity)).toEqual([30, 30])
  })

  it('are refused where a later event needs what would be taken back', async () => {
    const { ledger } = await open()
    await setUp(ledger)
    const expected = await accept(ledger, 'expect', { item: 'BIKE', entries: [{ serial: 'B2' }] })
    await accept(ledger, 'receive', { units: ['B2'], location: 'BIN-1' })
    expect(await correct(ledger, expected)).toMatchObject(blocked)
  })

  it('put no unit into a container that has ended since, or into itself', async () => {
    const { ledger, store } = await open()
    await setUp(ledger)
    await accept(ledger, 'put', { units: ['B1'], container: 'P1' })
    const taken = await accept(ledger, 'take', { units: ['B1'] })
    await accept(ledger, 'dispose', { units: ['P1'] })
    expect(await correct(ledger, taken)).toMatchObject(blocked)

    await accept(ledger, 'commission', { item: 'PALLET', entries: [{ serial: 'P3' }] })
    await accept(ledger, 'receive', {
      item: 'PALLET',
      entries: [{ serial: 'P4' }],
      location: 'BIN-1',
    })
    await accept(ledger, 'put', { units: ['P3'], container: 'P4' })
    const out = await accept(ledger, 'take', { units: ['P3'] })
    await accept(ledger, 'put', { units: ['P4'], container: 'P3' })
    expect(await correct(ledger, out)).toMatchObject(blocked)
    expect(await stateOf(store, 'P3')).toMatchObject({ parent: null })
  })

  it('bring no loss of a container back over what came to be inside it', async () => {
    const { ledger } = await open()
    await setUp(ledger)
    const time = Date.now()
    const lost = await accept(ledger, 'lose', { units: ['P1'] }, { time: time + 20_000 })
    const found = await accept(ledger, 'correct', { event: lost.event })
    await accept(ledger, 'put', { units: ['B1'], container: 'P1' }, { time: time + 10_000 })
    expect(await correct(ledger, found)).toMatchObject(blocked)
  })

  it('leave no unit inside a container that was never made', async () => {
    const { ledger } = await open()
    await setUp(ledger)
    const made = await accept(ledger, 'commission', { item: 'PALLET', entries: [{ serial: 'P3' }] })
    await accept(ledger, 'commission', {
      item: 'BIKE',
      entries: [{ serial: 'B2' }],
      container: 'P3',
    })
    expect(await correct(ledger, made)).toMatchObject(blocked)
  })

  it('settle the review of a contested fact, and open it again when taken back', async () => {
    const { ledger, store } = await open()
    await setUp(ledger)
    const contested = await accept(ledger, 'take', { units: ['B1'] }, { time: 0 })
    expect(contested.contested).toBe(true)
    const openReviews = async () =>
      (await store.read.selectFrom('reviews').selectAll().where('settled', 'is', null).execute())
        .length
    const undone = await accept(ledger, 'correct', { event: contested.event })
    expect(await openReviews()).toBe(0)
    await accept(ledger, 'correct', { event: undone.event })
    expect(await openReviews()).toBe(1)
  })

  it('count an event as corrected once, however the corrections are taken back', async () => {
    const { ledger } = await open()
    await setUp(ledger)
    const moved = await accept(ledger, 'move', { units: ['B1'], to: 'BIN-2' })
    const first = await accept(ledger, 'correct', { event: moved.event })
    const second = await accept(ledger, 'correct', { event: first.event })
    await accept(ledger, 'correct', { event: moved.event })
    // To restore the first correction would correct the move twice.
    expect(await correct(ledger, second)).toMatchObject({
      refusal: { code: 'correction_of_correction', facts: { event: moved.event } },
    })
  })

  it('of a place give it neither the code of another nor itself as the place above', async () => {
    const { ledger } = await open()
    await setUp(ledger)
    const renamed = await accept(ledger, 'change_location', { code: 'BIN-1', rename: 'X', set: {} })
    await accept(ledger, 'create_location', { code: 'BIN-1' })
    expect(await correct(ledger, renamed)).toMatchObject({ refusal: { code: 'code_taken' } })

    await accept(ledger, 'create_location', { code: 'A', parent: 'BIN-2' })
    const raised = await accept(ledger, 'change_location', { code: 'A', set: { parent: null } })
    await accept(ledger, 'change_location', { code: 'BIN-2', set: { parent: 'A' } })
    expect(await correct(ledger, raised)).toMatchObject({ refusal: { code: 'location_cycle' } })
  })
})

forEachStore('changes of places', (open) => {
  it('free the old code at once and keep the place above', async () => {
    const { ledger, store } = await open()
    await setUp(ledger)
    await accept(ledger, 'create_location', { code: 'SHELF', parent: 'BIN-1' })
    await accept(ledger, 'change_location', { code: 'BIN-1', rename: 'HALL', set: {} })
    await accept(ledger, 'create_location', { code: 'BIN-1' })
    await accept(ledger, 'change_location', { code: 'SHELF', set: { name: 'Shelf' } })
    const parents = await store.read
      .selectFrom('subjects as shelf')
      .innerJoin('subjects as above', (join) =>
        join.onRef('above.id', '=', 'shelf.parent').on('above.kind', '=', 'location'),
      )
      .where('shelf.code', '=', 'SHELF')
      .select('above.code')
      .execute()
    expect(parents).toEqual([{ code: 'HALL' }])
  })
})
