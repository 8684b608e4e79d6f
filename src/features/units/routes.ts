import { listContents, listSerials, showHistory, showUnit } from '../../contract/units.ts'
import { failWith } from '../../contract/problem.ts'
import { parseRuns } from '../../domain/event.ts'
import { codeOf, statuses } from '../../domain/status.ts'
import { contentsAsOf } from '../../store/views/as-of.ts'
import { unitAsOf } from '../../store/stated-unit.ts'
import { viewHistory } from '../../store/views/history-view.ts'
import { viewUnit, viewUnits } from '../../store/views/unit-view.ts'
import { unitOf } from '../../store/rows.ts'
import type { Store } from '../../store/store.ts'
import { subjectByCode } from '../../store/views/subject-by-code.ts'
import { handle, momentOf, type Handler } from '../context.ts'
import { findUnit } from './find-unit.ts'

export const unitRoutes: readonly Handler[] = [
  handle(showUnit, async ({ unit, at, knownUntil }, { store }) => {
    const found = await findUnit(store, unit)
    const reach = {
      ...(at !== undefined && { until: momentOf('at', at) }),
      ...(knownUntil !== undefined && { knownUntil }),
    }
    const past = at !== undefined || knownUntil !== undefined
    const stated = past ? unitAsOf(found.id, await store.history(found.id), reach) : found
    return viewUnit(store, stated, past ? reach : undefined)
  }),
  handle(showHistory, async ({ unit, latest }, { store }) => {
    const found = await findUnit(store, unit)
    const links = await store.history(found.id, latest)
    const [view] = await viewUnits(store, [found])
    return { unit: view!, lines: await viewHistory(store, links) }
  }),
  handle(listSerials, async ({ units }, { store }) => {
    const rows = await store.read
      .selectFrom('units')
      .select(['id', 'serial'])
      .where('id', 'in', parseRuns(units))
      .orderBy('id')
      .execute()
    return { serials: rows }
  }),
  handle(listContents, async ({ location, at, limit, cursor }, { store }) => {
    const id = await locationId(store, location)
    const after = cursor === undefined ? 0 : Number(cursor)
    if (!Number.isSafeInteger(after) || after < 0) failWith('input_invalid.cursor', {}, 'cursor')
    if (at === undefined) return contentsNow(store, id, { after, limit })
    const reach = { until: momentOf('at', at) }
    const { units, next } = await contentsAsOf(store, id, reach, { after, limit })
    const views = await viewUnits(store, units, reach)
    return { units: views, cursor: next === null ? null : String(next) }
  }),
]

async function locationId(store: Store, code: string): Promise<number> {
  const found = await subjectByCode(store, 'location', code)
  return found?.id ?? failWith('not_found.subject', { kind: 'location', code }, 'location')
}

async function contentsNow(
  store: Store,
  location: number,
  { after, limit }: { after: number; limit: number },
) {
  const rows = await store.read
    .selectFrom('units')
    .selectAll()
    .where('location', '=', location)
    .where('status', '!=', codeOf(statuses, 'void'))
    .where('id', '>', after)
    .orderBy('id')
    .limit(limit)
    .execute()
  const units = await viewUnits(store, rows.map(unitOf))
  return { units, cursor: rows.length < limit ? null : String(rows.at(-1)!.id) }
}
