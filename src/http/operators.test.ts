import { expect, it } from 'vitest'
import { uuidv7 } from 'uuidv7'
import { serveStore } from '../../test/support/served.ts'
import { accept, forEachStore } from '../../test/support/stores.ts'
import { openWebClient, type WebClient } from '../client/web-client.ts'
import type { Answer } from '../domain/command.ts'

const operators = 20
const scansEach = 30
const units = 25

/** An operator's own client: each has a token of its own. */
async function signIn(server: string, owner: WebClient, name: string): Promise<WebClient> {
  const { secret } = await owner.call('createToken', {
    name,
    permissions: ['read', 'record'],
    company: 'main',
  })
  const asOperator: typeof fetch = (url, request) =>
    fetch(url, {
      ...request,
      headers: { ...(request?.headers as object), authorization: `Bearer ${secret}` },
    })
  return openWebClient({ fetch: asOperator, company: 'main', server })
}

forEachStore('twenty operators who scan at once', (open, engine) => {
  it('lose no scan and count none twice', async () => {
    const opened = await open()
    for (const code of ['A', 'B', 'C']) await accept(opened.ledger, 'create_location', { code })
    await accept(opened.ledger, 'create_item', { code: 'LAMP', scheme: 'LAMP-{seq:2}' })
    await accept(opened.ledger, 'commission', { item: 'LAMP', count: units, location: 'A' })
    const server = await serveStore(opened).listen()
    const owner = openWebClient({ fetch, company: 'main', server })
    const names = Array.from({ length: operators }, (_, index) => `${engine}-${index}`)
    const accepted = new Map<string, { event: number; unit: string }>()
    const scan = async (client: WebClient, operator: number, nth: number) => {
      const unit = `LAMP-${String(((operator * 7 + nth) % units) + 1).padStart(2, '0')}`
      const input = { units: [unit], to: ['A', 'B', 'C'][(operator + nth) % 3] }
      const commands = [{ id: uuidv7(), kind: 'move', input }]
      // Every third answer is lost on the way, so the scanner sends the scan once more.
      const times = nth % 3 === 0 ? 2 : 1
      const sent = await Promise.all(
        Array.from({ length: times }, () => client.call('recordCommands', { commands })),
      )
      const [first, ...repeats] = sent.map(({ answers }) => answers[0] as Answer)
      for (const repeat of repeats) expect(repeat).toEqual(first)
      if (first?.ok !== true) throw new Error(`${unit} was refused.`)
      accepted.set(commands[0]!.id, { event: first.event!, unit })
    }
    await Promise.all(
      names.map(async (name, operator) => {
        const client = await signIn(server, owner, name)
        for (let nth = 0; nth < scansEach; nth += 1) await scan(client, operator, nth)
      }),
    )
    expect(accepted.size).toBe(operators * scansEach)
    const events = [...accepted.values()].map(({ event }) => event)
    expect(new Set(events).size).toBe(operators * scansEach)
    const actors = new Set<string>()
    for (let unit = 1; unit <= units; unit += 1) {
      const serial = `LAMP-${String(unit).padStart(2, '0')}`
      const { lines } = await owner.call('showHistory', { unit: serial })
      const moves = lines.filter(({ kind }) => kind === 'move')
      for (const { actor } of moves) actors.add(actor)
      const own = [...accepted.values()].filter((one) => one.unit === serial)
      expect(moves.map(({ event }) => event)).toEqual(
        own.map(({ event }) => event).toSorted((a, b) => a - b),
      )
    }
    expect(actors.size).toBe(operators)
  })
})
