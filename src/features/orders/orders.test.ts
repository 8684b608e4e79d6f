import { expect, it } from 'vitest'
import { clientOf } from '../../../test/support/client.ts'
import { accept, forEachStore } from '../../../test/support/stores.ts'
import { showOrderProgress } from '../../contract/orders.ts'

forEachStore('the progress of an order', (open) => {
  it('tells of each line what has come, what is to come, and what nobody ordered', async () => {
    const opened = await open()
    const { ledger } = opened
    const client = clientOf(opened)
    const linesOf = async (order: string) => {
      const { lines } = await client.call(showOrderProgress, { order })
      return lines.map(({ item, measure, ordered, done, open: left }) => [
        item.code,
        measure,
        ordered,
        done,
        left,
      ])
    }
    await accept(ledger, 'create_location', { code: 'HQ' })
    await accept(ledger, 'create_party', { code: 'ANNA', roles: ['customer'] })
    for (const code of ['LAMP', 'BULB', 'CORD']) {
      await accept(ledger, 'create_item', { code, scheme: `${code}{seq:3}` })
    }
    await accept(ledger, 'create_item', {
      code: 'PAINT',
      kind: 'portion',
      measure: 'kg',
      decimals: 3,
      scheme: 'P{seq:3}',
    })
    const asked = (item: string, quantity: number) => ({ item, quantity })
    await accept(ledger, 'create_order', {
      code: 'PO-1',
      kind: 'purchase',
      lines: [asked('LAMP', 5), asked('PAINT', 30_000)],
    })
    expect(await linesOf('po-1')).toEqual([
      ['LAMP', null, 5, 0, 0],
      ['PAINT', 'kg', 30_000, 0, 0],
    ])
    const forOrder = { order: 'PO-1', location: 'HQ' }
    await accept(ledger, 'expect', { ...forOrder, item: 'LAMP', count: 3 })
    await accept(ledger, 'receive', { units: ['LAMP001', 'LAMP002'], ...forOrder })
    const drums = [{ content: 12_500 }, { content: 2_500 }]
    await accept(ledger, 'receive', { ...forOrder, item: 'PAINT', entries: drums })
    const { event } = await accept(ledger, 'receive', { ...forOrder, item: 'CORD', count: 2 })
    expect(await linesOf('PO-1')).toEqual([
      ['LAMP', null, 5, 2, 1],
      ['PAINT', 'kg', 30_000, 15_000, 0],
      ['CORD', null, null, 2, 0],
    ])
    await accept(ledger, 'correct', { event })
    expect((await linesOf('PO-1')).length).toBe(2)

    await accept(ledger, 'create_order', {
      code: 'SO-1',
      kind: 'sale',
      party: 'ANNA',
      lines: [asked('LAMP', 1), asked('LAMP', 1), asked('BULB', 4)],
    })
    const sold = { units: ['LAMP001', 'LAMP002'], order: 'SO-1' }
    await accept(ledger, 'reserve', sold)
    expect(await linesOf('SO-1')).toEqual([
      ['LAMP', null, 2, 0, 2],
      ['BULB', null, 4, 0, 0],
    ])
    await accept(ledger, 'create_item', { code: 'CRATE', kind: 'container', scheme: 'C{seq:3}' })
    await accept(ledger, 'commission', { item: 'CRATE', count: 1, location: 'HQ' })
    await accept(ledger, 'pack', { units: ['LAMP001'], container: 'C001', order: 'SO-1' })
    await accept(ledger, 'ship', { units: ['C001'], order: 'SO-1' })
    expect(await linesOf('SO-1')).toEqual([
      ['LAMP', null, 2, 1, 1],
      ['BULB', null, 4, 0, 0],
    ])
    await expect(linesOf('SO-9')).rejects.toMatchObject({
      problem: { type: 'not_found', field: 'order' },
    })
  })

  it('leaves out what ordered goods are packed in and made of', async () => {
    const opened = await open()
    const { ledger } = opened
    await accept(ledger, 'create_location', { code: 'HQ' })
    await accept(ledger, 'create_item', { code: 'CORD', scheme: 'L{seq:3}' })
    for (const code of ['CRATE', 'RACK', 'BOARD']) {
      await accept(ledger, 'create_item', { code, kind: 'container', scheme: `${code}{seq:3}` })
    }
    for (const item of ['CRATE', 'RACK', 'BOARD', 'CORD', 'CORD']) {
      await accept(ledger, 'commission', { item, count: 1, location: 'HQ' })
    }
    const lines = [{ item: 'RACK', quantity: 1 }]
    await accept(ledger, 'create_order', { code: 'SO-1', kind: 'sale', lines })
    await accept(ledger, 'put', { units: ['L001'], container: 'BOARD001' })
    await accept(ledger, 'put', { units: ['BOARD001'], container: 'RACK001' })
    // The other cord lies beside the rack: nobody asked for it.
    const packed = { units: ['RACK001', 'L002'], container: 'CRATE001', order: 'SO-1' }
    await accept(ledger, 'pack', packed)
    await accept(ledger, 'ship', { units: ['CRATE001'], order: 'SO-1' })
    const progress = await clientOf(opened).call(showOrderProgress, { order: 'SO-1' })
    expect(progress.lines.map(({ item, ordered, done }) => [item.code, ordered, done])).toEqual([
      ['RACK', 1, 1],
      ['CORD', null, 1],
    ])
  })
})
