import { expect, it } from 'vitest'
import { serveStore } from '../../../test/support/served.ts'
import {
  accept,
  describeStore,
  forEachStore,
  type OpenedStore,
} from '../../../test/support/stores.ts'
import { openWebClient, type Outputs } from '../../client/web-client.ts'

type Told = Outputs['followChanges']

/** Follows a served company; `next` gives what it is told, silences left out. */
async function follow(opened: OpenedStore, after?: number) {
  const server = await serveStore(opened).listen()
  const client = openWebClient({ fetch, company: 'main', server })
  const stop = new AbortController()
  const stream = client.follow('followChanges', { after }, { signal: stop.signal })
  const events = stream[Symbol.asyncIterator]()
  const next = async (): Promise<Told> => {
    const told = await events.next()
    if (told.done) throw new Error('The stream has ended.')
    return told.value.change === null ? next() : told.value
  }
  const first = await events.next()
  return { first: first.value as Told, next, stop: () => stop.abort(), ended: () => events.next() }
}

forEachStore('whoever follows', (open) => {
  it('is told what happens, in order, and takes up where it was left', async () => {
    const opened = await open()
    await accept(opened.ledger, 'create_item', { code: 'LAMP', scheme: 'LAMP-{seq:3}' })
    const one = await follow(opened)
    expect(one.first).toEqual({ id: 1, change: null })
    await accept(opened.ledger, 'create_location', { code: 'HQ' })
    expect(await one.next()).toMatchObject({
      id: 2,
      change: {
        kind: 'create_location',
        sentence: 'Created the location',
        actor: 'tester',
        subject: { kind: 'location', code: 'HQ' },
        units: [],
      },
    })
    one.stop()
    expect((await one.ended()).done).toBe(true)
    await accept(opened.ledger, 'commission', { item: 'LAMP', count: 150, location: 'HQ' })
    await accept(opened.ledger, 'move', { units: ['LAMP-002', 'LAMP-001'], to: 'HQ' })
    const again = await follow(opened, 2)
    const made = await again.next()
    expect(made).toMatchObject({ id: 3, change: { kind: 'commission', unitCount: 150 } })
    expect(made.change!.units).toHaveLength(100)
    expect(await again.next()).toMatchObject({
      id: 4,
      change: {
        sentence: 'Moved to HQ',
        units: [{ serial: 'LAMP-001' }, { serial: 'LAMP-002' }],
        command: expect.stringMatching(/^[\da-f-]{36}$/) as string,
      },
    })
    again.stop()
  })

  it('hears of other processes, and misses nothing of a rush', async () => {
    const opened = await open()
    const other = await open({ address: opened.address })
    const follower = await follow(opened)
    await accept(other.ledger, 'create_location', { code: 'HQ' })
    expect((await follower.next()).change).toMatchObject({ subject: { code: 'HQ' } })
    const parties = Array.from({ length: 500 }, (_, index) => `P-${index}`)
    const rush = parties.map((code) => accept(opened.ledger, 'create_party', { code }))
    const ids: number[] = []
    while (ids.length < parties.length) ids.push((await follower.next()).id)
    expect(ids).toEqual(parties.map((_, index) => index + 2))
    await Promise.all(rush)
    follower.stop()
  })
})

describeStore('a server that closes', 'sqlite', (open) => {
  it('ends its streams', async () => {
    const { server, listen } = serveStore(await open())
    const response = await fetch(`${await listen()}/api/main/changes`)
    expect(response.headers.get('content-type')).toBe('text/event-stream')
    const body = response.text()
    await server.close()
    expect(await body).toBe('id: 0\ndata: {"id":0,"change":null}\n\n')
  })
})
