import { expect, it } from 'vitest'
import { serveStore } from '../../test/support/served.ts'
import { accept, forEachStore, runSql } from '../../test/support/stores.ts'

const elsewhere = { remoteAddress: '192.0.2.7' }

forEachStore('a server', (open) => {
  it('says whether it can work, and counts what it does', async () => {
    const opened = await open()
    await accept(opened.ledger, 'create_location', { code: 'HQ' })
    const { server } = serveStore(opened)
    expect((await server.inject('/readyz')).json()).toEqual({ status: 'ready' })
    await server.inject('/api/main/locations/HQ/contents')
    const { headers, payload } = await server.inject('/metrics')
    expect(headers['content-type']).toBe('text/plain; version=0.0.4; charset=utf-8')
    const figures = payload.split('\n')
    expect(figures).toContain('seriatim_ledger_events_total{company="main"} 1')
    expect(figures).toContain('seriatim_ledger_queue{company="main"} 0')
    expect(payload).toMatch(/seriatim_search_lag_events\{company="main"\} [01]/)
    const path = 'path="/api/:company/locations/:location/contents",status="200"'
    expect(figures).toContain(`seriatim_http_request_seconds_count{method="GET",${path}} 1`)
    await runSql(opened.address, 'alter table company rename to company_gone')
    const broken = await server.inject('/readyz')
    expect([broken.statusCode, broken.json<object>()]).toMatchObject([
      503,
      { type: 'store_unreachable' },
    ])
    await runSql(opened.address, 'alter table company_gone rename to company')
  })

  it('tells its figures to this machine, and to who may administer', async () => {
    const { server } = serveStore(await open())
    const ask = async (more: object) =>
      (await server.inject({ url: '/metrics', ...more })).statusCode
    const nobody = { headers: { authorization: '' } }
    expect(await ask(nobody)).toBe(200)
    expect(await ask({ ...nobody, ...elsewhere })).toBe(401)
    expect(await ask({ headers: { authorization: '', 'x-forwarded-for': '192.0.2.7' } })).toBe(401)
    expect(await ask(elsewhere)).toBe(200)
  })

  it('writes a line a request that tells nothing of what was said', async () => {
    const { server, log } = serveStore(await open())
    const secret = { authorization: 'Bearer srt_secret', cookie: 'seriatim=secret' }
    await server.inject({ url: '/api/main/units/SECRET-7?at=2013-01-01', headers: secret })
    const { headers } = await server.inject('/api/main/units/SECRET-7')
    const lines = log().trim().split('\n')
    expect(lines.map((line) => JSON.parse(line) as object)).toMatchObject([
      { method: 'GET', path: '/api/:company/units/:unit', status: 401, company: 'main' },
      { status: 404, actor: expect.any(String) as string, reqId: headers['x-request-id'] },
    ])
    expect(log().toLowerCase()).not.toContain('secret')
  })
})
