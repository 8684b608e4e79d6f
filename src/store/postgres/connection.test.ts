import { randomBytes } from 'node:crypto'
import { expect, inject, it } from 'vitest'
import { openStore } from '../open.ts'

it('keeps companies apart where the address brings settings of its own', async () => {
  const url = `${inject('postgresUrl')}&options=-c%20statement_timeout%3D60s`
  const names = [1, 2].map(() => `test_${randomBytes(8).toString('hex')}`)
  const keys: string[] = []
  for (const company of names) {
    const store = await openStore({ engine: 'postgres', url, company })
    const { key } = await store.read.selectFrom('company').select('key').executeTakeFirstOrThrow()
    keys.push(key)
    await store.close()
  }
  expect(keys[0]).not.toBe(keys[1])
})
