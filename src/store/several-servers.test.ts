import { uuidv7 } from 'uuidv7'
import { expect, it } from 'vitest'
import { startSecondServer, type SecondServer } from '../../test/support/second-server.ts'
import {
  accept,
  forEachStore,
  type OpenedStore,
  type OpenStore,
} from '../../test/support/stores.ts'
import type { Answer, Command } from '../domain/command.ts'
import { parseRuns } from '../domain/event.ts'

type Servers = readonly [SecondServer, SecondServer]

/** Runs a test with two servers on one company, each in a process of its own. */
async function withTwoServers(
  open: OpenStore,
  test: (servers: Servers, company: OpenedStore) => Promise<void>,
): Promise<void> {
  const company = await open()
  await Promise.all([
    ...['BIN-1', 'BIN-2'].map((code) => accept(company.ledger, 'create_location', { code })),
    accept(company.ledger, 'create_item', { code: 'BIKE', scheme: 'B{seq:6}' }),
    accept(company.ledger, 'commission', { item: 'BIKE', entries: [{ serial: 'B1' }] }),
    accept(company.ledger, 'commission', { item: 'BIKE', entries: [{ serial: 'B2' }] }),
  ])
  const servers = await Promise.all([
    startSecondServer(company.address),
    startSecondServer(company.address),
  ])
  try {
    await test(servers, company)
  } finally {
    await Promise.all(servers.map((server) => server.stop()))
  }
}

const command = (kind: string, input: object): Command => ({
  id: uuidv7(),
  actor: 'x',
  kind,
  input,
})

/** Sends a command until it is taken, as a client does when the store is busy. */
async function insist(server: SecondServer, wish: Command): Promise<Answer> {
  for (;;) {
    const answer = await server.record(wish)
    if (answer.ok || answer.refusal.code !== 'store_busy') return answer
  }
}

forEachStore('two servers on one company', (open) => {
  it('never give a number twice, and record in one sequence without a gap', async () => {
    await withTwoServers(open, async (servers, { store }) => {
      const answers = await Promise.all(
        Array.from({ length: 200 }, (_, index) =>
          insist(servers[index % 2]!, command('commission', { item: 'BIKE', count: 3 })),
        ),
      )
      const made = answers.map((answer) => (answer.ok ? answer : null)!)
      const ids = made.flatMap(({ created }) => parseRuns(created))
      const query = store.read.selectFrom('units').select('serial').where('id', 'in', ids)
      const serials = (await query.execute()).map(({ serial }) => serial!)
      const numbers = Array.from({ length: 600 }, (_, n) => `B${String(n + 1).padStart(6, '0')}`)
      expect(serials.toSorted()).toEqual(numbers)

      const events = made.map(({ event }) => event!).toSorted((a, b) => a - b)
      expect(events).toEqual(Array.from({ length: 200 }, (_, index) => events[0]! + index))
      const rows = await store.read.selectFrom('events').select('recorded').orderBy('id').execute()
      const times = rows.map(({ recorded }) => recorded)
      expect(times).toEqual(times.toSorted((a, b) => a - b))
    })
  })

  it('ship a unit once, do a command once, and see each other’s names at once', async () => {
    await withTwoServers(open, async (servers, { store }) => {
      const toBoth = (wish: () => Command) =>
        Promise.all(servers.map((server) => insist(server, wish())))
      const shipments = await toBoth(() => command('ship', { units: ['B1'] }))
      const refusals = shipments.flatMap((answer) => (answer.ok ? [] : [answer.refusal.code]))
      expect(refusals).toEqual(['status_forbids'])

      const wish = command('move', { units: ['B2'], to: 'BIN-2' })
      const [one, other] = await toBoth(() => wish)
      expect(one).toEqual(other)
      const query = store.read.selectFrom('events').select('id').where('command', '=', wish.id)
      expect(await query.execute()).toHaveLength(1)

      const move = (to: string) => insist(servers[1], command('move', { units: ['B2'], to }))
      expect(await move('BIN-1')).toMatchObject({ ok: true })
      const rename = { code: 'BIN-1', rename: 'HALL', set: {} }
      await insist(servers[0], command('change_location', rename))
      expect(await move('BIN-1')).toMatchObject({ refusal: { code: 'location_unknown' } })
      expect(await move('HALL')).toMatchObject({ ok: true })
    })
  })
})
