import { expect, it } from 'vitest'
import { clientOf } from '../../../test/support/client.ts'
import { accept, forEachStore } from '../../../test/support/stores.ts'
import { searchUnits } from '../../contract/search.ts'
import { listTraits } from '../../contract/traits.ts'

forEachStore('traits', (open) => {
  async function openShop() {
    const company = await open()
    const { ledger, store } = company
    const client = clientOf(company)
    await accept(ledger, 'create_item', { code: 'DRIVE', traits: { form: '3.5 in' } })
    const entries = [
      { serial: 'D1', traits: { size: 'S', capacity: '900', tested: 'yes', until: '2026-03-01' } },
      { serial: 'D2', traits: { size: 'XL', capacity: '1000', tested: 'no' } },
    ]
    const choices = ['S', 'M', 'L']
    await accept(ledger, 'create_trait', { code: 'capacity', type: 'number', measure: 'GB' })
    await accept(ledger, 'create_trait', { code: 'tested', type: 'yes_no' })
    await accept(ledger, 'create_trait', { code: 'until', type: 'date' })
    await accept(ledger, 'commission', { item: 'DRIVE', entries })
    await accept(ledger, 'create_trait', { code: 'size', type: 'choice', choices })
    const find = async (query: string) => {
      const { units, hints } = await client.call(searchUnits, { query })
      return { serials: units.map(({ serial }) => serial), hints }
    }
    return { store, client, find }
  }

  it('are found as what they are: numbers with their unit, dates, yes and no', async () => {
    const { find } = await openShop()
    expect(await find('capacity>900')).toEqual({ serials: ['D2'], hints: [] })
    expect(await find('capacity:0.9TB')).toEqual({ serials: ['D1'], hints: [] })
    expect(await find('tested:no')).toEqual({ serials: ['D2'], hints: [] })
    expect(await find('until<2026-04')).toEqual({ serials: ['D1'], hints: [] })
    await expect(find('capacity:large')).rejects.toThrow('Write digits')
    await expect(find('capacty:900')).rejects.toThrow('There is no field capacty')
  })

  it('of a choice hint at what is no choice, and find it all the same', async () => {
    const { find } = await openShop()
    expect(await find('size:s')).toEqual({ serials: ['D1'], hints: [] })
    const hint = 'xl is no choice of size. Its choices are S, M, L.'
    expect(await find('-(size:m,xl)')).toEqual({ serials: ['D1'], hints: [hint] })
    expect(await find('size:xl')).toEqual({ serials: ['D2'], hints: [hint] })
  })

  it('are listed with their definitions, and those that are only used without', async () => {
    const { client, store } = await openShop()
    await store.search.caughtUp()
    const { traits } = await client.call(listTraits, {})
    expect(traits).toEqual([
      { code: 'capacity', definition: { type: 'number', measure: 'GB' } },
      { code: 'size', definition: { type: 'choice', choices: ['S', 'M', 'L'] } },
      { code: 'tested', definition: { type: 'yes_no' } },
      { code: 'until', definition: { type: 'date' } },
      { code: 'form', definition: null },
    ])
  })
})
