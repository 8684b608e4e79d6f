import { expect, it } from 'vitest'
import { clientOf, type Client } from '../../../test/support/client.ts'
import { accept, forEachStore } from '../../../test/support/stores.ts'
import { listContents, listSerials, showHistory, showUnit } from '../../contract/units.ts'
import type { Ledger } from '../../ledger/ledger.ts'

const day = Date.UTC(2026, 0, 5)
/** A time of that day, for commands and for questions. */
const at = (hour: number) => ({ time: day + hour * 3_600_000 })
const iso = (hour: number) => new Date(at(hour).time).toISOString()

async function setUp(ledger: Ledger): Promise<void> {
  for (const code of ['HQ', 'BIN', 'VAN']) await accept(ledger, 'create_location', { code })
  for (const code of ['LAMP', 'BULB']) await accept(ledger, 'create_item', { code })
  await accept(ledger, 'create_item', { code: 'BOX', kind: 'container' })
}

const receive = (ledger: Ledger, item: string, serials: readonly string[], hour = 8) =>
  accept(
    ledger,
    'receive',
    { item, location: 'HQ', entries: serials.map((serial) => ({ serial })) },
    at(hour),
  )

const idOf = async (client: Client, unit: string) => (await client.call(showUnit, { unit })).id

const placeOf = async (client: Client, input: { at?: string; knownUntil?: number }) =>
  (await client.call(showUnit, { unit: 'L1', ...input })).place.location?.code

forEachStore('a unit', (open) => {
  it('is found by its id, by any of its numbers, and by item and serial', async () => {
    const opened = await open()
    const { ledger } = opened
    const client = clientOf(opened)
    await setUp(ledger)
    await receive(ledger, 'LAMP', ['S1', '2013/0042', 'Old'])
    await receive(ledger, 'BULB', ['S1', '0042'])
    await accept(ledger, 'identify', {
      unit: { item: 'LAMP', serial: 'S1' },
      identifiers: [{ type: 'imei', value: '356938035643809' }],
    })
    await accept(ledger, 'replace', { unit: 'Old', serial: 'New', why: 'damaged' })
    const found: [text: string, id: number][] = [
      ['#1', 1],
      ['lamp/s1', 1],
      ['BULB/S1', 4],
      ['356938035643809', 1],
      ['LAMP/356938035643809', 1],
      ['2013/0042', 2],
      ['LAMP/2013/0042', 2],
      ['new', 3],
      ['OLD', 3],
      ['0042', 5],
    ]
    expect(await Promise.all(found.map(([text]) => idOf(client, text)))).toEqual(
      found.map(([, id]) => id),
    )
    await expect(idOf(client, 'S1')).rejects.toMatchObject({
      problem: {
        type: 'unit_ambiguous',
        detail: 'S1 stands for 2 units: #1 (LAMP/S1), #4 (BULB/S1). Say which.',
      },
    })
    for (const text of ['#99', 'S9', 'BULB/2013/0042', 'NONE/S1', '/S1', '#1 ']) {
      await expect(idOf(client, text)).rejects.toMatchObject({ problem: { type: 'not_found' } })
    }
    const { serials } = await client.call(listSerials, { units: '1-3,5,99' })
    expect(serials.map(({ serial }) => serial)).toEqual(['S1', '2013/0042', 'New', '0042'])
  })

  it('is shown as it was, and as it was believed to be', async () => {
    const opened = await open()
    const { ledger } = opened
    const client = clientOf(opened)
    await setUp(ledger)
    await receive(ledger, 'LAMP', ['L1'], 8)
    const { event: moved } = await accept(ledger, 'move', { units: ['L1'], to: 'BIN' }, at(12))
    const { event: late } = await accept(ledger, 'move', { units: ['L1'], to: 'VAN' }, at(10))
    await accept(ledger, 'correct', { event: moved })

    expect(await placeOf(client, { at: iso(9) })).toBe('HQ')
    expect(await placeOf(client, { at: iso(11) })).toBe('VAN')
    expect(await placeOf(client, { at: iso(11), knownUntil: moved! })).toBe('HQ')
    expect(await placeOf(client, { at: iso(13) })).toBe('VAN')
    expect(await placeOf(client, { at: iso(13), knownUntil: late! })).toBe('BIN')
    expect(await placeOf(client, { knownUntil: moved! })).toBe('BIN')
    expect(await placeOf(client, {})).toBe('VAN')
    expect(await client.call(showUnit, { unit: 'L1', at: '2026-01-04' })).toMatchObject({
      status: 'void',
    })
    expect(await placeOf(client, { at: '2026-01-05' })).toBe('VAN')

    const { lines } = await client.call(showHistory, { unit: 'L1' })
    expect(lines.map(({ sentence, correctedBy }) => [sentence, correctedBy !== null])).toEqual([
      ['Received at HQ', false],
      ['Moved to BIN', true],
      ['Moved to VAN', false],
      ['Taken back', false],
    ])
    const { lines: latest } = await client.call(showHistory, { unit: 'L1', latest: 2 })
    expect(latest).toEqual(lines.slice(-2))
  })

  it('tells its story in clauses too, and amounts in the measure of the item', async () => {
    const opened = await open()
    const { ledger } = opened
    const client = clientOf(opened)
    await setUp(ledger)
    const measured = { kind: 'portion', measure: 'kg', decimals: 3 }
    await accept(ledger, 'create_item', { code: 'GLUE', ...measured })
    const entries = [{ serial: 'DRUM', content: 25_000 }]
    await accept(ledger, 'receive', { item: 'GLUE', location: 'HQ', entries })
    await accept(ledger, 'measure', { unit: 'DRUM', content: 17_400 })
    await accept(ledger, 'split', { unit: 'DRUM', parts: [{ serial: 'CUP', content: 50 }] })
    const { lines } = await client.call(showHistory, { unit: 'DRUM' })
    const quantity = '0.050 kg'
    expect(lines.map(({ sentence, clauses }) => [sentence, clauses])).toEqual([
      ['Received at HQ', [{ key: 'events.receivedAt', values: { location: 'HQ' } }]],
      [
        'Measured 17.400 kg (booked 25.000 kg)',
        [{ key: 'events.measured', values: { before: '25.000 kg', after: '17.400 kg' } }],
      ],
      ['0.050 kg split off', [{ key: 'events.quantitySplitOff', values: { quantity } }]],
    ])
  })
})

