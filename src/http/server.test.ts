import { once } from 'node:events'
import { request, type IncomingMessage } from 'node:http'
import { gzipSync } from 'node:zlib'
import { expect, it } from 'vitest'
import { uuidv7 } from 'uuidv7'
import { accept, forEachStore, runSql } from '../../test/support/stores.ts'
import { serveStore } from '../../test/support/served.ts'
import { apiPath } from '../contract/operation.ts'
import { handlers } from '../features/index.ts'

const json = { 'content-type': 'application/json' }

interface Asked {
  readonly method?: 'GET' | 'POST' | 'PUT' | 'DELETE'
  readonly url: string
  readonly headers?: Record<string, string>
  readonly payload?: string | Buffer
}

/** Requests that are refused: the status, the type of the problem and a part of its sentence. */
const refusedRequests: readonly [asked: Asked, status: number, type: string, detail: RegExp][] = [
  [{ url: '/nowhere' }, 404, 'not_found', /nothing at GET \/nowhere/],
  [{ method: 'DELETE', url: '/api/main/units/X?at=1' }, 405, 'method_not_allowed', /by GET, HEAD/],
  [{ method: 'DELETE', url: '/api/main/nowhere' }, 404, 'not_found', /nothing at DELETE/],
  [{ url: '/api/other/units/X' }, 404, 'company_unknown', /no company other/],
  [{ url: '/api/main/units/X' }, 404, 'not_found', /No unit has the number X/],
  [{ url: '/api/main/units/%zz' }, 400, 'request_invalid', /%zz/],
  [{ url: '/api/main/units/%00' }, 422, 'input_invalid', /unit: has a control character/],
  [
    { url: `/api/main/units/${'x'.repeat(301)}` },
    422,
    'input_invalid',
    /unit: must have at most 300 characters/,
  ],
  [
    { url: '/api/main/units/A%2FB/history?latest=0' },
    422,
    'input_invalid',
    /latest: must be at least 1/,
  ],
  [{ url: '/api/main/units/A/history?latest=1&latest=2' }, 422, 'input_invalid', /latest/],
  [{ url: '/api/main/units/LAMP-1?at=2013-02-31' }, 422, 'input_invalid', /is not a time/],
  [{ url: '/api/main/units/LAMP-1?knownUntil=x' }, 422, 'input_invalid', /knownUntil/],
  [{ url: '/api/main/locations/HQ/contents?limit=1001' }, 422, 'input_invalid', /limit/],
  [{ url: '/api/main/locations/HQ/contents?cursor=1.5' }, 422, 'input_invalid', /page before/],
  [{ url: '/api/main/serials?units=5-1' }, 422, 'input_invalid', /units/],
  [{ url: '/api/main/labels/file?locations=%20' }, 422, 'input_invalid', /at least one/],
  [{ url: '/api/main/labels/file?locations=A%00' }, 422, 'input_invalid', /no location/],
  [{ url: '/api/main/views?cursor=AA' }, 422, 'input_invalid', /page before/],
  [{ url: '/api/main/search?query=&cursor=e30' }, 422, 'input_invalid', /page before/],
  [{ url: '/api/main/search?query=sort:serial&cursor=MQ' }, 422, 'input_invalid', /page before/],
  [{ url: '/api/main/subjects/item?cursor=x' }, 422, 'input_invalid', /page before/],
  [{ url: '/api/main/subjects/thing' }, 422, 'input_invalid', /kind/],
  [{ url: '/api/main/serials?units=1-99999999' }, 422, 'input_invalid', /more than 10000 units/],
  [{ url: '/api/main/serials?units=all' }, 422, 'input_invalid', /write ids as 1-1000,1005/],
  [{ url: '/', headers: { origin: 'https://evil.example' } }, 403, 'origin_refused', /other sites/],
  [{ url: '/', headers: { origin: 'null' } }, 403, 'origin_refused', /other sites/],
  [commands('{"commands":'), 400, 'request_invalid', /not valid JSON/],
  [commands('{"__proto__":{"x":1}}'), 400, 'request_invalid', /./],
  [commands(''), 422, 'input_invalid', /commands: is missing/],
  [commands(Buffer.from('{"commands":"\xff"}', 'latin1')), 415, 'media_type_unknown', /UTF-8/],
  [
    commands('{}', { 'content-type': 'application/json; charset=utf-16' }),
    415,
    'media_type_unknown',
    /UTF-8/,
  ],
  [
    commands(gzipSync('{}'), { ...json, 'content-encoding': 'gzip' }),
    415,
    'media_type_unknown',
    /without compressing/,
  ],
  [commands('[1]'), 422, 'input_invalid', /must be an object/],
  [commands('"text"'), 422, 'input_invalid', /must be an object/],
  [commands('{"commands":7}'), 422, 'input_invalid', /commands: must be a list/],
  [commands('{"commands":[]}'), 422, 'input_invalid', /commands/],
  [commands('{"commands":[{"id":"x"}]}'), 422, 'input_invalid', /commands\.0\.kind/],
  [commands('x=1', { 'content-type': 'text/plain' }), 415, 'media_type_unknown', /as application/],
  [commands(Buffer.alloc(9 << 20, 0x20)), 413, 'body_too_large', /larger than 8 MiB/],
  [
    { method: 'POST', url: '/api/main/backups', headers: json, payload: '{"path":"/tmp/x"}' },
    404,
    'not_found',
    /nothing at POST/,
  ],
  [
    { method: 'POST', url: '/api/main/imports/NONE/undo', headers: json, payload: '{}' },
    404,
    'not_found',
    /no import NONE/,
  ],
]

