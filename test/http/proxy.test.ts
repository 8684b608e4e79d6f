/** What changes when a proxy in front of the server ends HTTPS. */
import { Writable } from 'node:stream'
import { expect, it, onTestFinished } from 'vitest'
import { ownerLink } from '../../src/contract/people.ts'
import { buildServer } from '../../src/http/server.ts'
import { newAccounts, openMachine, secretOf } from '../support/accounts.ts'
import { companiesOf } from '../support/served.ts'
import { describeStore } from '../support/stores.ts'

const json = { 'content-type': 'application/json' }
const publicUrl = 'https://stock.example'

describeStore('behind a proxy', 'sqlite', (open) => {
  async function openServer(trustProxy?: string) {
    const { accounts } = await newAccounts('sqlite')
    const place = { accounts, companies: companiesOf(await open()), now: Date.now }
    const log = new Writable({ write: (_chunk, _encoding, done) => done() })
    const server = buildServer({ ...place, log, webFolder: '/nowhere', publicUrl, trustProxy })
    onTestFinished(() => server.close())
    const link = await openMachine(place).call(ownerLink, {})
    const signUp = (headers: Record<string, string>) =>
      server.inject({
        method: 'POST',
        url: '/api/-/links/owner',
        headers: { ...json, ...headers },
        payload: JSON.stringify({
          secret: secretOf(link),
          login: 'olu',
          name: 'Olu',
          password: 'amber tractor sings',
        }),
      })
    return { server, signUp }
  }

  const forwarded = {
    host: '127.0.0.1:8420',
    origin: publicUrl,
    'x-forwarded-proto': 'https',
    'x-forwarded-host': 'stock.example',
    'x-forwarded-for': '203.0.113.9',
  }

  it('keeps the session in a cookie that only this host gets, and only by HTTPS', async () => {
    const { server, signUp } = await openServer('127.0.0.1')
    const response = await signUp(forwarded)
    expect(response.json()).toMatchObject({ person: { login: 'olu' }, passkeys: true })
    expect(response.headers['strict-transport-security']).toBe('max-age=31536000')
    const cookie = String(response.headers['set-cookie'])
    expect(cookie).toMatch(/^__Host-seriatim=[\w-]{43}; Max-Age=\d+; Path=\/; HttpOnly; Secure; Sa/)
    expect(cookie).toContain('SameSite=Lax')
    expect(cookie).not.toContain('Domain')
    const [pair = ''] = cookie.split(';')
    const who = async (headers: Record<string, string>) =>
      (await server.inject({ url: '/api/-/session', headers })).json<{ as: string }>().as
    expect(await who({ ...forwarded, cookie: pair })).toBe('person')
    // A page of a sister host, or plain HTTP, could have set one without the prefix.
    expect(await who({ ...forwarded, cookie: pair.replace('__Host-', '') })).toBe('nobody')
    const sessions = await server.inject({
      url: '/api/-/sessions',
      headers: { ...forwarded, cookie: pair },
    })
    expect(sessions.json()).toMatchObject({ sessions: [{ address: '203.0.113.9' }] })
  })

  it('believes nobody but the proxy that was named', async () => {
    for (const trustProxy of [undefined, '192.0.2.1']) {
      const { signUp } = await openServer(trustProxy)
      const refused = await signUp(forwarded)
      expect(refused.json()).toMatchObject({ type: 'origin_refused' })
      const { origin: _, ...rest } = forwarded
      const response = await signUp({ ...rest, host: 'stock.example' })
      expect(response.json()).toMatchObject({ person: { login: 'olu' }, passkeys: false })
      expect(response.headers['strict-transport-security']).toBeUndefined()
      expect(String(response.headers['set-cookie'])).toMatch(/^seriatim=[\w-]{43}; .*HttpOnly; Sa/)
    }
  })
})