forEachStore('the contents of a location', (open) => {
  it('are listed now and at past moments, page after page', async () => {
    const opened = await open()
    const { ledger } = opened
    const client = clientOf(opened)
    await setUp(ledger)
    const serials = Array.from({ length: 10 }, (_, index) => `L${index}`)
    await receive(ledger, 'LAMP', serials, 8)
    await receive(ledger, 'BULB', ['LATE'], 11)
    await accept(ledger, 'move', { units: serials.slice(0, 6), to: 'BIN' }, at(10))
    await accept(ledger, 'move', { units: ['L2'], to: 'HQ' }, at(12))
    const { event } = await receive(ledger, 'BULB', ['WRONG'], 8)
    await accept(ledger, 'correct', { event })

    const pagesOf = async (moment?: string) => {
      const found: (string | null)[] = []
      let cursor: string | undefined
      do {
        const answer: { units: { serial: string | null }[]; cursor: string | null } =
          await client.call(listContents, {
            location: 'hq',
            limit: 3,
            ...(moment !== undefined && { at: moment }),
            ...(cursor !== undefined && { cursor }),
          })
        expect(answer.units.length).toBeLessThanOrEqual(3)
        found.push(...answer.units.map(({ serial }) => serial))
        cursor = answer.cursor ?? undefined
      } while (cursor !== undefined)
      return found
    }
    expect(await pagesOf(iso(7))).toEqual([])
    expect(await pagesOf(iso(9))).toEqual(serials)
    expect(await pagesOf(iso(11))).toEqual([...serials.slice(6), 'LATE'])
    expect(await pagesOf(iso(13))).toEqual(['L2', ...serials.slice(6), 'LATE'])
    expect(await pagesOf()).toEqual(['L2', ...serials.slice(6), 'LATE'])
  })

  it('leave out what was never made', async () => {
    const opened = await open()
    const client = clientOf(opened)
    await setUp(opened.ledger)
    const { event } = await receive(opened.ledger, 'LAMP', ['L1'])
    await accept(opened.ledger, 'correct', { event })
    for (const location of ['HQ', 'ELSEWHERE']) {
      expect(await client.call(listContents, { location })).toEqual({ units: [], cursor: null })
    }
  })
})
