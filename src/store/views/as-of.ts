import type { Link, Reach } from '../../domain/timeline.ts'
import { linkOf } from '../rows.ts'
import type { Store } from '../store.ts'
import { unitAsOf, type StatedUnit } from '../stated-unit.ts'

/** Units as their histories tell them, up to the reach. */
export async function unitsAsOf(
  store: Store,
  ids: readonly number[],
  reach: Reach,
): Promise<StatedUnit[]> {
  const histories = await historiesOf(store, ids)
  return ids.map((id) => unitAsOf(id, histories.get(id) ?? [], reach))
}

/** How many candidates are looked at in one go. */
const candidatesPerStep = 500
/** How many for a page: it ends early where many were there at other times, to be gone on with. */
const candidatesPerPageMax = 5000

/**
 * One page of the units that stood in a location at a past moment, by rising id: every unit that
 * was ever there is folded up to the moment, and those that were elsewhere by then are left out.
 *
 * @param after the id that the page before ended with; 0 for the first
 */
export async function contentsAsOf(
  store: Store,
  location: number,
  reach: Reach,
  { after, limit }: { after: number; limit: number },
): Promise<{ units: StatedUnit[]; next: number | null }> {
  const units: StatedUnit[] = []
  let from = after
  for (let looked = 0; looked < candidatesPerPageMax; looked += candidatesPerStep) {
    const candidates = await everThere(store, location, from)
    const histories = await historiesOf(store, candidates)
    for (const id of candidates) {
      const unit = unitAsOf(id, histories.get(id) ?? [], reach)
      if (unit.state.location !== location || unit.state.status === 'void') continue
      units.push(unit)
      if (units.length === limit) return { units, next: id }
    }
    if (candidates.length < candidatesPerStep) return { units, next: null }
    from = candidates.at(-1)!
  }
  return { units, next: from }
}

async function everThere(store: Store, location: number, after: number): Promise<number[]> {
  const rows = await store.longRead
    .selectFrom('links')
    .select('unit')
    .distinct()
    .where('location', '=', location)
    .where('unit', '>', after)
    .orderBy('unit')
    .limit(candidatesPerStep)
    .execute()
  return rows.map(({ unit }) => unit)
}

async function historiesOf(
  store: Store,
  units: readonly number[],
): Promise<ReadonlyMap<number, Link[]>> {
  const histories = new Map<number, Link[]>()
  if (units.length === 0) return histories
  const rows = await store.longRead
    .selectFrom('links')
    .selectAll()
    .where('unit', 'in', units)
    .orderBy('unit')
    .orderBy('event')
    .execute()
  for (const row of rows) {
    const history = histories.get(row.unit)
    if (history) history.push(linkOf(row))
    else histories.set(row.unit, [linkOf(row)])
  }
  return histories
}
