import type { UnitView } from '../../contract/views.ts'
import { formatQuantity, type Measure } from '../../domain/quantity.ts'
import { beginning, type Reach } from '../../domain/timeline.ts'
import { holdsOf, type Scalar, type UnitState } from '../../domain/unit-state.ts'
import type { StatedUnit } from '../stated-unit.ts'
import type { Store } from '../store.ts'
import { unitsAsOf } from './as-of.ts'
import { loadNames, type NameTable } from './names.ts'
import { serialMeaningOf } from './serial-meaning.ts'

/** A container around a unit. */
interface Outer {
  readonly id: number
  readonly serial: string | null
  readonly location: number | null
  readonly parent: number | null
}

/** Deepest nesting of containers that is shown. */
const nestingMax = 16

/**
 * Spells units out for people and programs: a handful of queries for a whole page.
 *
 * @param reach how far the histories of the units were read; their containers stand where they
 *   stood then
 */
export async function viewUnits(
  store: Store,
  units: readonly StatedUnit[],
  reach?: Reach,
): Promise<UnitView[]> {
  const { places, names } = await surroundingsOf(store, units, reach)
  return units.map((unit, index) => viewOf(unit, places[index]!, names))
}

/** Spells one unit out as it is shown alone: with what its serial says. */
export async function viewUnit(store: Store, unit: StatedUnit, reach?: Reach): Promise<UnitView> {
  const { places, names } = await surroundingsOf(store, [unit], reach)
  const view = viewOf(unit, places[0]!, names)
  const patterns = names.patterns(unit.state.item)
  view.meaning = patterns.length === 0 ? null : await serialMeaningOf(store, view, patterns)
  return view
}

/** Where units are, and the names of all that they refer to. */
async function surroundingsOf(
  store: Store,
  units: readonly StatedUnit[],
  reach: Reach | undefined,
): Promise<{ places: readonly FoundPlace[]; names: NameTable }> {
  const isAnyInside = units.some(({ state }) => state.parent !== null)
  const outers = isAnyInside ? await loadOuters(store, units, reach) : new Map<number, Outer>()
  const places = units.map(({ state }) => placeOf(state, outers))
  const wanted = {
    item: units.map(({ state }) => state.item || null),
    lot: units.map(({ state }) => state.lot),
    order: units.map(({ state }) => state.order),
    party: units.map(({ state }) => state.party),
    location: places.map(({ location }) => location),
  }
  const names = await loadNames(store, wanted, units[0]?.subjects)
  return { places, names }
}

/** A unit of a lot expires with it, in milliseconds UTC. */
function expiryOf({ lot, detail }: UnitState, names: NameTable): UnitView['expiry'] {
  const ofLot = lot === null ? undefined : (names.data('lot', lot) as { expiry?: number }).expiry
  const said = detail['trait.expiry']
  const time = ofLot ?? (typeof said === 'string' ? Date.parse(said) : NaN)
  return Number.isNaN(time) ? null : new Date(time).toISOString()
}

/** The amount of a portion in the measure of its item; discrete things are counted as one. */
function quantityOf({ kind, item, content }: UnitState, names: NameTable): UnitView['quantity'] {
  if (kind !== 'portion' || names.find('item', item) === null) return null
  const { measure = '', decimals = 0 } = names.data('item', item) as Measure
  return { amount: formatQuantity(content, decimals), measure }
}

async function loadOuters(
  store: Store,
  units: readonly StatedUnit[],
  reach: Reach | undefined,
): Promise<ReadonlyMap<number, Outer>> {
  const outers = new Map<number, Outer>()
  let wanted = new Set(units.map(({ state }) => state.parent).filter((id) => id !== null))
  for (let depth = 0; wanted.size > 0 && depth < nestingMax; depth += 1) {
    const ids = [...wanted]
    const level = reach ? await unitsAsOf(store, ids, reach) : await store.units(ids)
    for (const { id, state } of level) outers.set(id, { id, ...state })
    const around = level.map(({ state }) => state.parent).filter((id) => id !== null)
    wanted = new Set(around.filter((id) => !outers.has(id)))
  }
  return outers
}

interface FoundPlace {
  readonly location: number | null
  readonly containers: { id: number; serial: string | null }[]
}

function placeOf(state: UnitState, outers: ReadonlyMap<number, Outer>): FoundPlace {
  const containers: FoundPlace['containers'] = []
  let location = state.location
  for (let id = state.parent; id !== null && containers.length < nestingMax;) {
    const outer = outers.get(id)
    if (!outer) break
    containers.unshift({ id, serial: outer.serial })
    location = outer.location
    id = outer.parent
  }
  return { location, containers }
}

function viewOf(unit: StatedUnit, place: FoundPlace, names: NameTable): UnitView {
  const { state } = unit
  const time = unit.time === beginning ? null : new Date(unit.time).toISOString()
  const { identifiers, traits, times } = detailView(unit, time)
  return {
    id: unit.id,
    serial: state.serial,
    item: names.find('item', state.item),
    kind: state.kind,
    status: state.status,
    stage: state.stage,
    place: {
      location: names.find('location', place.location),
      containers: place.containers,
    },
    lot: names.find('lot', state.lot),
    order: names.find('order', state.order),
    party: names.find('party', state.party),
    content: state.content,
    quantity: quantityOf(state, names),
    holds: Array.from(holdsOf(state), ([event, reason]) => ({ event, reason })),
    identifiers,
    traits,
    expiry: expiryOf(state, names),
    times,
    time,
    event: unit.event,
  }
}

/** @param last the time of the unit's last event, spelt out: what was done then has the same */
function detailView(
  { state, time: lastTime }: StatedUnit,
  last: string | null,
): Pick<UnitView, 'identifiers' | 'traits' | 'times'> {
  const detail: Readonly<Record<string, Scalar>> = state.detail
  const identifiers: UnitView['identifiers'] = []
  const traits: UnitView['traits'] = {}
  const times: UnitView['times'] = {}
  for (const path in detail) {
    const dot = path.indexOf('.')
    const rest = path.slice(dot + 1)
    const group = path.slice(0, dot)
    if (group === 'trait') traits[rest] = detail[path]!
    if (group === 'time') {
      const time = detail[path] as number
      times[rest] = time === lastTime && last !== null ? last : new Date(time).toISOString()
    }
    if (group === 'identifier') {
      const type = rest.slice(0, rest.indexOf('.'))
      identifiers.push({ type, value: String(detail[path]) })
    }
  }
  return { identifiers, traits, times }
}
