import { expect, it } from 'vitest'
import { clientOf } from '../../test/support/client.ts'
import { accept, forEachStore, record, type OpenedStore } from '../../test/support/stores.ts'
import { showSubject } from '../contract/subjects.ts'
import { showUnit } from '../contract/units.ts'

const now = () => Date.UTC(2026, 7, 1, 12)

async function openShop(company: OpenedStore) {
  const { ledger } = company
  await accept(ledger, 'create_location', { code: 'HQ' })
  await accept(ledger, 'create_item', { code: 'BIKE', scheme: 'B{trait.Frame_Size:1}-{seq:3}' })
  const sizes = { type: 'choice', choices: ['S', 'M', 'L'] }
  await accept(ledger, 'create_trait', { code: 'frame_size', name: 'Frame size', ...sizes })
  const whole = { type: 'number', measure: 'km', decimals: 0, min: 0 }
  await accept(ledger, 'create_trait', { code: 'range', ...whole, of: ['items', 'lots'] })
  return clientOf(company, now)
}

forEachStore('traits with definitions', (open) => {
  it('take their own spelling and type wherever they are set', async () => {
    const company = await open({ now })
    const client = await openShop(company)
    const { ledger } = company
    const made = { item: 'BIKE', location: 'HQ', traits: { FRAME_SIZE: 'm', colour: 'red' } }
    await accept(ledger, 'commission', { ...made, count: 1 })
    const entries = [{ serial: 'X1', traits: { frame_size: 'L' } }]
    await accept(ledger, 'receive', { ...made, entries })
    const traitsOf = async (unit: string) => (await client.call(showUnit, { unit })).traits
    expect(await traitsOf('BM-001')).toEqual({ frame_size: 'M', colour: 'red' })
    expect(await traitsOf('X1')).toEqual({ frame_size: 'L', colour: 'red' })
    await accept(ledger, 'change', { units: ['X1'], traits: { Frame_Size: null } })
    expect(await traitsOf('X1')).toEqual({ colour: 'red' })
    await accept(ledger, 'change_item', { code: 'BIKE', set: { traits: { Range: '120' } } })
    await accept(ledger, 'create_lot', { item: 'BIKE', code: 'L1', traits: { RANGE: '90' } })
    const lot = await client.call(showSubject, { kind: 'lot', item: 'BIKE', code: 'L1' })
    expect(lot.subject.data['traits']).toEqual({ range: 90 })
    const leased = { item: 'BIKE', count: 1, holder: 'Line 1', traits: { frame_size: 's' } }
    const lease = await accept(ledger, 'lease', leased)
    expect(lease.subject).not.toBe(null)
  })

  it('refuse what does not fit, entry by entry, and say what would', async () => {
    const company = await open({ now })
    const client = await openShop(company)
    const { ledger } = company
    const entries = [
      { serial: 'X1', traits: { frame_size: 'XL' } },
      { serial: 'X2', lot: 'L9', traits: { frame_size: 'XXL' } },
      { serial: 'X3', traits: { frame_size: 'S' } },
    ]
    const some = { item: 'BIKE', location: 'HQ', entries, partial: true }
    const answer = await accept(ledger, 'commission', some)
    const sentence =
      'The trait frame_size takes one of S, M, L, not XL. ' +
      'Correct the value, or the definition of frame_size.'
    expect(answer.refused.map(({ index, refusal }) => [index, refusal.code])).toEqual([
      [0, 'trait_unfit'],
      [1, 'trait_unfit'],
    ])
    expect(answer.refused[0]!.refusal.message).toBe(sentence)
    const lot = client.call(showSubject, { kind: 'lot', item: 'BIKE', code: 'L9' })
    await expect(lot).rejects.toThrow('There is no lot L9.')
    const refusals = [
      [{ traits: { frame_size: 'XL' } }, 'trait_unfit'],
      [{ traits: { range: 5 } }, 'trait_elsewhere'],
      [{ traits: { frame_size: 'S', Frame_Size: 'M' } }, 'input_invalid'],
    ] as const
    for (const [input, code] of refusals) {
      const refused = await record(ledger, 'change', { units: ['X3'], ...input })
      expect(refused).toMatchObject({ ok: false, refusal: { code } })
    }
  })

  it('keep the values that were there before a definition, and take them as no news', async () => {
    const company = await open({ now })
    const { ledger } = company
    const client = clientOf(company, now)
    const traits = { Voltage: 'about 36', volts: 36 }
    await accept(ledger, 'create_item', { code: 'CELL', traits: { Voltage: 'about 36' } })
    await accept(ledger, 'commission', { item: 'CELL', entries: [{ serial: 'C1' }], traits })
    const definition = { code: 'voltage', type: 'number', measure: 'V' }
    const defined = await accept(ledger, 'create_trait', definition)
    const unit = () => client.call(showUnit, { unit: 'C1' })
    expect((await unit()).traits).toEqual(traits)
    // The same value again is kept, a new one has to fit, and then takes the place of the old one.
    const set = { traits: { Voltage: 'about 36', weight: 1 } }
    await accept(ledger, 'change_item', { code: 'CELL', set })
    await accept(ledger, 'change', { units: ['C1'], traits: { VOLTAGE: '36.5' } })
    expect((await unit()).traits).toEqual({ voltage: 36.5, volts: 36 })
    // What was recorded under a definition stands, whatever becomes of the definition.
    const text = { code: 'VOLTAGE', set: { type: 'text', measure: null } }
    const changed = await accept(ledger, 'change_trait', text)
    expect((await unit()).traits).toEqual({ voltage: 36.5, volts: 36 })
    await accept(ledger, 'correct', { event: changed.event })
    const shown = await client.call(showSubject, { kind: 'trait', code: 'Voltage' })
    expect(shown.subject.data).toEqual({ type: 'number', measure: 'V' })
    expect(shown.lines.map(({ kind }) => kind)).toEqual(['create_trait', 'change_trait', 'correct'])
    await accept(ledger, 'correct', { event: defined.event })
    await accept(ledger, 'change', { units: ['C1'], traits: { VOLTAGE: 'free again' } })
    expect((await unit()).traits).toMatchObject({ VOLTAGE: 'free again' })
  })

  it('are refused themselves where nothing could fit, and keep their code', async () => {
    const { ledger } = await open({ now })
    await accept(ledger, 'create_trait', { code: 'grade', type: 'choice', choices: ['A', 'B'] })
    const refusals = [
      ['create_trait', { code: 'x', type: 'choice' }, 'input_invalid'],
      ['create_trait', { code: 'x', choices: ['a', 'A'] }, 'input_invalid'],
      ['create_trait', { code: 'x', type: 'number', min: 2, max: 1 }, 'input_invalid'],
      ['create_trait', { code: 'a.b' }, 'input_invalid'],
      ['create_trait', { code: 'GRADE' }, 'code_taken'],
      ['change_trait', { code: 'grade', set: { choices: null } }, 'input_invalid'],
      ['change_trait', { code: 'grade', rename: 'Grade', set: {} }, 'input_invalid'],
      ['change_trait', { code: 'colour', set: {} }, 'trait_unknown'],
    ] as const
    const given: unknown[] = []
    for (const [kind, input] of refusals) {
      const answer = await record(ledger, kind, input)
      given.push([kind, input, answer.ok ? 'done' : answer.refusal.code])
    }
    expect(given).toEqual(refusals)
  })
})
