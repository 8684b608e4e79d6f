/** Every operation of the API description refuses whoever may not, and says so in a sentence. */
import type { FastifyInstance, InjectOptions, LightMyRequestResponse } from 'fastify'
import { randomUUID } from 'node:crypto'
import { Writable } from 'node:stream'
import { setTimeout } from 'node:timers/promises'
import { expect, it, onTestFinished } from 'vitest'
import { roles, type Permission, type Role } from '../../src/contract/permission.ts'
import { acceptLink } from '../../src/contract/sessions.ts'
import { createToken, revokeToken } from '../../src/contract/tokens.ts'
import { invitePerson } from '../../src/contract/people.ts'
import { describeApi } from '../../src/http/describe-api.ts'
import { buildServer } from '../../src/http/server.ts'
import { newAccounts, openBrowser, openMachine, secretOf } from '../support/accounts.ts'
import { companiesOf } from '../support/served.ts'
import { accept, describeStore } from '../support/stores.ts'

interface Asked {
  readonly name: string
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE'
  /** With something in the place of each part in braces that no operation takes. */
  readonly url: string
  readonly needs: string
  readonly isOfServer: boolean
  readonly takesJson: boolean
}

const api = describeApi()
const operations: Asked[] = Object.entries(api.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, { operationId, requestBody, ...rest }]) => ({
    name: operationId,
    method: method.toUpperCase() as Asked['method'],
    // Parameters that are wrong, so that what is allowed ends there and changes nothing.
    url: `${path.replace('{company}', 'main').replace(/\{\w+\}/g, '%01')}?limit=x&after=x`,
    needs: rest['x-needs'],
    isOfServer: path.startsWith('/api/-/'),
    takesJson: requestBody?.content['application/json'] !== undefined,
  })),
)

/** Names, sentences and paths of the inside, which no answer may show. */
const inside = /\n\s+at |\.ts:\d+|node:internal|node_modules|SQLITE_|select .* from/i

const json = { 'content-type': 'application/json' }

const allowed = (permissions: readonly Permission[], { needs }: Asked): boolean =>
  needs === 'nothing' || permissions.includes(needs as Permission)

