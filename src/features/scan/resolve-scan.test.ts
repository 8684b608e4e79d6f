import { expect, it } from 'vitest'
import { clientOf } from '../../../test/support/client.ts'
import { accept, forEachStore, record, type OpenedStore } from '../../../test/support/stores.ts'
import type { ProblemError } from '../../contract/problem-error.ts'
import { resolveScan, type ScanCandidate } from '../../contract/scan.ts'

const gtin = '09506000134352'

/** A workshop: an item with a GTIN, one with a scheme of its own, places, a container and units. */
async function workshop(opened: OpenedStore): Promise<(code: string) => Promise<ScanCandidate[]>> {
  const { ledger } = opened
  await accept(ledger, 'create_location', { code: 'HAM', name: 'Hamburg', kind: 'site' })
  await accept(ledger, 'create_location', { code: 'DOCK', gln: '4000001000005', parent: 'HAM' })
  await accept(ledger, 'create_order', { code: 'PO-7' })
  await accept(ledger, 'create_item', { code: 'BOLT', name: 'Bolt', gtin })
  const scheme = '{item.code}-{site}-{YY}{WW}-{seq:5}{check}'
  await accept(ledger, 'create_item', { code: 'FRAME', name: 'E-bike frame', scheme })
  await accept(ledger, 'create_item', { code: 'PALLET', kind: 'container' })
  const identifiers = [{ type: 'mac', value: '00:1A:2B:3C:4D:5E' }]
  const bolts = [{ serial: 'A1', identifiers }, { serial: 'A2' }]
  await accept(ledger, 'receive', { item: 'BOLT', location: 'DOCK', entries: bolts })
  const pallet = [{ serial: 'P1', identifiers: [{ type: 'sscc', value: '195060000000000012' }] }]
  await accept(ledger, 'receive', { item: 'PALLET', location: 'DOCK', entries: pallet })
  const client = clientOf(opened)
  return async (code) => (await client.call(resolveScan, { code })).candidates
}

const told = ({ kind, title, known }: ScanCandidate): string =>
  `${known ? 'known' : 'unknown'} ${kind} ${title}`

