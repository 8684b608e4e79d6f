import { parseQuantity } from '../../domain/quantity.ts'
import type { UnitState } from '../../domain/unit-state.ts'
import type { KnownUnits } from './known-units.ts'
import type { ItemFacts, ReadRow } from './read-row.ts'
import { differenceFrom } from './stands-elsewhere.ts'
import { stepsTo, type Step } from './steps-to.ts'
import type { MappedItem, MappedUnit } from './columns/mapped-row.ts'

/** A command to record, with the row behind each of its entries. */
export interface RowCommand {
  readonly kind: string
  readonly input: Readonly<Record<string, unknown>>
  readonly time?: number | undefined
  readonly rows: readonly ReadRow[]
}

/**
 * The commands that record the rows of one chunk, in the order in which they must be recorded:
 * arrivals, then what the file says of the units afterwards, by time. Rows that say the same of
 * their units share a command, so that a thousand rows are a handful of events.
 *
 * @param known what is recorded of the unit of a row; `null` when it is not there yet
 * @param moveKnown whether units that are there already are brought to where the file says
 */
export function rowCommands(
  rows: readonly ReadRow[],
  known: KnownUnits,
  itemFacts: (sku: string) => ItemFacts,
  moveKnown: boolean,
): RowCommand[] {
  const arrivals = new Groups()
  const later = new Groups()
  for (const row of rows) {
    const { item, unit } = row.mapped
    if (!item || !unit) continue
    const there = known(row)
    if (there) addChanges(later, row, item, unit, there.detail)
    else addArrival(arrivals, row, item, unit, itemFacts(item.sku))
    addAfterwards(later, row, item, unit, there?.detail ?? {})
    if (!there || !moveKnown) continue
    for (const step of differenceFrom(row.mapped, there, true)?.steps ?? []) {
      later.step(row, step, unit.lastSeen, unitRef(item, unit))
    }
  }
  return [...arrivals.commands(), ...later.commands().toSorted(byTime)]
}

const byTime = (a: RowCommand, b: RowCommand): number => (a.time ?? Infinity) - (b.time ?? Infinity)

/** Entries of one command; a row for thousands of pieces is spread over several. */
const entriesPerCommandMax = 1000

/** What a command says of all its entries, and the name of their list. */
interface Said {
  readonly kind: string
  readonly time?: number | undefined
  readonly common: Readonly<Record<string, unknown>>
  readonly list: 'entries' | 'units'
}

/** Commands under construction: what is the same for all entries, and the entries. */
class Groups {
  readonly #open = new Map<string, { command: RowCommand; entries: unknown[] }>()
  readonly #all: RowCommand[] = []

  /** Adds entries to the command that says the same otherwise. */
  add(row: ReadRow, said: Said, entries: readonly unknown[]): void {
    const { kind, time, common, list } = said
    const key = `${kind} ${time} ${JSON.stringify(common)}`
    for (const entry of entries) {
      let group = this.#open.get(key)
      if (!group || group.entries.length === entriesPerCommandMax) {
        const all: unknown[] = []
        const input = { ...common, [list]: all, partial: true }
        group = { command: { kind, time, input, rows: [] }, entries: all }
        this.#open.set(key, group)
        this.#all.push(group.command)
      }
      group.entries.push(entry)
      ;(group.command.rows as ReadRow[]).push(row)
    }
  }

  /** Adds a unit to the command that takes others through the same step. */
  step(
    row: ReadRow,
    [kind, common = {}, list = 'units']: Step,
    time: number | undefined,
    unit: unknown,
  ) {
    if (list === 'units') return this.add(row, { kind, time, common, list }, [unit])
    // What is used up together is refused together: each unit has a command of its own.
    this.#all.push({ kind, time, input: { ...common, [list]: [{ unit }] }, rows: [row] })
  }

  commands(): readonly RowCommand[] {
    return this.#all
  }
}

function addArrival(
  groups: Groups,
  row: ReadRow,
  item: MappedItem,
  unit: MappedUnit,
  facts: ItemFacts,
): void {
  const isExpected = unit.status === 'expected'
  const isMadeHere = unit.received === undefined && unit.made !== undefined
  const kind = isExpected ? 'expect' : isMadeHere ? 'commission' : 'receive'
  const common = {
    item: item.sku,
    location: unit.location,
    ...(unit.order !== undefined && { order: unit.order }),
    ...(unit.supplier !== undefined && { party: unit.supplier }),
  }
  const time = isExpected ? undefined : arrivalOf(unit)
  groups.add(row, { kind, time, common, list: 'entries' }, entriesOf(unit, facts))
}

