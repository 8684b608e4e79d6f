import { describe, expect, it } from 'vitest'
import { linesOf } from '../../../test/support/client.ts'
import { openServer } from '../../../test/support/companies.ts'
import { engines, type Engine } from '../../../test/support/stores.ts'
import { deleteDemo, demoNames, openDemo, type DemoName } from '../../contract/companies.ts'
import { checkStore } from '../../contract/store-care.ts'
import { demos } from '../../demo/demos.ts'

const dayMs = 86_400_000

/** Each story on SQLite; the one with more kinds of events on PostgreSQL too, to be quick. */
const told: Readonly<Record<Engine, readonly DemoName[]>> = {
  sqlite: demoNames,
  postgres: ['bikes'],
}

describe.each(engines)('the demo companies on %s', (engine) => {
  it.each(told[engine])('are made with a year of history, entered and left: %s', async (demo) => {
    const { client, companies } = await openServer(engine)
    const { company, name } = demos[demo]
    // Two ask at the same time: it is made once.
    const [lines, others] = await Promise.all([
      linesOf(client().stream(openDemo, { demo })),
      linesOf(client().stream(openDemo, { demo })),
    ])
    expect(others.at(-1)).toEqual(lines.at(-1))
    const recorded = lines.map(({ progress }) => progress.recorded)
    expect(recorded).toEqual(recorded.toSorted((one, other) => one - other))
    expect(lines.at(-1)).toMatchObject({ company: { company, name, demo } })
    const { total } = lines.at(-1)!.progress
    expect(recorded.at(-1)).toBe(total)

    const { store } = await companies.open(company)
    const units = await store.read
      .selectFrom('units')
      .select((query) => query.fn.countAll<number>().as('count'))
      .executeTakeFirstOrThrow()
    expect(units.count).toBeGreaterThan(5000)
    const events = await store.read
      .selectFrom('events')
      .select(({ fn }) => [
        fn.countAll<number>().as('count'),
        fn.min('time').as('first'),
        fn.max('time').as('last'),
        fn.max('recorded').as('recorded'),
        fn.sum<number>('contested').as('contested'),
      ])
      .executeTakeFirstOrThrow()
    expect(events.count).toBe(total)
    expect(Date.now() - events.first).toBeGreaterThan(360 * dayMs)
    expect(Date.now() - events.last).toBeGreaterThanOrEqual(0)
    expect(Date.now() - events.recorded).toBeLessThan(4 * dayMs)
    // One late report of the e-bike maker contradicts what is known, for the review tray.
    expect(events.contested).toBe(demo === 'bikes' ? 1 : 0)

    const checked = await linesOf(client(company).stream(checkStore, {}))
    expect(checked.flatMap(({ faults }) => faults)).toEqual([])
    expect(checked.at(-1)).toMatchObject({ checked: units.count })

    const again = await linesOf(client().stream(openDemo, { demo }))
    expect(again).toHaveLength(1)
    expect(await client().call(deleteDemo, { demo })).toEqual({ company })
    expect(await companies.list()).not.toContain(company)
    await expect(client().call(deleteDemo, { demo })).rejects.toMatchObject({
      problem: { type: 'not_found', field: 'demo' },
    })
  })
})

it('leaves nothing behind when the server stops while a demo is made', async () => {
  const { client, companies } = await openServer('sqlite')
  const lines = client().stream(openDemo, { demo: 'fish' })[Symbol.asyncIterator]()
  await lines.next()
  await companies.close()
  await expect(lines.next()).rejects.toThrow()
  expect(await companies.list()).toEqual([])
})
