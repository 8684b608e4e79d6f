import { expect, it } from 'vitest'
import { clientOf } from '../../test/support/client.ts'
import { accept, forEachStore, record } from '../../test/support/stores.ts'
import { searchUnits } from '../contract/search.ts'
import { showUnit } from '../contract/units.ts'

const now = () => Date.UTC(2026, 7, 1, 12)
const gtin = '09506000134352'

forEachStore('the maker’s own codes', (open) => {
  it('commission and receive units as they are: item, serial, lot and expiry', async () => {
    const company = await open({ now })
    const { ledger } = company
    const client = clientOf(company, now)
    await accept(ledger, 'create_location', { code: 'HQ' })
    await accept(ledger, 'create_party', { code: 'ACME' })
    await accept(ledger, 'create_item', { code: 'PUMP', gtin, maker: 'ACME' })
    const entries = [
      { scan: `]d201${gtin}17301231\u001d10LOT7\u001d21A1` },
      { scan: `https://example.com/01/${gtin}/10/LOT7/21/A2?17=301231` },
      { scan: `(01)${gtin}(21)A3(10)LOT7(17)310101` },
      { scan: '(01)04012345123456(21)A4' },
      { scan: `(01)09506000134353(21)A5` },
    ]
    const answer = await accept(ledger, 'receive', { entries, location: 'HQ', partial: true })
    expect(answer.created).toBe('1-2')
    expect(answer.refused.map(({ index, refusal }) => [index, refusal.code])).toEqual([
      [2, 'lot_expiry_differs'],
      [3, 'gtin_differs'],
      [4, 'input_invalid'],
    ])
    const unit = await client.call(showUnit, { unit: 'A1' })
    expect(unit).toMatchObject({ item: { code: 'PUMP' }, lot: { code: 'LOT7' }, traits: {} })
    expect(unit.expiry).toBe('2030-12-31T00:00:00.000Z')
    const { units } = await client.call(searchUnits, { query: 'expiry:2030-12' })
    expect(units.map(({ serial }) => serial)).toEqual(['A2', 'A1'])
    const unknown = await record(ledger, 'commission', { entries: [{ scan: '04012345123456' }] })
    expect(unknown).toMatchObject({ ok: false, refusal: { code: 'gtin_unknown' } })
  })

  it('that are bare become a serial, or a further number beside our own', async () => {
    const company = await open({ now })
    const { ledger } = company
    const client = clientOf(company, now)
    for (const code of ['ACME', 'BOLT']) await accept(ledger, 'create_party', { code })
    await accept(ledger, 'create_item', { code: 'DRIVE' })
    await accept(ledger, 'create_item', { code: 'MOTOR', maker: 'ACME', scheme: 'M{seq:4}' })
    await accept(ledger, 'create_item', { code: 'LAMP', maker: 'BOLT', scheme: 'L{seq:4}' })
    const scan = (item: string, ...codes: string[]) =>
      record(ledger, 'commission', { item, entries: codes.map((code) => ({ scan: code })) })
    expect(await scan('DRIVE', 'Z300GQ9K')).toMatchObject({ ok: true })
    expect(await scan('MOTOR', ']C0X-17', 'X-18')).toMatchObject({ ok: true })
    expect(await scan('LAMP', 'X-17')).toMatchObject({ ok: true })
    expect(await scan('MOTOR', 'x-18')).toMatchObject({ refusal: { code: 'identifier_taken' } })
    expect(await client.call(showUnit, { unit: 'Z300GQ9K' })).toMatchObject({ id: 1 })
    const motor = await client.call(showUnit, { unit: 'X-18' })
    expect(motor).toMatchObject({ serial: 'M0002', item: { code: 'MOTOR' } })
    expect(motor.identifiers).toEqual([{ type: 'maker_serial', value: 'X-18' }])
  })

  it('tell the weight of a portion, and an expiry without a lot stays on the unit', async () => {
    const company = await open({ now })
    const { ledger } = company
    const client = clientOf(company, now)
    const item = {
      code: 'COD',
      gtin,
      kind: 'portion',
      measure: 'kg',
      decimals: 3,
      scheme: 'C{seq:4}',
    }
    await accept(ledger, 'create_item', item)
    await accept(ledger, 'commission', {
      entries: [{ scan: `(01)${gtin}(3102)001250(15)260810` }],
    })
    expect(await client.call(showUnit, { unit: 'C0001' })).toMatchObject({
      quantity: { amount: '12.500', measure: 'kg' },
      traits: { expiry: '2026-08-10' },
      expiry: '2026-08-10T00:00:00.000Z',
    })
  })
})
