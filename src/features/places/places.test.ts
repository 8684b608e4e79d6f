import { expect, it } from 'vitest'
import { clientOf } from '../../../test/support/client.ts'
import { accept, forEachStore } from '../../../test/support/stores.ts'
import { listPlaces } from '../../contract/places.ts'

forEachStore('the tree of places', (open) => {
  it('says what lies and stands in each place, and below it', async () => {
    const opened = await open()
    const { ledger } = opened
    for (const [code, parent] of [['Site'], ['A-1', 'Site'], ['A-1-1', 'A-1'], ['B-1', 'site']]) {
      await accept(ledger, 'create_location', { code, ...(parent && { parent }) })
    }
    await accept(ledger, 'create_item', { code: 'LAMP', scheme: 'L{seq:3}' })
    for (const [location, count] of [
      ['Site', 1],
      ['A-1', 2],
      ['A-1-1', 4],
    ] as const) {
      await accept(ledger, 'commission', { item: 'LAMP', count, location })
    }
    const client = clientOf(opened)
    const roots = await client.call(listPlaces, {})
    expect(roots).toMatchObject({ place: null, path: [] })
    expect(roots.places.map(({ code, units }) => [code, units])).toEqual([
      ['ELSEWHERE', 0],
      ['Site', 7],
    ])
    const inner = await client.call(listPlaces, { parent: 'a-1' })
    expect(inner).toMatchObject({
      place: { code: 'A-1', places: 1, here: 2, units: 6 },
      path: [{ code: 'Site' }],
      places: [{ code: 'A-1-1', places: 0, here: 4, units: 4 }],
    })
    for (const code of ['A-1-10', 'A-1-2']) {
      await accept(ledger, 'create_location', { code, parent: 'A-1' })
    }
    const { places } = await client.call(listPlaces, { parent: 'A-1' })
    expect(places.map(({ code }) => code)).toEqual(['A-1-1', 'A-1-2', 'A-1-10'])
    await expect(client.call(listPlaces, { parent: 'nowhere' })).rejects.toMatchObject({
      problem: { type: 'not_found', field: 'parent' },
    })
  })
})
