import { stat } from 'node:fs/promises'
import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { backupStore, checkStore } from '../../contract/store-care.ts'
import { handle, handleStream, invalid, type Handler } from '../context.ts'
import { checkUnits } from './check-units.ts'

export const storeCareRoutes: readonly Handler[] = [
  handle(backupStore, async ({ path }, { store }) => {
    const target = resolve(path)
    if (existsSync(target)) invalid('path', `${target} exists already. Choose another name.`)
    await store.backup(target)
    const { size } = await stat(target)
    const head = await store.read
      .selectFrom('company')
      .select('next_event')
      .executeTakeFirstOrThrow()
    return { path: target, bytes: size, events: head.next_event - 1 }
  }),
  handleStream(checkStore, async function* (_, { store }) {
    const { count } = await store.longRead
      .selectFrom('units')
      .select((query) => query.fn.countAll<number>().as('count'))
      .executeTakeFirstOrThrow()
    let total = 0
    for (let after: number | null = 0; after !== null;) {
      const { faults, checked, last } = await checkUnits(store, after)
      total += checked
      yield { checked: total, units: Number(count), faults }
      after = last
    }
  }),
]
