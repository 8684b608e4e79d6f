import { formsOf, serialType } from '../../domain/identifier.ts'
import { foldTimeline, type Link } from '../../domain/timeline.ts'
import { difference } from '../../domain/unit-state.ts'
import type { KnownUnit } from '../../domain/working-set.ts'
import { linkOf, unitOf } from '../../store/rows.ts'
import type { Store } from '../../store/store.ts'

/** Something that is not as it should be. */
export interface Fault {
  readonly unit: number | null
  readonly fault: string
}

/** Units that are checked in one go. */
const unitsPerStep = 2000

/**
 * Checks the units after `after`, by rising id: the state of each must be the fold of its history,
 * and each of its numbers must lead back to it.
 */
export async function checkUnits(
  store: Store,
  after: number,
): Promise<{ faults: Fault[]; checked: number; last: number | null }> {
  const rows = await store.longRead
    .selectFrom('units')
    .selectAll()
    .where('id', '>', after)
    .orderBy('id')
    .limit(unitsPerStep)
    .execute()
  const last = rows.at(-1)?.id
  if (last === undefined) return { faults: [], checked: 0, last: null }
  const units = rows.map(unitOf)
  const histories = await historiesBetween(store, after, last)
  const numbers = await numbersOf(store, units)
  const faults = units.flatMap((unit) => [
    ...checkState(unit, histories.get(unit.id) ?? []),
    ...checkNumbers(unit, numbers),
  ])
  return { faults, checked: units.length, last }
}

async function historiesBetween(
  store: Store,
  after: number,
  last: number,
): Promise<ReadonlyMap<number, Link[]>> {
  const rows = await store.longRead
    .selectFrom('links')
    .selectAll()
    .where('unit', '>', after)
    .where('unit', '<=', last)
    .orderBy('unit')
    .orderBy('event')
    .execute()
  return Map.groupBy(rows.map(linkOf), ({ unit }) => unit)
}

function checkState({ id, state }: KnownUnit, links: readonly Link[]): Fault[] {
  const wrong = Object.keys(difference(state, foldTimeline(links)))
  if (wrong.length === 0) return []
  return [{ unit: id, fault: `its history says otherwise about ${wrong.join(', ')}` }]
}

type Owners = ReadonlyMap<string, ReadonlySet<number>>

async function numbersOf(store: Store, units: readonly KnownUnit[]): Promise<Owners> {
  const values = new Set(units.flatMap((unit) => writtenOn(unit).flatMap(([, forms]) => forms)))
  if (values.size === 0) return new Map()
  const rows = await store.longRead
    .selectFrom('identifiers')
    .select(['type', 'value', 'unit'])
    .where('active', '=', 1)
    .where('value', 'in', [...values])
    .execute()
  const owners = new Map<string, Set<number>>()
  for (const { type, value, unit } of rows) {
    const key = `${type} ${value}`
    const known = owners.get(key)
    if (known) known.add(unit)
    else owners.set(key, new Set([unit]))
  }
  return owners
}

/** Type of each number that the unit's state names, and the forms that it can be kept in. */
function writtenOn({ state }: KnownUnit): [type: string, forms: readonly string[]][] {
  const numbers: [string, readonly string[]][] = []
  if (state.serial !== null) numbers.push([serialType, formsOf(state.serial)])
  for (const path in state.detail) {
    const [group, type, ...rest] = path.split('.')
    if (group === 'identifier') numbers.push([type!, [rest.join('.')]])
  }
  return numbers
}

const checkNumbers = (unit: KnownUnit, owners: Owners): Fault[] =>
  writtenOn(unit)
    .filter(([type, forms]) => !forms.some((form) => owners.get(`${type} ${form}`)?.has(unit.id)))
    .map(([type, [form]]) => ({ unit: unit.id, fault: `its ${type} ${form} does not lead to it` }))