describeStore('the doors of the API', 'sqlite', (open) => {
  async function openServer() {
    const { accounts } = await newAccounts('sqlite')
    const clock = { time: Date.now() }
    const opened = await open()
    const companies = companiesOf(opened)
    const place = { accounts, companies, now: () => clock.time }
    const log = new Writable({ write: (_chunk, _encoding, done) => done() })
    const server = buildServer({ ...place, log, webFolder: '/nowhere' })
    onTestFinished(() => server.close())
    const machine = openMachine(place)
    const cookieOf = async (role: Role, company: string): Promise<string> => {
      const login = `${role}-${company === '*' ? 'all' : company}`
      const memberships = [{ company, role }]
      const link = await machine.call(invitePerson, { login, name: login, memberships })
      const browser = openBrowser(place)
      const password = 'amber tractor sings along'
      await browser.call(acceptLink, { secret: secretOf(link), password })
      return `seriatim=${browser.kept.session}`
    }
    const tokenOf = async (
      name: string,
      permissions: Permission[],
      company: string | null = null,
    ) => machine.call(createToken, { name, permissions, company, days: 1 })
    return { server, clock, machine, ledger: opened.ledger, cookieOf, tokenOf }
  }

  /** Asks with a body that no operation takes, and looks at what comes back. */
  async function ask(
    server: FastifyInstance,
    { name, method, url, takesJson }: Asked,
    more: InjectOptions = {},
  ): Promise<LightMyRequestResponse> {
    const body = takesJson ? { headers: json, payload: '{"limit":{}}' } : {}
    const response = await server.inject({
      method,
      url,
      ...body,
      ...more,
      headers: { ...body.headers, ...more.headers },
    })
    expect([name, response.statusCode < 500]).toEqual([name, true])
    expect([name, inside.test(response.payload)]).toEqual([name, false])
    const isProblem = response.headers['content-type'] === 'application/problem+json; charset=utf-8'
    expect([name, response.statusCode < 400 || isProblem]).toEqual([name, true])
    return response
  }

  const typeOf = (response: LightMyRequestResponse): string =>
    response.statusCode < 400 ? 'done' : response.json<{ type: string }>().type

  it('lets each role do what its work needs, and nothing else', async () => {
    const { server, cookieOf, tokenOf } = await openServer()
    const doors: [
      as: string,
      headers: Record<string, string>,
      permissions: readonly Permission[],
    ][] = []
    for (const role of Object.keys(roles) as Role[]) {
      doors.push([role, { cookie: await cookieOf(role, '*') }, roles[role]])
    }
    for (const permission of roles.owner) {
      const { secret } = await tokenOf(permission, [permission])
      doors.push([`token ${permission}`, { authorization: `Bearer ${secret}` }, [permission]])
    }
    const denied = ['permission_denied', 'sign_in_needed', 'company_unknown']
    for (const [as, headers, permissions] of doors) {
      const told: string[] = []
      for (const operation of operations.filter(({ name }) => name !== 'signOut')) {
        const isPerson = !as.startsWith('token')
        const may = allowed(permissions, operation) || (operation.needs === 'self' && isPerson)
        const type = typeOf(await ask(server, operation, { headers }))
        if (may === denied.includes(type)) told.push(`${as} ${operation.name}: ${type}`)
      }
      expect(told).toEqual([])
    }
  })

  it('lets managers set up what operators record with, and take it back', async () => {
    const { server, ledger, cookieOf } = await openServer()
    const record = async (cookie: string, kind: string, input: object) => {
      const payload = { commands: [{ id: randomUUID(), kind, input }] }
      const asked = { method: 'POST', url: '/api/main/commands', headers: { cookie } } as const
      return server.inject({ ...asked, payload })
    }
    const made = await accept(ledger, 'create_location', { code: 'DOCK' })
    const order = await accept(ledger, 'create_order', { code: 'PO-1' })
    await accept(ledger, 'create_item', { code: 'LAMP', gtin: '04012345000009' })
    const done = await accept(ledger, 'change_order', { code: 'PO-1', set: { status: 'done' } })
    const wishes = [
      ['create_item', { code: 'DRILL' }],
      ['create_party', { code: 'ACME' }],
      ['change_location', { code: 'DOCK', set: { name: 'Dock' } }],
      ['change_order', { code: 'PO-1', rename: 'PO-2', set: {} }],
      ['change_order', { code: 'PO-1', set: { status: 'open', name: 'x' } }],
      ['create_trait', { code: 'colour' }],
      ['correct', { event: order.event }],
      ['correct', { event: made.event }],
    ] as const
    const operator = await cookieOf('operator', '*')
    const manager = await cookieOf('manager', '*')
    for (const [kind, input] of wishes) {
      const answer = await record(operator, kind, input)
      expect(answer.json<{ type: string }>().type).toContain('permission_denied')
    }
    const own = [
      ['correct', { event: done.event }],
      ['change_order', { code: 'PO-1', set: { status: 'done' } }],
      ['create_lot', { item: 'LAMP', code: 'L1' }],
      ['receive', { item: 'LAMP', entries: [{ serial: 'S1' }], location: 'DOCK' }],
      ['correct', { event: 8 }],
    ] as const
    for (const [kind, input] of own) {
      expect((await record(operator, kind, input)).json()).toMatchObject({
        answers: [{ ok: true }],
      })
    }
    for (const [kind, input] of [wishes[0], wishes[2], wishes[5]]) {
      expect((await record(manager, kind, input)).json()).toMatchObject({ answers: [{ ok: true }] })
    }
  })

  it('shows nobody a company that is not theirs', async () => {
    const { server, cookieOf, tokenOf } = await openServer()
    const ofOther = await tokenOf('other', ['read', 'record', 'manage', 'administer'], 'main')
    const main = { authorization: `Bearer ${ofOther.secret}` }
    const cookie = await cookieOf('owner', 'main')
    const asked = { method: 'GET', url: '/api/other/subjects/item' } as const
    for (const headers of [main, { cookie }]) {
      const own = await server.inject({ ...asked, url: '/api/main/subjects/item', headers })
      expect(own.statusCode).toBe(200)
      const other = await server.inject({ ...asked, headers })
      expect(other.json()).toMatchObject({ type: 'company_unknown', status: 404 })
      const people = await server.inject({ ...asked, url: '/api/-/people', headers })
      expect(people.json()).toMatchObject({ type: 'permission_denied' })
    }
  })

  it('refuses strangers, and tokens that are missing, wrong, old or revoked', async () => {
    const { server, clock, machine, cookieOf, tokenOf } = await openServer()
    const every: Permission[] = ['read', 'record', 'manage', 'administer']
    const revoked = await tokenOf('revoked', every)
    await machine.call(revokeToken, { token: revoked.token.id })
    const old = await tokenOf('old', every)
    const cookie = await cookieOf('owner', '*')
    clock.time += 2 * 24 * 60 * 60_000
    const strangers: Record<string, string>[] = [
      {},
      { cookie: 'seriatim=' },
      { cookie },
      { cookie: `__Host-${cookie}` },
      { authorization: '' },
      { authorization: 'Bearer' },
      { authorization: `Basic ${Buffer.from('owner:x').toString('base64')}` },
      { authorization: `Bearer srt_${'x'.repeat(43)}` },
      { authorization: `Bearer ${old.secret}` },
      { authorization: `Bearer ${revoked.secret}` },
      { authorization: `Bearer ${'x'.repeat(5000)}` },
    ]
    for (const headers of strangers) {
      const isToken = 'authorization' in headers
      for (const operation of operations) {
        if (operation.needs === 'nothing' && !isToken) continue
        const response = await ask(server, operation, { headers })
        expect([operation.name, response.statusCode]).toEqual([operation.name, 401])
        expect(typeOf(response)).toBe('sign_in_needed')
        expect(response.headers['www-authenticate']).toBe('Bearer realm="Seriatim"')
      }
    }
  })

  it('ends a live stream whose token is revoked or whose session rests', async () => {
    const { server, clock, machine, ledger, cookieOf, tokenOf } = await openServer()
    const { secret, token } = await tokenOf('screen', ['read'])
    const cookie = await cookieOf('viewer', 'main')
    const url = '/api/main/changes'
    const byToken = server.inject({ url, headers: { authorization: `Bearer ${secret}` } })
    const bySession = server.inject({ url, headers: { cookie } })
    await accept(ledger, 'create_location', { code: 'HQ' })
    await machine.call(revokeToken, { token: token.id })
    for (const hours of [6, 7]) {
      clock.time += hours * 60 * 60_000
      await accept(ledger, 'create_location', { code: `AFTER-${hours}` })
      await setTimeout(300)
    }
    for (const response of await Promise.all([byToken, bySession])) {
      const events = response.payload.trim().split('\n\n')
      expect(events.at(-1)).toContain('sign_in_needed')
    }
    expect((await byToken).payload).not.toContain('AFTER-6')
    expect((await bySession).payload).toContain('AFTER-6')
    expect((await bySession).payload).not.toContain('AFTER-7')
  })

  it('refuses pages of other sites and names that are not the server’s', async () => {
    const { server, cookieOf } = await openServer()
    const cookie = await cookieOf('owner', '*')
    const foreign: [headers: Record<string, string>, type: string][] = [
      [{ origin: 'https://evil.example' }, 'origin_refused'],
      [{ origin: 'null' }, 'origin_refused'],
      [{ origin: 'http://localhost:9' }, 'origin_refused'],
      [{ 'sec-fetch-site': 'cross-site' }, 'origin_refused'],
      [{ 'sec-fetch-site': 'same-site' }, 'origin_refused'],
      [{ host: 'rebound.example' }, 'host_refused'],
      [{ host: '127.0.0.1.evil.example' }, 'host_refused'],
      [{ host: 'x/y' }, 'host_refused'],
    ]
    for (const operation of operations) {
      for (const [headers, type] of foreign) {
        const response = await ask(server, operation, { headers: { cookie, ...headers } })
        expect([operation.name, headers, typeOf(response)]).toEqual([operation.name, headers, type])
      }
    }
    for (const host of ['localhost:80', '192.168.1.20:8420', '[::1]:8420']) {
      const headers = { host, origin: `http://${host}`, 'sec-fetch-site': 'same-origin' }
      const response = await server.inject({ url: '/api/-/session', headers })
      expect([host, response.statusCode]).toEqual([host, 200])
    }
  })

  it('refuses bodies that are too large, of another type or no JSON', async () => {
    const { server, tokenOf } = await openServer()
    const { secret } = await tokenOf('all', ['read', 'record', 'manage', 'administer'])
    const authorization = `Bearer ${secret}`
    const large = Buffer.alloc(9 << 20, 0x20)
    const bodies: [type: string, payload: string | Buffer, expected: string[]][] = [
      ['application/json', large, ['body_too_large']],
      ['text/plain', 'x=1', ['media_type_unknown']],
      ['application/x-www-form-urlencoded', 'x=1', ['media_type_unknown']],
      ['application/octet-stream', 'x', ['media_type_unknown']],
      ['application/json', '{', ['request_invalid']],
      ['application/json', '[1]', ['input_invalid']],
      ['application/json', '{"__proto__":{}}', ['request_invalid']],
    ]
    const takers = operations.filter(({ takesJson, needs }) => takesJson && needs !== 'self')
    expect(takers.length).toBeGreaterThan(10)
    for (const operation of takers) {
      for (const [type, payload, expected] of bodies) {
        const headers = { authorization, 'content-type': type }
        const response = await ask(server, operation, { headers, payload })
        expect([operation.name, type, expected.includes(typeOf(response))]).toEqual([
          operation.name,
          type,
          true,
        ])
      }
    }
  })
})
