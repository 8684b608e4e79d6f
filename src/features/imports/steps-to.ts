import type { Status } from '../../domain/status.ts'
import type { MappedUnit } from './columns/mapped-row.ts'

/** A step of a unit's life as a command says it. */
export type Step = readonly [kind: string, common?: Readonly<Record<string, unknown>>]

/** Steps after the arrival that lead to the status which a file says a unit has. */
export const stepsTo: Readonly<Partial<Record<Status, (unit: MappedUnit) => readonly Step[]>>> = {
  in_transit: () => [['ship']],
  delivered: () => [['ship'], ['deliver']],
  returned: ({ location }) => [['ship'], ['deliver'], ['return', { location }]],
  reserved: ({ order }) =>
    order === undefined ? [['hold', { hold: 'Reserved' }]] : [['reserve', { order }]],
  packed: () => [['pack']],
  picked: () => [['pick']],
  in_progress: () => [['change', { stage: 'work_in_progress' }]],
  lost: () => [['lose']],
  consumed: () => [['dispose']],
  disposed: () => [['dispose']],
}
