import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import { expect, inject, it } from 'vitest'
import { openStore } from '../open.ts'

it('keeps the plan of each read, however many things are asked for', async () => {
  const company = `test_${randomBytes(8).toString('hex')}`
  const store = await openStore({ engine: 'postgres', url: inject('postgresUrl'), company })
  for (let count = 1; count <= 20; count += 1) {
    const ids = Array.from({ length: count }, (_, index) => index + 1)
    await store.resolve(...ids.map(String))
    await store.units(ids)
    await store.subjectRows(ids.map((id) => ({ kind: 'item', id })))
  }
  const { rows } = await sql<{ name: string; plans: number }>`
    select name, custom_plans as plans from pg_prepared_statements where name like 'read %'
  `.execute(store.read)
  await store.close()
  const names = rows.map(({ name }) => name).sort()
  expect(names).toEqual(['read number', 'read numbers', 'read subjects', 'read units'])
  // It makes five before it judges whether one does for all.
  expect(Math.max(...rows.map(({ plans }) => plans))).toBeLessThanOrEqual(5)
})
