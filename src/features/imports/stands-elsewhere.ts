import type { Clause } from '../../i18n/clause.ts'
import type { Status } from '../../domain/status.ts'
import { fault, say, valueProblem } from './columns/value-problem.ts'
import type { MappedRow, MappedUnit } from './columns/mapped-row.ts'
import type { Problem } from '../../files/read/problem.ts'
import type { KnownUnit } from './known-units.ts'
import { stepsTo, type Step } from './steps-to.ts'

/** A known unit that stands elsewhere than its row says. */
export interface Difference {
  readonly warning: Problem
  /** What would bring it to where the row says. */
  readonly steps: readonly Step[]
}

/** Statuses of units that are nowhere of ours; with what brings them back. */
const wayBack: Readonly<Partial<Record<Status, string>>> = {
  in_transit: 'receive',
  delivered: 'return',
  lost: 'find',
  disposed: 'find',
  consumed: 'find',
}

const isGone = (status: Status): boolean => wayBack[status] !== undefined

/**
 * Compares where a unit stands with what its row says of that. Whether it is reserved, packed or
 * held is left to those who work with it: lists of stock tell it loosely.
 *
 * @param follows whether the import follows the row
 */
export function differenceFrom(
  { line, unit }: MappedRow,
  known: KnownUnit,
  follows: boolean,
): Difference | undefined {
  if (!unit) return undefined
  const steps = stepsFrom(known, unit)
  if (steps.length === 0) return undefined
  const facts = {
    unit: unit.serial ?? Object.values(unit.identifiers)[0] ?? '',
    is: tell(known.status, known.location),
    said: tell(unit.status ?? 'in_stock', unit.location ?? null),
  }
  const code = follows ? 'unit_moved' : 'unit_elsewhere'
  return { warning: valueProblem(fault(code, facts), line, null), steps }
}

function stepsFrom(known: KnownUnit, unit: MappedUnit): readonly Step[] {
  const { status, location, namesPlace = false } = unit
  if (status !== undefined && isGone(status)) {
    const end = status === 'consumed' ? 'disposed' : status
    return known.status === end || known.status === status ? [] : (stepsTo[status]?.(unit) ?? [])
  }
  if (status === 'expected') return []
  const back = wayBack[known.status]
  if (back !== undefined) {
    return status === undefined && !namesPlace ? [] : [[back, { location }]]
  }
  const isElsewhere = known.location?.toUpperCase() !== location?.toUpperCase()
  return namesPlace && known.location !== null && isElsewhere ? [['move', { to: location }]] : []
}

const tell = (status: Status, location: string | null): Clause =>
  isGone(status) || location === null
    ? say('standing.anywhere', { status })
    : say('standing.at', { status, location })
