import { expect, it } from 'vitest'
import { accept, forEachStore, record, runSql } from '../../test/support/stores.ts'
import type { Answer } from '../domain/command.ts'
import type { Store } from '../store/store.ts'
import type { Ledger } from './ledger.ts'

const serialsOf = async (store: Store): Promise<(string | null)[]> => {
  const rows = await store.read.selectFrom('units').select('serial').orderBy('id').execute()
  return rows.map(({ serial }) => serial)
}

const refusalOf = async (answer: Promise<Answer>) => {
  const given = await answer
  return given.ok ? null : given.refusal
}

const commission = (ledger: Ledger, item: string, ...serials: string[]) =>
  record(ledger, 'commission', { item, entries: serials.map((serial) => ({ serial })) })

const start = Date.UTC(2026, 7, 1, 12)

forEachStore('serials', (open) => {
  it('are counted by item, site, order and day, in every base and with every check', async () => {
    const { store, ledger } = await open({ now: () => start })
    await accept(ledger, 'create_location', { code: 'HAM', kind: 'site' })
    await accept(ledger, 'create_location', { code: 'HAM-1', parent: 'HAM' })
    await accept(ledger, 'create_location', { code: 'MUC', kind: 'site' })
    await accept(ledger, 'create_order', { code: '4711' })
    const schemes = {
      SITE: '{site}-{YY}{WW}-{seq:3}{check}',
      ORDER: 'A{order}/{seq:3:36/order}{check:iso-37-2}',
      DAY: 'D{YY}{JJJ}{seq:4:16/day}',
      ALL: '{item.code}{trait.size}-{seq:3:32/all}{check:luhn-32}',
    }
    for (const [code, scheme] of Object.entries(schemes)) {
      await accept(ledger, 'create_item', { code, scheme })
    }
    for (const location of ['HAM-1', 'MUC', 'HAM']) {
      await accept(ledger, 'commission', { item: 'SITE', count: 1, location })
    }
    await accept(ledger, 'commission', { item: 'ORDER', count: 2, order: '4711' })
    const tomorrow = { time: start + 20 * 60 * 60 * 1000 }
    await accept(ledger, 'commission', { item: 'DAY', count: 1 })
    await accept(ledger, 'commission', { item: 'DAY', count: 1 }, tomorrow)
    for (const size of ['M', 'L']) {
      await accept(ledger, 'commission', { item: 'ALL', count: 1, traits: { size } })
    }
    expect(await serialsOf(store)).toEqual([
      expect.stringMatching(/^HAM-2631-001[0-9A-Z]$/),
      expect.stringMatching(/^MUC-2631-001[0-9A-Z]$/),
      expect.stringMatching(/^HAM-2631-002[0-9A-Z]$/),
      expect.stringMatching(/^A4711\/001[0-9A-Z]$/),
      expect.stringMatching(/^A4711\/00[2-4][0-9A-Z]$/),
      'D262130001',
      'D262140001',
      expect.stringMatching(/^ALLM-001[0-9A-Z]$/),
      expect.stringMatching(/^ALLL-002[0-9A-Z]$/),
    ])
  })

  it('are not promised by a scheme that is wrong', async () => {
    const { ledger } = await open()
    const create = record(ledger, 'create_item', { code: 'BIKE', scheme: 'B-{seqq:5}' })
    expect(await refusalOf(create)).toMatchObject({
      code: 'scheme_invalid',
      facts: { position: 4, scheme: 'B-{seqq:5}' },
    })
    await accept(ledger, 'create_item', { code: 'BIKE', scheme: 'B-{seq:5}' })
    const change = record(ledger, 'change_item', { code: 'BIKE', set: { scheme: 'B-{seq:5}}' } })
    expect(await refusalOf(change)).toMatchObject({
      code: 'scheme_invalid',
      facts: { position: 10 },
    })
  })

  it('that are unguessable come from a key that each company has for itself', async () => {
    const made: (string | null)[][] = []
    for (let company = 0; company < 2; company += 1) {
      const first = await open({ now: () => start })
      await accept(first.ledger, 'create_item', { code: 'PILL', scheme: 'P{random:8}{check}' })
      await accept(first.ledger, 'commission', { item: 'PILL', count: 40 })
      await first.close()
      const again = await open({ now: () => start, address: first.address })
      await accept(again.ledger, 'commission', { item: 'PILL', count: 40 })
      made.push(await serialsOf(again.store))
    }
    const all = new Set(made.flat())
    expect(all.size).toBe(160)
    for (const serial of all) expect(serial).toMatch(/^P[0-9A-HJKMNP-TV-Z]{9}$/)
    expect(made[0]).not.toEqual(made[1])
  })

  it('are found as a hand types them', async () => {
    const { ledger, store } = await open({ now: () => start })
    await accept(ledger, 'create_location', { code: 'BIN' })
    await accept(ledger, 'create_item', { code: 'BOX', scheme: 'BOX-{seq:5:32}{check}' })
    const { created } = await accept(ledger, 'commission', { item: 'BOX', count: 12 })
    expect(created).toBe('1-12')
    await accept(ledger, 'change_item', { code: 'BOX', set: { scheme: 'NEW-{seq:5}' } })
    // Of the former scheme, with the letter O for zero, I for one, and spaces and hyphens anyhow.
    const [serial = ''] = await serialsOf(store)
    expect(serial).toMatch(/^BOX-00001/)
    const typed = serial!.replaceAll('0', 'O').replace('1', 'l')
    for (const unit of [
      typed,
      typed.toLowerCase(),
      typed.replace('-', ' '),
      typed.replace('-', ''),
    ]) {
      await accept(ledger, 'move', { units: [unit], to: 'BIN' })
    }
    const wrong = record(ledger, 'move', { units: [typed.replace('l', '2')], to: 'BIN' })
    expect(await refusalOf(wrong)).toMatchObject({ code: 'unit_unknown' })
  })

  it('are told apart by the rule of their item, and the database holds it', async () => {
    const { address, ledger } = await open()
    for (const [code, set] of Object.entries({
      EXACT: { serialFolding: 'exact' },
      CASE: {},
      SPACES: { serialFolding: 'spaces' },
    })) {
      await accept(ledger, 'create_item', { code, serialScope: 'everywhere', ...set })
    }
    await accept(ledger, 'create_location', { code: 'BIN' })
    expect(await refusalOf(commission(ledger, 'EXACT', 'ab1', 'Ab1'))).toBeNull()
    expect(await refusalOf(commission(ledger, 'EXACT', 'ab1'))).toMatchObject({
      code: 'serial_taken',
    })
    expect(await refusalOf(commission(ledger, 'CASE', 'cd 1', 'CD1'))).toBeNull()
    expect(await refusalOf(commission(ledger, 'CASE', 'Cd 1'))).toMatchObject({
      code: 'serial_taken',
    })
    expect(await refusalOf(commission(ledger, 'SPACES', 'ef 1'))).toBeNull()
    expect(await refusalOf(commission(ledger, 'SPACES', 'EF1'))).toMatchObject({
      code: 'serial_taken',
    })
    const { created } = await accept(ledger, 'commission', {
      item: 'EXACT',
      entries: [{ serial: 'AB1' }],
    })
    for (const [unit, id] of Object.entries({ ab1: 1, AB1: Number(created), 'E F 1': 5 })) {
      await accept(ledger, 'move', { units: [unit], to: 'BIN' })
      const [last] = await runSql(address, 'select unit from links order by event desc limit 1')
      expect(last).toEqual({ unit: id })
    }
    const copy = `insert into identifiers select value, type, scope, 1, written, 1 from identifiers`
    await expect(runSql(address, copy)).rejects.toThrow(/unique|duplicate/i)
  })

  it('of makers are unique among those of the maker, whatever the maker is called', async () => {
    const { ledger, store } = await open()
    for (const code of ['ACME', 'BOLT']) await accept(ledger, 'create_party', { code })
    const item = { serialScope: 'maker', maker: 'ACME' }
    expect(
      await refusalOf(record(ledger, 'create_item', { code: 'X', maker: 'NOBODY' })),
    ).toMatchObject({ code: 'party_unknown', facts: { party: 'NOBODY' } })
    await accept(ledger, 'create_item', { code: 'MOTOR', ...item })
    await accept(ledger, 'create_item', { code: 'PUMP', ...item })
    await accept(ledger, 'create_item', { code: 'LAMP', ...item, maker: 'BOLT' })
    expect(await refusalOf(commission(ledger, 'MOTOR', '1'))).toBeNull()
    expect(await refusalOf(commission(ledger, 'LAMP', '1'))).toBeNull()
    await accept(ledger, 'change_party', { code: 'ACME', rename: 'ACME-2', set: {} })
    expect(await refusalOf(commission(ledger, 'PUMP', '1'))).toMatchObject({ code: 'serial_taken' })
    expect(await refusalOf(commission(ledger, 'PUMP', '2'))).toBeNull()
    const identify = (unit: object) =>
      record(ledger, 'identify', { unit, identifiers: [{ type: 'maker_serial', value: 'M-1' }] })
    expect(await refusalOf(identify({ item: 'MOTOR', serial: '1' }))).toBeNull()
    expect(await refusalOf(identify({ item: 'LAMP', serial: '1' }))).toBeNull()
    expect(await refusalOf(identify({ item: 'PUMP', serial: '2' }))).toMatchObject({
      code: 'identifier_taken',
    })
    const rows = await store.read.selectFrom('identifiers').selectAll().execute()
    expect(rows.filter(({ type }) => type === 'maker_serial')).toHaveLength(2)
  })
})
