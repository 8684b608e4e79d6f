import type { UnitView } from '../../contract/views.ts'

type Cell = string | number | boolean | null

/** What each named column of an export holds. */
const readers: Readonly<Record<string, (unit: UnitView) => Cell>> = {
  id: (unit) => unit.id,
  serial: (unit) => unit.serial,
  item: (unit) => unit.item?.code ?? null,
  name: (unit) => unit.item?.name ?? null,
  kind: (unit) => unit.kind,
  status: (unit) => unit.status,
  stage: (unit) => unit.stage,
  location: (unit) => unit.place.location?.code ?? null,
  container: (unit) => unit.place.containers.at(-1)?.serial ?? null,
  lot: (unit) => unit.lot?.code ?? null,
  order: (unit) => unit.order?.code ?? null,
  party: (unit) => unit.party?.code ?? null,
  quantity: (unit) => unit.quantity?.amount ?? null,
  measure: (unit) => unit.quantity?.measure ?? null,
  hold: (unit) => unit.holds.map(({ reason }) => reason).join('; ') || null,
  event: (unit) => unit.event,
  changed: (unit) => unit.time,
}

/** The columns of an export that names none; the traits of its units follow. */
const usual = ['serial', 'item', 'status', 'location', 'container', 'lot', 'hold']
const usualTimes = ['received', 'seen', 'failed']

/** Columns for units whose export names none. */
export function usualColumns(units: readonly UnitView[]): string[] {
  const traits = new Set(units.flatMap((unit) => Object.keys(unit.traits)))
  const times = usualTimes.filter((time) => units.some((unit) => unit.times[time] !== undefined))
  const amounts = units.some(({ quantity }) => quantity) ? ['quantity', 'measure'] : []
  return [...usual, ...amounts, ...times, ...[...traits].sort().map((trait) => `trait.${trait}`)]
}

/** One row of an export: the value of each column by its name. */
export function rowOf(unit: UnitView, columns: readonly string[]): Record<string, Cell> {
  return Object.fromEntries(columns.map((column) => [column, cellOf(unit, column)]))
}

/** A column by its own name, a time such as `received`, an identifier such as `imei`, or a trait. */
function cellOf(unit: UnitView, column: string): Cell {
  const read = valueIn(readers, column)
  if (read) return read(unit)
  const trait = valueIn(unit.traits, column.replace(/^trait\./, ''))
  if (trait !== undefined) return trait
  const time = valueIn(unit.times, column)
  if (time !== undefined) return time
  const type = column.replace(/^id(entifier)?\./, '')
  const numbers = unit.identifiers.filter((identifier) => identifier.type === type)
  return numbers.map(({ value }) => value).join('; ') || null
}

/** What stands under a name that anybody may choose, such as `toString`. */
const valueIn = <V>(values: Readonly<Record<string, V>>, name: string): V | undefined =>
  Object.hasOwn(values, name) ? values[name] : undefined
