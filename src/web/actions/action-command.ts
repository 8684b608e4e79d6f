import type { Unit } from '../../client/web-client.ts'
import { mayTake, type TransitionName } from '../../domain/life-cycle.ts'
import type { UnitAction, Values } from './unit-action.ts'
import { unitActions } from './unit-actions.ts'

/** Commands that are about one unit, not about a list. */
const single: ReadonlySet<TransitionName> = new Set(['identify', 'measure', 'split', 'replace'])

/** What can be done to a unit as it stands. */
export const actionsFor = (unit: Unit): UnitAction[] =>
  unitActions.filter(
    (action) => mayTake(action.kind, unit.status) && (action.suits?.(unit) ?? true),
  )

/** The command that does an action to units, with what was filled in. */
export function commandOf(
  { kind, input }: UnitAction,
  units: readonly number[],
  values: Values,
  unit: Unit | undefined,
): { kind: string; input: Record<string, unknown> } {
  const filled = Object.entries(values).filter(([, value]) => value.trim() !== '')
  const given = input(Object.fromEntries(filled), unit)
  const whom = single.has(kind)
    ? { unit: units[0] }
    : { units, ...(units.length > 1 && { partial: true }) }
  // A text that is left empty is not said at all.
  return { kind, input: JSON.parse(JSON.stringify({ ...whom, ...given })) as never }
}