/** When a unit came: where the file does not say, it was there by the first time it tells of. */
function arrivalOf({ received, made, lastSeen, failed }: MappedUnit): number | undefined {
  const first = Math.min(lastSeen ?? Infinity, failed ?? Infinity)
  return received ?? made ?? (first === Infinity ? undefined : first)
}

/** One entry for a unit; several where a row stands for a number of units without serials. */
function entriesOf(unit: MappedUnit, facts: ItemFacts): unknown[] {
  const entry: Record<string, unknown> = {}
  if (unit.serial !== undefined) entry['serial'] = unit.serial
  if (hasAny(unit.identifiers)) {
    entry['identifiers'] = Object.entries(unit.identifiers).map(([type, value]) => ({
      type,
      value,
    }))
  }
  const traits = traitsOf(unit)
  if (hasAny(traits)) entry['traits'] = traits
  if (unit.lot !== undefined) entry['lot'] = unit.lot
  if (unit.expiry !== undefined) entry['expiry'] = unit.expiry
  if (facts.kind === 'portion') {
    return [{ ...entry, content: parseQuantity(unit.quantity ?? '0', facts.decimals) }]
  }
  return unit.serial !== undefined
    ? [entry]
    : Array.from({ length: piecesOf(unit, facts) }, () => entry)
}

/** How many units a row stands for: a portion is one, pieces without a number are as many. */
export const piecesOf = ({ serial, quantity = '1' }: MappedUnit, { kind }: ItemFacts): number =>
  kind === 'portion' || serial !== undefined ? 1 : Number(quantity)

function hasAny(values: object): boolean {
  for (const _ in values) return true
  return false
}

const dayOf = (time: number) => new Date(time).toISOString().slice(0, 10)

function traitsOf(unit: MappedUnit): Record<string, unknown> {
  const traits: Record<string, unknown> = { ...unit.traits }
  if (unit.note !== undefined) traits['note'] = unit.note
  if (unit.made !== undefined && unit.received !== undefined) traits['made'] = dayOf(unit.made)
  return traits
}

/** The unit by its serial, or by a further number; undefined when it has a number of ours. */
const unitRef = (item: MappedItem, { serial, identifiers }: MappedUnit): unknown =>
  serial === undefined ? Object.values(identifiers)[0] : { item: item.sku, serial }

type Detail = UnitState['detail']

/** What the file adds to a unit that is there already; what is recorded already adds nothing. */
function addChanges(
  groups: Groups,
  row: ReadRow,
  item: MappedItem,
  unit: MappedUnit,
  detail: Detail,
): void {
  // Of a unit in a lot, the lot says when it expires.
  const expires = unit.lot === undefined && unit.expiry !== undefined
  const told = { ...traitsOf(unit), ...(expires && { expiry: dayOf(unit.expiry!) }) }
  const traits = Object.fromEntries(
    Object.entries(told).filter(([name, value]) => detail[`trait.${name}`] !== value),
  )
  if (Object.keys(traits).length === 0) return
  groups.add(row, { kind: 'change', common: { traits }, list: 'units' }, [unitRef(item, unit)])
}

/** What the file says of a unit after its arrival. */
function addAfterwards(
  groups: Groups,
  row: ReadRow,
  item: MappedItem,
  unit: MappedUnit,
  detail: Detail,
): void {
  const ref = unitRef(item, unit)
  if (ref === undefined) return
  const add = (time: number | undefined, ...step: Step) => groups.step(row, step, time, ref)
  const isNews = (mark: string, time: number) => Number(detail[mark] ?? -Infinity) < time
  if (unit.lastSeen !== undefined && isNews('time.seen', unit.lastSeen)) {
    add(unit.lastSeen, 'observe', { outcome: 'seen' })
  }
  if (unit.failed !== undefined && isNews('time.failed', unit.failed)) {
    add(unit.failed, 'observe', { outcome: 'failed', hold: 'Failed' })
  }
  if (Object.keys(detail).length > 0) return
  const time = unit.lastSeen ?? unit.received
  for (const step of stepsTo[unit.status ?? 'in_stock']?.(unit) ?? []) add(time, ...step)
  if (unit.hold !== undefined) add(time, 'hold', { hold: unit.hold })
}
