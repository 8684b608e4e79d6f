import { expect, it } from 'vitest'
import { clientOf } from '../../../test/support/client.ts'
import { accept, forEachStore, type OpenStore } from '../../../test/support/stores.ts'
import { previewScheme } from '../../contract/schemes.ts'
import { showUnit } from '../../contract/units.ts'

const now = () => Date.UTC(2026, 7, 1, 12)

async function makeBikes(open: OpenStore) {
  const company = await open({ now })
  const { ledger } = company
  await accept(ledger, 'create_location', { code: 'HAM', kind: 'site', name: 'Hamburg' })
  const scheme = '{item.code}-{site}-{YY}{WW}-{seq:5}{check}'
  await accept(ledger, 'create_item', { code: 'EBK', name: 'E-bike frame', scheme })
  await accept(ledger, 'commission', { item: 'EBK', count: 30, location: 'HAM' })
  return { client: clientOf(company, now), ledger, scheme }
}

forEachStore('a scheme', (open) => {
  it('is shown before it is saved: room, next serials, label sizes, collisions', async () => {
    const { client, ledger, scheme } = await makeBikes(open)
    const shown = await client.call(previewScheme, { pattern: scheme, item: 'ebk', site: 'HAM' })
    expect(shown).toMatchObject({
      error: null,
      capacity: {
        numbers: 99_999,
        length: 19,
      },
      guess: null,
      collisions: { taken: 0, alike: 30, isMore: false, items: [] },
    })
    expect(shown.capacity!.first).toMatch(/^EBK-HAM-2631-00001/)
    expect(shown.capacity!.given).toBeGreaterThanOrEqual(30)
    expect(shown.examples).toHaveLength(5)
    expect(shown.parts.map(({ text }) => text).join('')).toBe(shown.examples[0])
    const [smallest] = shown.symbols
    expect(smallest).toMatchObject({ symbology: 'datamatrix', xDimensionMm: 0.255 })
    expect(smallest!.widthMm).toBeCloseTo(5.1, 1)
    expect(shown.warnings.map(({ code }) => code)).toContain('scheme.volume_leak')
    // The next serial as the preview says it is the next that is made.
    const made = await accept(ledger, 'commission', { item: 'EBK', count: 1, location: 'HAM' })
    const { serial } = await client.call(showUnit, { unit: `#${made.created}` })
    expect(serial).toBe(shown.examples[0])
    // Somebody typed a number that the counter will come to.
    const typed = shown.examples[3]!
    await accept(ledger, 'commission', { item: 'EBK', entries: [{ serial: typed }] })
    const after = await client.call(previewScheme, { pattern: scheme, item: 'EBK', site: 'HAM' })
    expect(after.collisions).toMatchObject({ taken: 1, alike: 32 })
    expect(after.collisions.examples[0]).toBe(typed)
  })

  it('that is wrong is pointed at; one that is unguessable says how safe it is', async () => {
    const { client } = await makeBikes(open)
    const wrong = await client.call(previewScheme, { pattern: 'A-{sec:4}' })
    expect(wrong.error).toMatchObject({ position: 3 })
    const safe = await client.call(previewScheme, { pattern: 'P{random:8}{check}' })
    expect(safe.error).toBeNull()
    expect(safe.guess!.issuableBelow).toBeGreaterThan(90_000_000)
  })

  it('tells what a serial says, on the unit and for any that is typed', async () => {
    const { client, ledger, scheme } = await makeBikes(open)
    const unit = await client.call(showUnit, { unit: '#1' })
    expect(unit.meaning).toMatchObject({ check: 'good', pattern: scheme })
    expect(unit.meaning!.sentence).toMatch(
      /^E-bike frame, Hamburg, week 31 of 2026, number \d+, check good$/,
    )
    // What is called differently later was called so when the serial was made.
    await accept(ledger, 'change_item', {
      code: 'EBK',
      rename: 'EBIKE',
      set: { scheme: '{seq:4}' },
    })
    const later = await client.call(showUnit, { unit: '#1' })
    expect(later.meaning!.facts).toContainEqual(
      expect.objectContaining({ name: 'item', value: 'EBK' }),
    )
    const typed = unit.serial!.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o')
    const { reading } = await client.call(previewScheme, { pattern: scheme, serial: typed })
    expect(reading!.meaning).toMatchObject({ check: 'good' })
    expect(reading!.meaning!.serial.toUpperCase()).toBe(unit.serial)
  })
})
