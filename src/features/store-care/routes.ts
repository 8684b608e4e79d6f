import { stat } from 'node:fs/promises'
import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { failWith } from '../../contract/problem.ts'
import { backupStore, checkStore } from '../../contract/store-care.ts'
import { handle, handleStream, type Handler } from '../context.ts'
import type { Store } from '../../store/store.ts'
import { isDamaged } from '../../store/unreachable.ts'
import { checkUnits } from './check-units.ts'

export const storeCareRoutes: readonly Handler[] = [
  handle(backupStore, async ({ path }, { store }) => {
    const target = resolve(path)
    if (existsSync(target)) failWith('input_invalid.path_exists', { path: target }, 'path')
    await store
      .backup(target)
      .catch((error: unknown) => failWith('backup_failed', { reason: (error as Error).message }))
    const { size } = await stat(target)
    const head = await store.read
      .selectFrom('company')
      .select('next_event')
      .executeTakeFirstOrThrow()
    return { path: target, bytes: size, events: head.next_event - 1 }
  }),
  handleStream(checkStore, async function* (_, { store }) {
    const damage = await damageOf(store)
    if (damage.length > 0) {
      const faults = damage.map((found) => ({ unit: null, fault: `the file is damaged: ${found}` }))
      yield { checked: 0, units: 0, faults }
      return
    }
    const { count } = await store.longRead
      .selectFrom('units')
      .select((query) => query.fn.countAll<number>().as('count'))
      .executeTakeFirstOrThrow()
    yield { checked: 0, units: count, faults: [] }
    for (let [after, total]: [number, number] = [0, 0]; ;) {
      const { faults, checked, last } = await checkUnits(store, after)
      if (last === null) return
      total += checked
      yield { checked: total, units: count, faults }
      after = last
    }
  }),
]

/** What is wrong with the file of a store; one that cannot even be looked at says why. */
const damageOf = (store: Store): Promise<string[]> =>
  store.findDamage().catch((error: unknown) => {
    if (isDamaged(error)) return [(error as Error).message]
    throw error
  })
