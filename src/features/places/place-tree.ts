import type { Store } from '../../store/store.ts'

/** A location as a node of the tree of places. */
export interface Place {
  readonly id: number
  readonly code: string
  readonly name: string | null
  readonly kind: string | null
  readonly above: Place | null
  readonly below: readonly Place[]
}

type Node = Place & { above: Place | null; below: Place[] }

/** Codes as people count: A-2 comes before A-10. */
const { compare } = new Intl.Collator('en', { numeric: true })

/**
 * Every location of a company, by id and in the order of the codes: some thousands at most, so they
 * are read as a whole.
 */
export async function loadPlaces(store: Store): Promise<ReadonlyMap<number, Place>> {
  const rows = await store.read
    .selectFrom('live_subjects')
    .select(['id', 'code', 'name', 'parent', 'data'])
    .where('kind', '=', 'location')
    .execute()
  rows.sort((one, other) => compare(one.code, other.code))
  const places = new Map<number, Node>()
  for (const { id, code, name, data } of rows) {
    const { kind = null } = JSON.parse(data) as { kind?: string }
    places.set(id, { id, code, name, kind, above: null, below: [] })
  }
  for (const { id, parent } of rows) {
    const above = parent === null ? undefined : places.get(parent)
    if (!above) continue
    const place = places.get(id)!
    place.above = above
    above.below.push(place)
  }
  return places
}

/** The locations around a place, from the outermost inwards. */
export function pathTo(place: Place): Place[] {
  const path: Place[] = []
  for (let { above } = place; above !== null; above = above.above) path.unshift(above)
  return path
}

/** The sum of what stands in a place and in every place below it. */
export const sumWithin = (place: Place, here: (place: Place) => number): number =>
  place.below.reduce((sum, below) => sum + sumWithin(below, here), here(place))
