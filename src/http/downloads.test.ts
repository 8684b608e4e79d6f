import { text } from 'node:stream/consumers'
import { expect, it } from 'vitest'
import { serveStore } from '../../test/support/served.ts'
import { accept, describeStore } from '../../test/support/stores.ts'
import { openHttpClient } from '../client/http-client.ts'
import { openWebClient } from '../client/web-client.ts'
import { downloadUnits } from '../contract/search.ts'

describeStore('a download', 'sqlite', (open) => {
  it('is every unit that a search finds, as a file with a name', async () => {
    const { ledger, ...opened } = await open()
    await accept(ledger, 'create_location', { code: 'HQ' })
    await accept(ledger, 'create_item', { code: 'LAMP', scheme: 'LAMP-{seq:4}' })
    await accept(ledger, 'commission', { item: 'LAMP', count: 2500, location: 'HQ' })
    const server = await serveStore({ ...opened, ledger }).listen()
    const client = openWebClient({ fetch, company: 'main', server })
    const query = 'status:in_stock'
    const csv = await client.file('downloadUnits', { query, columns: 'serial,location' })
    expect(csv.name).toMatch(/^units-\d{4}-\d\d-\d\d\.csv$/)
    const lines = (await csv.blob.text()).trim().split('\r\n')
    expect([lines.length, lines[0]]).toEqual([2501, 'serial,location'])
    const xlsx = await client.file('downloadUnits', { query, format: 'xlsx' })
    const bytes = new Uint8Array(await xlsx.blob.arrayBuffer())
    expect(bytes.slice(0, 2)).toEqual(new Uint8Array([0x50, 0x4b]))
    const far = await openHttpClient(server, 'main').file(downloadUnits, { query, format: 'jsonl' })
    expect(far).toMatchObject({ mediaType: 'application/x-ndjson' })
    expect((await text(far.bytes as AsyncIterable<Uint8Array>)).split('\n')).toHaveLength(2501)
    await expect(client.file('downloadUnits', { query: 'status:' })).rejects.toMatchObject({
      problem: { status: 422 },
    })
    const mistyped = await fetch(client.address('uploadFile', { name: 'x' }), {
      method: 'POST',
      body: '{}',
      headers: { 'content-type': 'application/json' },
    })
    expect([mistyped.status, (await mistyped.json()) as object]).toMatchObject([
      415,
      { type: 'media_type_unknown', detail: expect.stringContaining('octet-stream') as string },
    ])
  })
})
