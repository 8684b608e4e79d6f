import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { openWebClient, type ImportRun, type WebClient } from '../../src/client/web-client.ts'
import { serveStore } from '../support/served.ts'
import { linesOf } from '../support/client.ts'
import { runLine } from '../support/command-line.ts'
import { forEachStore, type OpenedStore } from '../support/stores.ts'
import { newFile, newFolder } from './import-file.ts'

const header = 'Serial,Model,Location,Received\n'

/** Rows of units; every tenth names a day that no month has. */
const rowsOf = (count: number) =>
  Array.from({ length: count }, (_, index) => {
    const day = index % 10 === 9 ? '2024-02-31' : '2024-02-01'
    return `S-${index},LAMP,HQ,${day}\n`
  }).join('')

async function serve(opened: OpenedStore): Promise<{ address: string; client: WebClient }> {
  const address = await serveStore(opened).listen()
  return { address, client: openWebClient({ fetch, company: 'main', server: address }) }
}

const send = (client: WebClient, name: string, text: string) =>
  client.call('uploadFile', { name, body: new Blob([text]) })

/** Waits for an import to end, as a page does that was loaded anew. */
async function ended(client: WebClient, run: string): Promise<ImportRun> {
  for (;;) {
    const found = await client.call('showImport', { run })
    if (found.state !== 'running') return found
    await new Promise((done) => setTimeout(done, 50))
  }
}

forEachStore('an import over the network', (open) => {
  it('is tried, loaded, listed, its refused rows fetched, and undone', async () => {
    const { client } = await serve(await open())
    const text = header + rowsOf(40)
    const { upload, name, bytes } = await send(client, '../stock of march.csv', text)
    expect([name, bytes]).toEqual(['stock of march.csv', text.length])
    const { plan } = (await linesOf(client.stream('planImport', { upload }))).at(-1)!
    expect(plan).toMatchObject({ format: 'csv', counts: { rows: 40, newUnits: 36, refused: 4 } })
    const { mapping } = plan!
    const lines = await linesOf(client.stream('loadImport', { upload, mapping }))
    const { run, batch, result } = lines.at(-1)!
    expect(result).toMatchObject({ batch, refusedPath: null, refusals: [{ count: 4 }] })
    const { imports } = await client.call('listImports', {})
    expect(imports).toMatchObject([
      { run, batch, state: 'done', file: 'stock of march.csv', hasRefusedRows: true },
    ])
    const refused = await client.file('downloadRefusedRows', { run })
    expect(refused.name).toBe('stock of march.refused.csv')
    expect((await refused.blob.text()).split('\r\n')).toHaveLength(4 + 2)
    await linesOf(client.stream('undoImport', { batch: batch! }))
    expect(await client.call('showImport', { run })).toMatchObject({ state: 'undone' })
    await expect(linesOf(client.stream('planImport', { upload }))).rejects.toMatchObject({
      problem: { type: 'not_found', field: 'upload' },
    })
  })

  it('goes on when nobody listens, can be asked for, and can be stopped', async () => {
    const { client } = await serve(await open())
    const { upload } = await send(client, 'many.csv', header + rowsOf(8000))
    const leave = new AbortController()
    const lines = client.stream('loadImport', { upload }, { signal: leave.signal })
    const first = await lines[Symbol.asyncIterator]().next()
    leave.abort()
    const { run } = first.value as { run: string }
    expect(await ended(client, run)).toMatchObject({
      state: 'done',
      counts: { rows: 8000, newUnits: 7200, refused: 800 },
    })
    const again = await send(client, 'more.csv', header + rowsOf(20_000).replaceAll('S-', 'T-'))
    const more = client.stream('loadImport', { upload: again.upload })[Symbol.asyncIterator]()
    const begun = (await more.next()).value as { run: string }
    const stopped = await client.call('cancelImport', { run: begun.run })
    expect(stopped.state).toBe('cancelled')
    expect(stopped.counts.rows).toBeLessThan(20_000)
    expect(stopped.batch).toMatch(/^IMPORT-/)
    const page = await client.call('listImports', { limit: 1 })
    const rest = await client.call('listImports', { limit: 1, cursor: page.cursor! })
    expect([page, rest].map(({ imports }) => imports[0]!.file)).toEqual(['more.csv', 'many.csv'])
  })

  it('reads and writes no file of the server that was not uploaded', async () => {
    const { client } = await serve(await open())
    const path = newFile('stock.csv', header + rowsOf(1))
    const plan = () => linesOf(client.stream('planImport', { path }))
    await expect(plan()).rejects.toMatchObject({ problem: { type: 'local_only', field: 'path' } })
    const { upload } = await send(client, 'stock.csv', header + rowsOf(1))
    const refusedPath = join(newFolder(), 'refused.csv')
    const load = () => linesOf(client.stream('loadImport', { upload, refusedPath }))
    await expect(load()).rejects.toMatchObject({ problem: { type: 'local_only' } })
  })

  it('is what the command line does with a server', async () => {
    const { address, client } = await serve(await open())
    const path = newFile('stock.csv', header + rowsOf(20))
    const refused = join(newFolder(), 'refused.csv')
    const server = ['--server', address]
    const nobody = {} as Parameters<typeof runLine>[0]
    const done = await runLine(nobody, [...server, 'import', path, '--refused', refused, '--yes'])
    expect(done.stdout).toContain('18 units created, 2 rows refused.')
    expect(done.stdout).toContain(`The refused rows are in ${refused}`)
    expect(readFileSync(refused, 'utf8').split('\r\n')).toHaveLength(2 + 2)
    const { imports } = await client.call('listImports', {})
    expect(imports[0]).toMatchObject({ file: 'stock.csv', state: 'done' })
  })
})
