import { expect, it } from 'vitest'
import { uuidv7 } from 'uuidv7'
import { serveStore } from '../../test/support/served.ts'
import { forEachStore } from '../../test/support/stores.ts'

forEachStore('a request with a key', (open) => {
  it('is done once, and answered again as the first time', async () => {
    const { server } = serveStore(await open())
    const ask = async (method: 'PUT' | 'DELETE', name: string, key: string, query?: string) => {
      const response = await server.inject({
        method,
        url: `/api/main/views/${name}`,
        headers: { 'idempotency-key': key },
        ...(query !== undefined && { payload: { query } }),
      })
      return [response.statusCode, response.json<{ type?: string; name?: string }>()] as const
    }
    expect(await ask('PUT', 'lost', 'k1', 'status:lost')).toEqual([200, { name: 'lost' }])
    expect((await ask('PUT', 'lost', 'k1', 'status:held'))[1].type).toBe('key_reused')
    const both = [ask('DELETE', 'lost', 'k2'), ask('DELETE', 'lost', 'k2')]
    expect(await Promise.all(both)).toEqual([
      [200, { name: 'lost' }],
      [200, { name: 'lost' }],
    ])
    expect(await ask('DELETE', 'lost', 'k2')).toEqual([200, { name: 'lost' }])
    expect((await ask('DELETE', 'lost', 'k3'))[0]).toBe(404)
    expect((await ask('DELETE', 'lost', 'ü'.repeat(3)))[1].type).toBe('input_invalid')
  })

  it('gives a single command its id', async () => {
    const { server } = serveStore(await open())
    const headers = { 'idempotency-key': uuidv7() }
    const send = async (code: string) => {
      const command = { kind: 'create_location', input: { code } }
      const payload = { commands: [command] }
      const asked = { method: 'POST' as const, url: '/api/main/commands', headers, payload }
      return (await server.inject(asked)).json<{ answers: object[] }>().answers[0]
    }
    const made = await send('HQ')
    expect(made).toMatchObject({ ok: true })
    expect(await send('HQ')).toEqual(made)
    expect(await send('DOCK')).toMatchObject({ ok: false, refusal: { code: 'command_conflict' } })
  })
})
