import { listPlaces } from '../../contract/places.ts'
import { failWith } from '../../contract/problem.ts'
import { countUnits } from '../../store/search/search-units.ts'
import { handle, type Handler } from '../context.ts'
import { readSearch } from '../read-search.ts'
import { loadPlaces, pathTo, sumWithin, type Place } from './place-tree.ts'

export const placeRoutes: readonly Handler[] = [
  handle(listPlaces, async ({ parent }, { store, now }) => {
    const tree = await loadPlaces(store)
    const all = [...tree.values()]
    const place = parent === undefined ? null : findPlace(all, parent)
    const { query } = await readSearch(store, 'group:place', 0, now)
    const { groups } = await countUnits(store, query)
    const counts = new Map(
      groups.map(({ labels: [label], count }) => [String(label?.value).toUpperCase(), count]),
    )
    const here = ({ code }: Place) => counts.get(code.toUpperCase()) ?? 0
    const view = (one: Place) => ({
      ...referTo(one),
      kind: one.kind,
      places: one.below.length,
      here: here(one),
      units: sumWithin(one, here),
    })
    return {
      place: place && view(place),
      path: place ? pathTo(place).map(referTo) : [],
      places: (place ? place.below : all.filter(({ above }) => above === null)).map(view),
    }
  }),
]

const referTo = ({ id, code, name }: Place) => ({ id, code, name })

const findPlace = (places: readonly Place[], code: string): Place =>
  places.find((one) => one.code.toUpperCase() === code.toUpperCase()) ??
  failWith('not_found.subject', { kind: 'location', code }, 'parent')
