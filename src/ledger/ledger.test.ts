import { uuidv7 } from 'uuidv7'
import { expect, it } from 'vitest'
import { accept, forEachStore, record } from '../../test/support/stores.ts'
import type { EventRecord } from '../domain/event.ts'
import { openLedger, type Ledger } from './ledger.ts'

const setUp = (ledger: Ledger) =>
  Promise.all([
    ...['BIN-1', 'BIN-2'].map((code) => accept(ledger, 'create_location', { code })),
    accept(ledger, 'create_item', { code: 'BIKE', scheme: 'B{seq:4}' }),
    accept(ledger, 'create_item', { code: 'PALLET', kind: 'container' }),
    accept(ledger, 'commission', { item: 'BIKE', entries: [{ serial: 'X1' }], location: 'BIN-1' }),
    accept(ledger, 'commission', { item: 'PALLET', entries: [{ serial: 'P1' }] }),
  ])

forEachStore('the ledger', (open) => {
  it('gives a repeated command the same answer for ever, accepted or refused', async () => {
    const { ledger, store } = await open()
    await setUp(ledger)
    const command = (kind: string, input: object) => ({ id: uuidv7(), actor: 'ann', kind, input })
    const wishes = [
      command('move', { units: ['X1'], to: 'BIN-2' }),
      command('find', { units: ['X1'], location: 'BIN-1' }),
      command('commission', { item: 'BIKE', count: 2 }),
    ]
    const [first, together] = await Promise.all([
      Promise.all(wishes.map((wish) => ledger.record(wish))),
      Promise.all(wishes.map((wish) => ledger.record(wish))),
    ])
    expect(first.map(({ ok }) => ok)).toEqual([true, false, true])
    expect(together).toEqual(first)
    // What made the second refusable is gone, and another server answers.
    await accept(ledger, 'lose', { units: ['X1'] })
    const another = openLedger(store, Date.now)
    expect(await Promise.all(wishes.map((wish) => another.record(wish)))).toEqual(first)
  })

  it('refuses another content under the id of an earlier command', async () => {
    const { ledger } = await open()
    await setUp(ledger)
    const id = uuidv7()
    await accept(ledger, 'move', { units: ['X1'], to: 'BIN-2' }, { id })
    const conflict = { ok: false, refusal: { code: 'command_conflict' } }
    const others = [
      record(ledger, 'move', { units: ['X1'], to: 'BIN-1' }, { id }),
      record(ledger, 'find', { units: ['X1'], location: 'BIN-1' }, { id }),
      record(ledger, 'move', { units: ['X1'], to: 'BIN-2' }, { id, actor: 'bob' }),
      record(ledger, 'move', { units: ['X1'], to: 'BIN-2' }, { id, time: 1 }),
    ]
    expect(await Promise.all(others)).toMatchObject(others.map(() => conflict))
  })

  it('keeps together what a command says: a refused entry leaves nothing half done', async () => {
    const { ledger, store } = await open()
    await setUp(ledger)
    await accept(ledger, 'commission', { item: 'BIKE', count: 2, container: 'P1' })
    // Neither what is inside nor the pallet leaves while one of them cannot.
    await accept(ledger, 'pack', { units: ['B0002'] })
    await accept(ledger, 'ship', { units: ['B0002'] })
    await accept(ledger, 'return', { units: ['B0002'], location: 'BIN-1' })
    await accept(ledger, 'put', { units: ['B0002'], container: 'P1' })
    const all = await record(ledger, 'ship', { units: ['X1', 'P1'] })
    expect(all).toMatchObject({ ok: false, refusal: { code: 'status_forbids' } })
    const partial = await accept(ledger, 'ship', { units: ['X1', 'P1'], partial: true })
    expect(partial.refused).toMatchObject([{ index: 1, refusal: { code: 'status_forbids' } }])
    const status = async (serial: string) =>
      (await store.resolve(serial)).units.map(({ state }) => state.status)
    expect(await status('X1')).toEqual(['in_transit'])
    expect(await status('P1')).toEqual(['in_stock'])
    expect(await status('B0001')).toEqual(['in_stock'])
  })

  it('passes over a number that somebody typed by hand, also in the same command', async () => {
    const { ledger, store } = await open()
    await setUp(ledger)
    await accept(ledger, 'commission', { item: 'BIKE', entries: [{ serial: 'b0001' }] })
    const entries = [{}, { serial: 'B0003' }, {}]
    const { created } = await accept(ledger, 'commission', { item: 'BIKE', entries })
    expect(created).toBe('4-6')
    const units = await store.read.selectFrom('units').select('serial').orderBy('id').execute()
    expect(units.slice(2).map(({ serial }) => serial)).toEqual(['b0001', 'B0002', 'B0003', 'B0004'])
  })

  it('tells its listeners of events in order, once they are durable', async () => {
    const { ledger, store } = await open()
    const heard: EventRecord[] = []
    ledger.onRecorded((events) => heard.push(...events))
    await setUp(ledger)
    const moves = Array.from({ length: 3000 }, (_, index) =>
      accept(ledger, 'move', { units: ['X1'], to: index % 2 ? 'BIN-1' : 'BIN-2' }),
    )
    const answers = await Promise.all(moves)
    const stored = await store.read.selectFrom('events').select('id').orderBy('id').execute()
    expect(heard.map(({ id }) => id)).toEqual(stored.map(({ id }) => id))
    expect(answers.map(({ event }) => event)).toEqual(stored.slice(-3000).map(({ id }) => id))
  })

  it('takes nothing more when it is closed, and finishes what it has', async () => {
    const { ledger } = await open()
    const pending = record(ledger, 'create_item', { code: 'BIKE' })
    await ledger.close()
    expect(await pending).toMatchObject({ ok: true })
    await expect(record(ledger, 'create_item', { code: 'CARD' })).rejects.toThrow('closed')
  })

  it('finds a unit whose making was corrected away, and says that it was never made', async () => {
    const { ledger } = await open()
    await setUp(ledger)
    const made = await accept(ledger, 'commission', { item: 'BIKE', entries: [{ serial: 'X2' }] })
    await accept(ledger, 'correct', { event: made.event })
    const tries = [
      record(ledger, 'move', { units: ['X2'], to: 'BIN-1' }),
      record(ledger, 'receive', { units: ['X2'], location: 'BIN-1' }),
      record(ledger, 'replace', { unit: 'X2', serial: 'X3', why: 'damaged' }),
      record(ledger, 'change', { units: ['X2'], lot: 'L1' }),
    ]
    const refusal = { code: 'status_forbids', facts: { status: 'void' } }
    expect(await Promise.all(tries)).toMatchObject(tries.map(() => ({ ok: false, refusal })))
    const again = await accept(ledger, 'commission', { item: 'BIKE', entries: [{ serial: 'X2' }] })
    expect(again.created).toBe('')
  })

  it('follows containers nested far deeper than anybody would nest them', async () => {
    const { ledger, store } = await open()
    const depth = 220
    await accept(ledger, 'create_item', { code: 'BOX', kind: 'container' })
    const entries = Array.from({ length: depth }, (_, index) => ({ serial: `P${index}` }))
    await accept(ledger, 'commission', { item: 'BOX', entries })
    await Promise.all(
      entries
        .slice(1)
        .map(({ serial }, index) =>
          accept(ledger, 'put', { units: [serial], container: `P${index}` }),
        ),
    )
    const another = openLedger(store, Date.now)
    const cycle = await record(another, 'put', { units: ['P0'], container: `P${depth - 1}` })
    expect(cycle).toMatchObject({ refusal: { code: 'container_cycle' } })
    await accept(another, 'ship', { units: ['P0'] })
    const { units } = await store.resolve(`P${depth - 1}`)
    expect(units[0]!.state.status).toBe('in_transit')
  })
})
