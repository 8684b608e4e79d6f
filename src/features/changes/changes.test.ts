import { expect, it } from 'vitest'
import { clientOf } from '../../../test/support/client.ts'
import { serveStore } from '../../../test/support/served.ts'
import {
  accept,
  describeStore,
  forEachStore,
  type OpenedStore,
} from '../../../test/support/stores.ts'
import { openWebClient, type Outputs } from '../../client/web-client.ts'
import { listChanges, listReviews, settleReview } from '../../contract/changes.ts'

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
  it('is refused after an event that is not there yet, as after a restore', async () => {
    const opened = await open()
    await accept(opened.ledger, 'create_location', { code: 'HQ' })
    const { server } = serveStore(opened)
    for (const headers of [{ 'last-event-id': '2' }, { 'last-event-id': '9007199254740991' }]) {
      const refused = await server.inject({ url: '/api/main/changes', headers })
      expect(refused.json()).toMatchObject({ type: 'input_invalid', field: 'after' })
    }
  })

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

forEachStore('what happened', (open) => {
  it('is listed with the latest first, and what contradicts it waits for a look', async () => {
    const opened = await open()
    const { ledger } = opened
    const client = clientOf(opened)
    await accept(ledger, 'create_location', { code: 'HQ' })
    await accept(ledger, 'create_item', { code: 'CASE', kind: 'container', scheme: 'C{seq:1}' })
    await accept(ledger, 'create_item', { code: 'LAMP', scheme: 'L{seq:1}' })
    await accept(ledger, 'commission', { item: 'CASE', count: 1, location: 'HQ' }, { time: 1000 })
    await accept(ledger, 'commission', { item: 'LAMP', count: 1, location: 'HQ' }, { time: 2000 })
    await accept(ledger, 'dispose', { units: ['C1'] }, { time: 3000 })
    const late = await accept(ledger, 'put', { units: ['L1'], container: 'C1' }, { time: 2500 })
    expect(late.contested).toBe(true)

    const first = await client.call(listChanges, { limit: 4 })
    expect(first.changes.map(({ id }) => id)).toEqual([7, 6, 5, 4])
    expect(first.changes[1]!.change).toMatchObject({ kind: 'dispose', units: [{ serial: 'C1' }] })
    const rest = await client.call(listChanges, { limit: 4, cursor: first.cursor! })
    expect(rest).toMatchObject({ changes: [{ id: 3 }, { id: 2 }, { id: 1 }], cursor: null })

    const waiting = await client.call(listReviews, {})
    expect(waiting).toMatchObject({ total: 1, changes: [{ id: 7, change: { contested: true } }] })
    await client.call(settleReview, { event: 7 })
    expect(await client.call(listReviews, {})).toEqual({ total: 0, changes: [], cursor: null })
    await expect(client.call(settleReview, { event: 7 })).rejects.toMatchObject({
      problem: { type: 'not_found' },
    })
  })
})
