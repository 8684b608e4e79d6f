import { expect, it } from 'vitest'
import { uuidv7 } from 'uuidv7'
import { startPostgres } from '../../test/support/postgres.ts'
import { serveStore } from '../../test/support/served.ts'
import { openCompany } from '../../test/support/stores.ts'

it('says that the database does not answer, and goes on when it does', async () => {
  const database = await startPostgres()
  const address = { engine: 'postgres' as const, url: database.url, company: 'unreachable' }
  const opened = await openCompany(address, Date.now)
  const { server, log } = serveStore(opened)
  const payload = (code: string) => ({
    commands: [{ id: uuidv7(), kind: 'create_location', input: { code } }],
  })
  const url = '/api/main/commands'
  const record = (code: string) => server.inject({ method: 'POST', url, payload: payload(code) })
  const read = () => server.inject('/api/main/subjects/location')
  expect((await record('HQ')).statusCode).toBe(200)
  let isUp = false
  const crash = async () => {
    await database.crash()
    isUp = true
  }
  const crashed = crash()
  const met = new Set<string>()
  const isDown = () => !isUp
  for (let attempt = 0; isDown(); attempt += 1) {
    for (const answer of await Promise.all([record(`L-${attempt}`), read()])) {
      const { type = 'done' } = answer.json<{ type?: string }>()
      met.add(`${answer.statusCode} ${type}`)
    }
  }
  await crashed
  const foreseen = ['200 done', '503 store_unreachable']
  expect([...met].filter((one) => !foreseen.includes(one))).toEqual([])
  expect((await record('DOCK')).statusCode).toBe(200)
  await database.stop()
  const answers = await Promise.all([record('GATE'), read(), server.inject('/readyz')])
  expect(answers.map(({ statusCode }) => statusCode)).toEqual([503, 503, 503])
  expect(log()).not.toContain('"level":50')
  await opened.close()
})
