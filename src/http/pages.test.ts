import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliCompressSync, brotliDecompressSync } from 'node:zlib'
import { expect, it, onTestFinished } from 'vitest'
import { serveStore } from '../../test/support/served.ts'

const nothing = {} as Parameters<typeof serveStore>[0]
const forPeople = { accept: 'text/html,*/*' }

/** A folder as the build of the web app leaves it. */
function builtApp(): string {
  const folder = mkdtempSync(join(tmpdir(), 'seriatim-web-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  mkdirSync(join(folder, 'assets'))
  writeFileSync(join(folder, 'index.html'), '<meta name="csp-nonce" content="__CSP_NONCE__">')
  writeFileSync(join(folder, 'assets/app-1a2b.js'), 'start()')
  writeFileSync(join(folder, 'assets/app-1a2b.js.br'), brotliCompressSync('start()'))
  return folder
}

it('serves the page of the web app at every path for people, with a nonce of its own', async () => {
  const { server } = serveStore(nothing, builtApp())
  const nonces = new Set<string>()
  for (const url of ['/', '/c/main/units/A.B', '/index.html', '/setup?x=1']) {
    const { statusCode, headers, payload } = await server.inject({ url, headers: forPeople })
    const [, nonce] = /content="([\w+/=]{24})"/.exec(payload)!
    nonces.add(nonce!)
    expect(statusCode).toBe(200)
    expect(headers['content-security-policy']).toContain(`style-src 'self' 'nonce-${nonce}'`)
    expect(headers['content-security-policy']).not.toContain('unsafe-inline')
    expect(headers).toMatchObject({
      'cache-control': 'no-cache',
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'same-origin',
    })
  }
  expect(nonces.size).toBe(4)
  const program = await server.inject({ url: '/c/main' })
  expect([program.statusCode, program.json<{ type: string }>().type]).toEqual([404, 'not_found'])
})

it('serves what was built compressed as the browser accepts it, and for ever', async () => {
  const { server } = serveStore(nothing, builtApp())
  const url = '/assets/app-1a2b.js'
  const plain = await server.inject(url)
  expect(plain.payload).toBe('start()')
  expect(plain.headers['cache-control']).toBe('public, max-age=31536000, immutable')
  const compressed = await server.inject({ url, headers: { 'accept-encoding': 'gzip, br' } })
  expect(compressed.headers).toMatchObject({
    'content-encoding': 'br',
    'content-type': plain.headers['content-type'],
  })
  expect(brotliDecompressSync(compressed.rawPayload).toString()).toBe('start()')
  const gone = await server.inject({ url: '/assets/app-0000.js', headers: forPeople })
  expect(gone.statusCode).toBe(404)
})

it('serves no file beside what was built', async () => {
  const folder = builtApp()
  writeFileSync(join(folder, 'secret.txt'), 'secret')
  const { server } = serveStore(nothing, join(folder, 'assets'))
  for (const url of ['/%2e%2e/secret.txt', '/..%2fsecret.txt', '/x/..%2f..%2fsecret.txt']) {
    const { statusCode, payload } = await server.inject({ url })
    expect([url, payload === 'secret', statusCode >= 400]).toEqual([url, false, true])
  }
})

it('says how to build the web app while there is none', async () => {
  const { server } = serveStore(nothing)
  const page = await server.inject({ url: '/', headers: forPeople })
  expect(page.statusCode).toBe(503)
  expect(page.payload).toContain('npm run build')
  expect(page.headers['content-security-policy']).toContain("script-src 'self'")
})

it('keeps answers to programs out of caches and frames', async () => {
  const { server } = serveStore(nothing)
  const { headers } = await server.inject('/api/main/nothing')
  expect(headers).toMatchObject({
    'cache-control': 'no-store',
    'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  })
})
