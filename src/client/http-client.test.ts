import { createServer } from 'node:http'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { uuidv7 } from 'uuidv7'
import { expect, it, onTestFinished } from 'vitest'
import { clientOf, linesOf } from '../../test/support/client.ts'
import { serveStore } from '../../test/support/served.ts'
import { forEachStore } from '../../test/support/stores.ts'
import { recordCommands } from '../contract/commands.ts'
import { undoImport } from '../contract/imports.ts'
import { deleteMapping, listMappings, saveMapping } from '../contract/mappings.ts'
import { deleteView } from '../contract/saved-views.ts'
import { backupStore, checkStore } from '../contract/store-care.ts'
import { listSubjects, showSubject } from '../contract/subjects.ts'
import { listContents, listSerials, showHistory, showUnit } from '../contract/units.ts'
import type { Client } from './client.ts'
import { openHttpClient } from './http-client.ts'

const mapping = { version: 1, kind: 'units', columns: [{ header: 'Sérien №', field: 'serial' }] }

/** Questions that are put to both clients, in order. */
const questions: readonly ((client: Client) => Promise<unknown>)[] = [
  (client) => client.call(showUnit, { unit: 'LAMP/A 1%?#&/ü' }),
  (client) => client.call(showUnit, { unit: 'A 1%?#&/ü', at: '2020-01-01', knownUntil: 3 }),
  (client) => client.call(showUnit, { unit: 'NONE' }),
  (client) => client.call(showUnit, { unit: 'x'.repeat(400) }),
  (client) => client.call(showUnit, { unit: 'LAMP-1', at: 'noon' }),
  (client) => client.call(showHistory, { unit: '#1', latest: 1 }),
  (client) => client.call(showHistory, { unit: '#1', latest: 0 }),
  (client) => client.call(listContents, { location: 'Aisle 3 / Bin "7"', limit: 2 }),
  (client) => client.call(listContents, { location: 'Aisle 3 / Bin "7"', limit: 2, cursor: '2' }),
  (client) => client.call(listSerials, { units: '1-3,5' }),
  (client) => client.call(listSubjects, { kind: 'item', words: 'a%_\\', limit: 1 }),
  (client) => client.call(showSubject, { kind: 'location', code: 'Aisle 3 / Bin "7"' }),
  (client) => client.call(showSubject, { kind: 'lot', code: 'L', item: 'LAMP' }),
  (client) => client.call(saveMapping, { name: 'a/b?', mapping }),
  (client) => client.call(saveMapping, { name: 'wrong', mapping: { kind: 'units' } }),
  async (client) => {
    const { mappings } = await client.call(listMappings, {})
    return mappings.map(({ name, mapping: saved }) => ({ name, saved }))
  },
  (client) => client.call(deleteMapping, { name: 'none' }),
  (client) => client.call(deleteMapping, { name: 'no\u0000ne' }),
  (client) => client.call(deleteView, { name: ' ' }),
  (client) => linesOf(client.stream(checkStore, {})),
  (client) => linesOf(client.stream(undoImport, { batch: 'NONE' })),
]

const answerOf = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    (value) => ({ value }),
    (error: unknown) => ({ problem: (error as { problem?: unknown }).problem ?? error }),
  )

forEachStore('a client of a server', (open) => {
  it('gets the answers, and the problems, that one in the process gets', async () => {
    const opened = await open()
    const near = clientOf(opened)
    const far = openHttpClient(`${await serveStore(opened).listen()}/`, 'main')
    const made = await far.call(recordCommands, {
      commands: [
        ['create_location', { code: 'Aisle 3 / Bin "7"' }],
        ['create_item', { code: 'LAMP', scheme: 'LAMP-{seq:1}' }],
        ['create_item', { code: 'a%_\\z' }],
        ['commission', { item: 'LAMP', entries: [{ serial: 'A 1%?#&/ü', lot: 'L' }], location: 2 }],
        ['commission', { item: 'LAMP', count: 4, location: 'Aisle 3 / Bin "7"' }],
      ].map(([kind, input]) => ({ id: uuidv7(), kind: kind as string, input })),
    })
    expect(made.answers.filter(({ ok }) => !ok)).toEqual([])
    for (const ask of questions) {
      const expected = await answerOf(ask(near))
      expect(await answerOf(ask(far))).toEqual(expected)
      expect(expected).not.toMatchObject({ problem: { type: 'server_failed' } })
    }
  })
})

it('says what to do when nobody answers, or somebody else does', async () => {
  const wrong: [string, string, RegExp][] = [
    ['http://127.0.0.1:9', 'server_unreachable', /^No answer from .* Is it running\?/],
    ['localhost:8420', 'input_invalid', /is no address/],
    ['ftp://localhost', 'input_invalid', /is no address/],
    [await otherServer('<html>', 200), 'answer_unexpected', /Check the address/],
    [await otherServer('{"ok":1}', 200), 'answer_unexpected', /version of the server/],
    [await otherServer('Bad gateway', 502), 'answer_unexpected', /Check the address/],
  ]
  for (const [server, type, detail] of wrong) {
    const problem = { type, detail: expect.stringMatching(detail) as string }
    const ask = async () => openHttpClient(server, 'main').call(showUnit, { unit: 'X' })
    await expect(ask()).rejects.toMatchObject({ problem })
  }
  const client = openHttpClient('http://127.0.0.1:9', 'main')
  await expect(client.call(backupStore, { path: 'x' })).rejects.toMatchObject({
    problem: { type: 'local_only' },
  })
})

it('says that a streamed answer broke off', async () => {
  const server = await otherServer('{"checked":1,"units":2,"faults":[]}\n', 'hang up')
  const lines: unknown[] = []
  const read = async () => {
    for await (const line of openHttpClient(server, 'main').stream(checkStore, {})) {
      lines.push(line)
    }
  }
  await expect(read()).rejects.toMatchObject({ problem: { type: 'server_unreachable' } })
  expect(lines).toHaveLength(1)
})

/** A server that answers everything alike; gives its address. */
async function otherServer(body: string, status: number | 'hang up'): Promise<string> {
  const server = createServer((_, response) => {
    if (status !== 'hang up') {
      response.writeHead(status, { 'content-type': 'text/html' }).end(body)
      return
    }
    response.writeHead(200)
    response.write(body, () => setTimeout(() => response.destroy(), 20))
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => void server.close())
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}
