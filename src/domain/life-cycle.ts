import type { Status } from './status.ts'

/**
 * The one table of what may happen to a unit, and what it is called in the standards.
 *
 * `from` lists the statuses in which the step may be taken, `to` the status after it (`null`: as
 * before). `makes` lists those in which it may say for the first time what the unit is. `fills`
 * lists the statuses in which a container that the step puts units into may be (`null`: it puts
 * nothing into one). `businessStep` and `disposition` are terms of the GS1 Core Business Vocabulary
 * 2.0 (sections 7.1 and 7.2); `disposition` is `null` where the step leaves it as it was.
 */
export interface Transition {
  readonly from: readonly Status[]
  readonly to: Status | null
  readonly makes: readonly Status[]
  readonly fills: readonly Status[] | null
  readonly businessStep: string
  readonly disposition: string | null
}

const here: readonly Status[] = [
  'in_stock',
  'in_progress',
  'reserved',
  'picked',
  'packed',
  'returned',
  'in_repair',
]
const out: readonly Status[] = ['in_transit', 'delivered']
const known: readonly Status[] = [...here, ...out, 'expected', 'lost']
/** Statuses in which a container can have units inside. */
const holding: readonly Status[] = [...here, ...out, 'expected']
const ended: readonly Status[] = ['consumed', 'disposed']

/** Statuses in which a unit stands ready to be worked on. */
const free: readonly Status[] = ['in_stock', 'reserved', 'picked', 'returned']
const notYet: readonly Status[] = ['void', 'expected']

/** Names of the steps of a unit's life. */
export type TransitionName = keyof typeof transitions

const step = (
  from: readonly Status[],
  to: Status | null,
  businessStep: string,
  disposition: string | null,
  { makes = [], fills = null }: Partial<Transition> = {},
): Transition => ({ from, to, makes, fills, businessStep, disposition })

/** Every step of a unit's life; a step that is not here is refused. */
export const transitions = {
  commission: step([], 'in_stock', 'commissioning', 'active', { makes: notYet, fills: here }),
  expect: step([], 'expected', 'commissioning', 'encoded', { makes: ['void'], fills: holding }),
  receive: step(
    ['expected', 'in_transit', 'lost'],
    'in_stock',
    'receiving',
    'sellable_accessible',
    { makes: notYet, fills: here },
  ),
  move: step(here, null, 'storing', null),
  put: step(here, null, 'packing', null, { fills: here }),
  take: step([...here, ...out], null, 'unpacking', null),
  hold: step(known, null, 'holding', 'non_sellable_other'),
  release: step([...known, ...ended], null, 'inspecting', 'sellable_accessible'),
  reserve: step(['in_stock', 'returned'], 'reserved', 'reserving', 'reserved'),
  unreserve: step(['reserved', 'picked'], 'in_stock', 'stocking', 'sellable_accessible'),
  pick: step(['in_stock', 'reserved'], 'picked', 'picking', 'in_progress'),
  pack: step(['in_stock', 'reserved', 'picked'], 'packed', 'packing', 'in_progress', {
    fills: here,
  }),
  ship: step(['in_stock', 'reserved', 'picked', 'packed'], 'in_transit', 'shipping', 'in_transit'),
  deliver: step(['in_transit'], 'delivered', 'arriving', 'retail_sold'),
  return: step(['delivered', 'in_transit', 'lost'], 'returned', 'receiving', 'returned'),
  split: step(here, null, 'creating_class_instance', null, { makes: notYet, fills: here }),
  measure: step(here, null, 'inspecting', null),
  change: step([...known, ...ended], null, 'other', null),
  identify: step([...known, ...ended], null, 'other', null),
  replace: step([...known, ...ended], null, 'commissioning', null),
  observe: step([...known, ...ended], null, 'sensor_reporting', null),
  print_label: step([...known, ...ended], null, 'encoding', null),
  find: step(['lost'], 'in_stock', 'cycle_counting', 'sellable_accessible'),
  lose: step([...here, ...out], 'lost', 'cycle_counting', 'unknown'),
  adjust: step(here, null, 'cycle_counting', null),
  dispose: step([...here, 'lost'], 'disposed', 'destroying', 'destroyed'),
  start: step(free, 'in_progress', 'assembling', 'in_progress'),
  finish: step(['in_progress'], 'in_stock', 'stocking', 'available'),
  repair_start: step([...free, 'in_progress'], 'in_repair', 'repairing', 'needs_replacement'),
  repair_finish: step(['in_repair'], 'in_stock', 'repairing', 'available'),
  // Concerns what goes in as well as what it goes into, which may be a thing in repair.
  consume: step([...free, 'in_progress', 'in_repair'], null, 'assembling', null, {
    makes: notYet,
    fills: here,
  }),
} as const satisfies Record<string, Transition>

/** The row of a step in the table. */
export const transitionOf = (name: TransitionName): Transition => transitions[name]

/** Whether a unit in `status` may take the step. */
export const mayTake = (name: TransitionName, status: Status): boolean =>
  transitionOf(name).from.includes(status)

/** Whether the step may say for the first time what a unit in `status` is. */
export const mayMake = (name: TransitionName, status: Status): boolean =>
  transitionOf(name).makes.includes(status)

/** Whether the step may put units into a container in `status`. */
export function mayFill(name: TransitionName, status: Status): boolean {
  const { fills } = transitionOf(name)
  return fills === null || fills.includes(status)
}

/** Whether a container in `status` can have units inside. */
export const mayHoldUnits = (status: Status): boolean => holding.includes(status)