function commands(payload: string | Buffer, headers: Record<string, string> = json): Asked {
  return { method: 'POST', url: '/api/main/commands', headers, payload }
}

forEachStore('the server', (open) => {
  it('answers every refused request with a problem document, and goes on', async () => {
    const opened = await open()
    await accept(opened.ledger, 'create_location', { code: 'HQ' })
    await accept(opened.ledger, 'create_item', { code: 'LAMP', scheme: 'LAMP-{seq:1}' })
    await accept(opened.ledger, 'commission', { item: 'LAMP', count: 1, location: 'HQ' })
    const { server, log } = serveStore(opened)
    for (const [asked, status, type, detail] of refusedRequests) {
      const response = await server.inject({ method: 'GET', ...asked })
      const named = `${asked.method ?? 'GET'} ${asked.url.slice(0, 80)}`
      expect([named, response.statusCode, response.headers['content-type']]).toEqual([
        named,
        status,
        'application/problem+json; charset=utf-8',
      ])
      expect(response.json()).toMatchObject({
        type,
        status,
        title: type.replaceAll('_', ' '),
        detail: expect.stringMatching(detail) as string,
      })
    }
    expect(log()).not.toContain('"level":50')
    const unit = await server.inject('/api/main/units/LAMP-1')
    expect(unit.json()).toMatchObject({ serial: 'LAMP-1', place: { location: { code: 'HQ' } } })
  })

  it('answers pages of its own and no others', async () => {
    const { server } = serveStore(await open())
    const host = { host: 'localhost:8420' }
    const own = await server.inject({
      url: '/api',
      headers: { ...host, origin: 'http://localhost:8420' },
    })
    expect(own.statusCode).toBe(200)
    const other = { ...host, origin: 'http://localhost:9999' }
    expect((await server.inject({ url: '/healthz', headers: other })).statusCode).toBe(403)
  })

  it('records commands, each answered for itself', async () => {
    const { server } = serveStore(await open())
    const id = uuidv7()
    const command = { id, kind: 'create_location', input: { code: 'HQ' } }
    const more = { ...command, id: uuidv7() }
    const response = await server.inject({
      ...commands(JSON.stringify({ commands: [command, more, command] })),
    })
    const { answers } = response.json<{ answers: { ok: boolean; refusal?: object }[] }>()
    expect(answers).toMatchObject([{ ok: true }, { ok: false }, { ok: true }])
    expect(answers[1]).toMatchObject({ refusal: { code: 'code_taken' } })
    expect(answers[2]).toEqual(answers[0])
  })

  it('ends a streamed answer that breaks off with a line that says why', async () => {
    const opened = await open()
    await accept(opened.ledger, 'create_item', { code: 'LAMP', scheme: 'LAMP-{seq:1}' })
    await accept(opened.ledger, 'commission', { item: 'LAMP', count: 5 })
    await runSql(opened.address, 'alter table identifiers rename to identifiers_gone')
    const { server, log } = serveStore(opened)
    const response = await server.inject({ method: 'POST', url: '/api/main/checks' })
    expect(response.headers['content-type']).toBe('application/x-ndjson')
    const lines = response.payload.trim().split('\n')
    expect(lines.map((line) => JSON.parse(line) as object)).toEqual([
      { checked: 0, units: 5, faults: [] },
      { problem: expect.objectContaining({ type: 'server_failed', status: 500 }) as object },
    ])
    expect(log()).toContain('identifiers')
  })
})

it('serves every operation but those on files of its machine', async () => {
  const nothing = {} as Parameters<typeof serveStore>[0]
  const { server } = serveStore(nothing)
  const has = handlers.map(({ operation }) => {
    const url = apiPath(operation).replace(/\{(\w+)\}/g, ':$1')
    return [operation.name, server.hasRoute({ method: operation.method, url })]
  })
  const local = ['backupStore', 'ownerLink', 'backupAccounts']
  expect(has).toEqual(handlers.map(({ operation: { name } }) => [name, !local.includes(name)]))
})

it('says nothing of what failed inside, except to its log', async () => {
  const nothing = {} as Parameters<typeof serveStore>[0]
  const { server, log } = serveStore(nothing)
  const response = await server.inject('/api/main/units/X')
  expect(response.statusCode).toBe(500)
  expect(response.json()).toMatchObject({ type: 'server_failed' })
  expect(response.payload).not.toContain('undefined')
  const id = response.headers['x-request-id'] as string
  expect(response.payload).toContain(`(${id})`)
  const [failure = ''] = log().split('\n')
  expect(JSON.parse(failure)).toMatchObject({
    level: 50,
    reqId: id,
    err: { type: 'TypeError' },
    msg: expect.stringMatching(/./) as string,
  })
})

it('answers what it cannot read as a request with a problem document, too', async () => {
  const { listen } = serveStore({} as Parameters<typeof serveStore>[0])
  const address = await listen()
  const long = await fetch(`${address}/api/-/session?x=${'a'.repeat(40_000)}`)
  expect(long.headers.get('content-type')).toBe('application/problem+json; charset=utf-8')
  expect(await long.json()).toMatchObject({
    type: 'request_invalid',
    status: 400,
    detail: expect.stringContaining('too long') as string,
  })
})

it('waits for no body where none is announced, whatever type is named', async () => {
  const { listen } = serveStore({} as Parameters<typeof serveStore>[0])
  const { port } = new URL(await listen())
  const asked = request({ port, method: 'DELETE', path: '/api/-/tokens/99', headers: json })
  asked.end()
  const [response] = (await once(asked, 'response')) as [IncomingMessage]
  response.resume()
  expect(response.statusCode).toBe(404)
})