forEachStore('a scan', (open) => {
  it('names what the company has, in whatever form it is scanned', async () => {
    const scan = await workshop(await open())
    const expected: [code: string, first: string][] = [
      ['a1', 'known unit Bolt A1'],
      ['#1', 'known unit Bolt A1'],
      ['bolt/a1', 'known unit Bolt A1'],
      [`]d201${gtin}21A1`, 'known unit Bolt A1'],
      [`https://example.com/01/${gtin}/21/A1`, 'known unit Bolt A1'],
      ['001A2B3C4D5E', 'known unit Bolt A1'],
      ['(00)195060000000000012', 'known unit PALLET P1'],
      ['195060000000000012', 'known unit PALLET P1'],
      ['9506000134352', 'known item Bolt'],
      ['dock', 'known location DOCK'],
      ['(414)4000001000005', 'known location DOCK'],
      ['PO-7', 'known order PO-7'],
      ['SRT:UNDO', 'unknown command Undo the last step'],
    ]
    for (const [code, first] of expected) {
      const [candidate] = await scan(code)
      expect([code, told(candidate!)]).toEqual([code, first])
    }
    const [unit] = await scan('A1')
    expect(unit).toMatchObject({
      unit: { serial: 'A1', status: 'in_stock' },
      offers: [{ action: 'show' }],
    })
    // The serial of another item's unit is not what a GTIN with that serial means.
    const other = await scan('(01)04006381333931(21)A1')
    expect(other[0]).toMatchObject({ kind: 'gs1', known: false })
  })

  it('of something new offers what the ledger then accepts', async () => {
    const opened = await open()
    const scan = await workshop(opened)
    const [fresh] = await scan(`]d201${gtin}10L7{GS}21B9`)
    expect(told(fresh!)).toBe('unknown serial New: Bolt B9')
    const known = (await scan(`]d201${gtin}10L7{GS}21B9`)).filter((one) => one.known)
    expect(known).toEqual([])
    const [receive, commission] = fresh!.offers
    expect(receive).toMatchObject({ action: 'receive', needs: ['location'] })
    expect(commission).toMatchObject({ action: 'commission', needs: [] })
    const { kind, input } = receive!.command!
    await accept(opened.ledger, kind, { ...input, location: 'DOCK' })
    const [unit] = await scan(`]d201${gtin}10L7{GS}21B9`)
    expect(unit).toMatchObject({ known: true, unit: { lot: { code: 'L7' }, status: 'in_stock' } })

    const [bare] = await scan('S/N-778')
    const identify = bare!.offers.find(({ action }) => action === 'identify')!
    await accept(opened.ledger, identify.command!.kind, { ...identify.command!.input, unit: 'A2' })
    expect((await scan('S/N-778'))[0]).toMatchObject({
      unit: { serial: 'A2', identifiers: [{ type: 'maker_serial', value: 'S/N-778' }] },
    })

    const [imei] = await scan('490154203237518')
    const arrived = imei!.offers.find(({ action }) => action === 'receive')!
    expect(arrived.needs).toEqual(['item', 'location'])
    const where = { item: 'BOLT', location: 'DOCK' }
    await accept(opened.ledger, arrived.command!.kind, { ...arrived.command!.input, ...where })
    expect((await scan('490154203237518'))[0]).toMatchObject({ known: true, kind: 'unit' })

    const [unknown] = await scan('4006381333931')
    expect(unknown!.offers[0]).toMatchObject({ action: 'create_item', needs: ['code'] })
    const create = unknown!.offers[0]!.command!
    await accept(opened.ledger, create.kind, { ...create.input, code: 'GLUE' })
    expect(told((await scan('4006381333931'))[0]!)).toBe('known item GLUE')
  })

  it('reads the company’s own serials into their parts, known or not', async () => {
    const opened = await open()
    const scan = await workshop(opened)
    const made = await accept(
      opened.ledger,
      'commission',
      { item: 'FRAME', count: 1, location: 'HAM' },
      {
        time: Date.UTC(2026, 6, 29),
      },
    )
    const [unit] = await scan(`#${made.created}`)
    expect(unit).toMatchObject({ kind: 'unit', known: true, ref: { id: Number(made.created) } })
    const [serial] = await opened.store.read
      .selectFrom('units')
      .select('serial')
      .where('id', '=', Number(made.created))
      .execute()
    const facts = [
      { name: 'item', value: 'E-bike frame' },
      { name: 'site', value: 'Hamburg' },
      { name: 'date', value: 'week 31 of 2026' },
      { name: 'number', value: '1' },
      { name: 'check', value: 'good' },
    ]
    expect((await scan(serial!.serial!))[0]).toMatchObject({ known: true, kind: 'unit', facts })
    // Typed by hand: O for 0, a space for a hyphen.
    const typed = serial!.serial!.replaceAll('0', 'O').replaceAll('-', ' ')
    expect((await scan(typed))[0]).toMatchObject({ known: true, kind: 'unit' })
    const wrong = serial!.serial!.replace('00001', '00011')
    const misread = (await scan(wrong)).find(({ kind }) => kind === 'serial')
    expect(misread).toMatchObject({ confidence: 0.3, offers: [{ action: 'scan_again' }] })
  })

  it('says when several units have a number, and what a unit was called once', async () => {
    const opened = await open()
    const scan = await workshop(opened)
    const entries = [{ serial: 'A1' }]
    await accept(opened.ledger, 'receive', { item: 'PALLET', location: 'HAM', entries })
    const units = (await scan('A1')).filter(({ kind }) => kind === 'unit')
    expect(units.map(told).toSorted()).toEqual(['known unit Bolt A1', 'known unit PALLET A1'])
    const [exact] = await scan(`(01)${gtin}(21)A1`)
    expect(told(exact!)).toBe('known unit Bolt A1')
  })

  it('takes any text and refuses what no scan holds', async () => {
    const opened = await open()
    const scan = await workshop(opened)
    for (const code of ['\u0007', '\ud800', '<script>', '^XA', 'x'.repeat(8192), '🦊', '%_%']) {
      expect((await scan(code)).length).toBeGreaterThan(0)
    }
    for (const code of ['', 'A\0B', 'x'.repeat(8193)]) {
      const refused = await scan(code).catch((error: unknown) => error as ProblemError)
      expect(refused).toMatchObject({ problem: { type: 'input_invalid' } })
    }
    expect(await record(opened.ledger, 'receive', { item: 'BOLT' })).toMatchObject({ ok: false })
  })
})
