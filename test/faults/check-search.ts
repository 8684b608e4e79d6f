import { parseQuery } from '../../src/domain/search/index.ts'
import { codeOf, statuses } from '../../src/domain/status.ts'
import { countUnits } from '../../src/store/search/search-units.ts'
import type { Store } from '../../src/store/store.ts'

/** Its search index, killed as often as the store, counts what the tables hold. */
export async function checkSearch(store: Store): Promise<string[]> {
  await store.search.caughtUp()
  const units = await store.read.selectFrom('units').select('status').execute()
  const problems: string[] = []
  for (const status of statuses) {
    const asked = parseQuery(`status:${status}`, { now: Date.now() })
    if (!asked.ok) throw new Error(asked.error.code)
    const { total, served } = await countUnits(store, asked.query)
    const due = units.filter((unit) => unit.status === codeOf(statuses, status)).length
    if (total !== due) problems.push(`a search finds ${total} units ${status}, not ${due}`)
    if (served.by !== 'index') problems.push(`a search is not served: ${served.because}`)
  }
  return problems
}
