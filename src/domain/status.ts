/**
 * Where a unit stands in its life, what it is made into, and what kind of unit it is.
 *
 * Each list is in the order of its storage code: the code of a name is its place in the list,
 * so a name may be added at the end and never moved or removed.
 */

/** Life of a unit. `void` is a unit that was never made: its making was corrected away. */
export const statuses = [
  'void',
  'expected',
  'in_stock',
  'in_progress',
  'reserved',
  'picked',
  'packed',
  'in_transit',
  'delivered',
  'returned',
  'in_repair',
  'consumed',
  'disposed',
  'lost',
] as const
export type Status = (typeof statuses)[number]

/** How far a thing is from being sold. */
export const stages = ['raw_material', 'work_in_progress', 'finished'] as const
export type Stage = (typeof stages)[number]

/** A discrete thing, a measured portion of a material, or a container of other units. */
export const unitKinds = ['discrete', 'portion', 'container'] as const
export type UnitKind = (typeof unitKinds)[number]

/** Storage code of a name of one of the lists above. */
export const codeOf = <T extends string>(names: readonly T[], name: T): number =>
  names.indexOf(name)

/** Name for a storage code; throws on a code that no release has written. */
export function nameOf<T extends string>(names: readonly T[], code: number): T {
  const name = names[code]
  if (name === undefined) throw new RangeError(`No name has the code ${code}.`)
  return name
}
