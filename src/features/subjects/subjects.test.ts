import { expect, it } from 'vitest'
import type { z } from 'zod'
import { clientOf, type Client } from '../../../test/support/client.ts'
import { accept, forEachStore, record } from '../../../test/support/stores.ts'
import { findSubjects, listSubjects, showSubject } from '../../contract/subjects.ts'

type Asked = z.input<(typeof listSubjects)['input']>

async function codesOf(client: Client, asked: Partial<Asked> = {}): Promise<string[]> {
  const { subjects } = await client.call(listSubjects, { kind: 'item', ...asked })
  return subjects.map(({ code }) => code)
}

forEachStore('items, locations and the like', (open) => {
  it('are listed by code, page after page, each once', async () => {
    const opened = await open()
    const client = clientOf(opened)
    const codes = ['b 2', 'B 1', 'a', 'C', 'é', '10', '9']
    for (const code of codes) await accept(opened.ledger, 'create_location', { code })
    const seen: string[] = []
    let cursor: string | null = null
    do {
      const page = { kind: 'location' as const, limit: 3, ...(cursor !== null && { cursor }) }
      const answer: Awaited<ReturnType<typeof listPage>> = await listPage(client, page)
      seen.push(...answer.subjects.map(({ code }) => code))
      cursor = answer.cursor
    } while (cursor !== null)
    expect(seen).toEqual(['10', '9', 'a', 'B 1', 'b 2', 'C', 'ELSEWHERE', 'é'])
  })

  it('are found by words of their code or name, as they are written', async () => {
    const opened = await open()
    const client = clientOf(opened)
    const items = [
      { code: 'GR-1', name: 'Kabel, Größe 5' },
      { code: 'GR-2', name: 'ÄRMEL blau' },
      { code: '50%_x', name: 'Half \\ full' },
    ]
    for (const item of items) await accept(opened.ledger, 'create_item', item)
    const finds: [words: string, codes: string[]][] = [
      ['gr-', ['GR-1', 'GR-2']],
      ['größe', ['GR-1']],
      ['GRÖSSE', []],
      ['Größe KABEL', ['GR-1']],
      ['ärmel', ['GR-2']],
      ['Ärmel', ['GR-2']],
      ['%', ['50%_x']],
      ['_', ['50%_x']],
      ['\\', ['50%_x']],
      ['gr- full', []],
    ]
    const found = []
    for (const [words] of finds) found.push([words, await codesOf(client, { words })])
    expect(found).toEqual(finds)
  })

  it('are shown with their history; lots belong to their item', async () => {
    const opened = await open()
    const { ledger } = opened
    const client = clientOf(opened)
    await accept(ledger, 'create_item', { code: 'Flour', name: 'Flour' })
    await accept(ledger, 'create_item', { code: 'SALT' })
    await accept(ledger, 'change_item', { code: 'FLOUR', set: { name: 'Rye flour' } })
    await accept(ledger, 'create_lot', { code: 'L1', item: 'FLOUR', name: 'Spring' })
    await accept(ledger, 'create_lot', { code: 'L1', item: 'SALT', name: 'Rock' })
    const item = await client.call(showSubject, { kind: 'item', code: 'flour' })
    expect(item.subject).toMatchObject({ code: 'Flour', data: { name: 'Rye flour' } })
    expect(item.lines).toMatchObject([
      { kind: 'create_item', actor: 'tester' },
      { kind: 'change_item', actor: 'tester' },
    ])
    const lot = await client.call(showSubject, { kind: 'lot', code: 'l1', item: 'salt' })
    expect(lot.subject.data).toMatchObject({ name: 'Rock' })
    await expect(client.call(showSubject, { kind: 'lot', code: 'L1' })).rejects.toMatchObject({
      problem: { type: 'not_found' },
    })
  })

  it('keep what an item is made of, how it is handled and what may stand in for it', async () => {
    const opened = await open()
    const { ledger } = opened
    const client = clientOf(opened)
    for (const code of ['CELL', 'CELL-B', 'CASE']) await accept(ledger, 'create_item', { code })
    const said = {
      handling: ['lithium_battery', 'fragile'],
      coldest: -20,
      warmest: 45,
      substitutes: ['CELL-B'],
      components: [
        { item: 'CELL', quantity: 40 },
        { item: 'CASE', quantity: 1 },
      ],
      shelfLifeDays: 700,
      warrantyMonths: 24,
    }
    await accept(ledger, 'create_item', { code: 'PACK', ...said })
    await accept(ledger, 'change_item', { code: 'CELL', rename: 'CELL-21700', set: {} })
    const { subject } = await client.call(showSubject, { kind: 'item', code: 'PACK' })
    const components = [{ item: 'CELL-21700', quantity: 40 }, said.components[1]]
    expect(subject.data).toEqual({ ...said, components })
    const unknown = await record(ledger, 'create_item', { code: 'X', substitutes: ['NONE'] })
    expect(unknown).toMatchObject({ ok: false, refusal: { code: 'item_unknown' } })
  })
})

forEachStore('what is typed', (open) => {
  it('finds things of every kind, first those that are called so or begin so', async () => {
    const { ledger, ...opened } = await open()
    const client = clientOf({ ledger, ...opened })
    for (const [code, name] of [
      ['A-LAMP'],
      ['B', 'Desk lamp'],
      ['C', 'Lamp, small'],
      ['LAMP-2'],
      ['LAMP', 'Größe %'],
    ]) {
      await accept(ledger, 'create_item', { code, ...(name && { name }) })
    }
    await accept(ledger, 'create_location', { code: 'Lamps' })
    await accept(ledger, 'create_lot', { item: 'B', code: 'LAMP-LOT' })
    const found = async (words: string, limit = 10) =>
      (await client.call(findSubjects, { words, limit })).subjects.map(({ code }) => code)
    const items = ['LAMP', 'LAMP-2', 'C', 'A-LAMP', 'B']
    expect(await found(' lamp')).toEqual([...items, 'LAMP-LOT', 'Lamps'])
    expect(await found('lamp', 2)).toEqual(['LAMP', 'LAMP-2', 'LAMP-LOT', 'Lamps'])
    expect(await found('größe %')).toEqual(['LAMP'])
    expect(await found('desk%')).toEqual([])
  })
})

forEachStore('orders', (open) => {
  it('are listed by how they stand; one of which nothing is said is open', async () => {
    const { ledger, ...opened } = await open()
    const client = clientOf({ ledger, ...opened })
    for (const [code, status] of [['A'], ['B', 'open'], ['C', 'done'], ['D', 'cancelled']]) {
      const name = 'says "status":"done" itself'
      await accept(ledger, 'create_order', { code, name, ...(status && { status }) })
    }
    const ofStatus = async (status: 'open' | 'done' | 'cancelled') =>
      codesOf(client, { kind: 'order', status })
    expect(await ofStatus('open')).toEqual(['A', 'B'])
    expect(await ofStatus('done')).toEqual(['C'])
    expect(await ofStatus('cancelled')).toEqual(['D'])
  })
})

const listPage = (client: Client, input: { kind: 'location'; limit: number; cursor?: string }) =>
  client.call(listSubjects, input)
