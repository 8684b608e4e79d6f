import type { Status } from '../../domain/status.ts'
import type { MappedUnit } from './columns/mapped-row.ts'

/** A step of a unit's life as a command says it, and the name of its list of units. */
export type Step = readonly [
  kind: string,
  common?: Readonly<Record<string, unknown>>,
  list?: 'units' | 'inputs',
]

/** Steps after the arrival that lead to the status which a file says a unit has. */
export const stepsTo: Readonly<Partial<Record<Status, (unit: MappedUnit) => readonly Step[]>>> = {
  in_transit: () => [['ship']],
  delivered: () => [['ship'], ['deliver']],
  returned: ({ location }) => [['ship'], ['deliver'], ['return', { location }]],
  reserved: ({ order }) =>
    order === undefined ? [['hold', { hold: 'Reserved' }]] : [['reserve', { order }]],
  packed: () => [['pack']],
  picked: () => [['pick']],
  in_progress: () => [['start']],
  in_repair: () => [['repair_start']],
  lost: () => [['lose']],
  consumed: () => [['consume', {}, 'inputs']],
  disposed: () => [['dispose']],
}
