import type { SubjectRef, UnitRef } from '../../src/domain/command.ts'
import { mayMake, transitions, type TransitionName } from '../../src/domain/life-cycle.ts'
import type { Status } from '../../src/domain/status.ts'
import type { Scalar } from '../../src/domain/unit-state.ts'
import { valueOf } from './history.ts'
import {
  checkEntry,
  findContainer,
  findSubject,
  forEachEntry,
  newSubject,
  refuse,
  say,
  seekSubject,
  stateOf,
  tie,
  type Trial,
} from './trial.ts'
import { fittedTraits, saidTraits } from './trait-rules.ts'
import { folded, type NumberFact, type SubjectFact, type World } from './world.ts'

export interface NewUnit {
  readonly serial?: string | undefined
  readonly identifiers?: readonly { type: string; value: string }[] | undefined
  readonly traits?: Readonly<Record<string, Scalar>> | undefined
  readonly lot?: string | undefined
  readonly content?: number | undefined
  readonly expiry?: number | undefined
}

/** What all units of a command have in common. */
export interface Making {
  readonly step: TransitionName
  /** The step that fills the container. */
  readonly fill: TransitionName
  readonly item: SubjectFact
  readonly location: Scalar
  /** The container that they go into, and those around it, innermost first. */
  readonly chain: readonly number[]
  readonly order: Scalar
  readonly party: Scalar
  readonly lot: Scalar
  readonly traits: Readonly<Record<string, Scalar>>
  readonly mark: string
}

export interface MakingInput {
  readonly item: SubjectRef
  readonly entries?: readonly NewUnit[] | undefined
  readonly count?: number | undefined
  readonly location?: SubjectRef | undefined
  readonly container?: UnitRef | undefined
  readonly order?: SubjectRef | undefined
  readonly party?: SubjectRef | undefined
  readonly lot?: string | undefined
  readonly traits?: Readonly<Record<string, Scalar>> | undefined
  readonly partial?: boolean | undefined
}

export function makeUnits(
  trial: Trial,
  input: MakingInput,
  step: TransitionName,
  mark: string,
): number[] {
  const item = findSubject(trial, 'item', input.item)
  const id = (kind: string, ref: SubjectRef | undefined) =>
    ref === undefined ? null : findSubject(trial, kind, ref).id
  const location = id('location', input.location)
  const chain = input.container === undefined ? [] : findContainer(trial, input.container)
  const order = id('order', input.order)
  const party = id('party', input.party)
  const traits = fittedTraits(trial, input.traits)
  const lot = input.lot === undefined ? null : lotOf(trial, item, input.lot)
  const making = { step, fill: step, item, location, chain, order, party, lot, traits, mark }
  if (!input.entries && input.count === undefined) refuse('input_invalid')
  const entries = input.entries ?? Array.from({ length: input.count! }, () => ({}))
  const serials = takeSerials(trial, item, entries)
  const units: number[] = []
  forEachEntry(trial, entries, input.partial, (entry) => {
    units.push(makeUnit(trial, making, entry, serials))
  })
  tie(trial, chain[0])
  return units
}

/** Numbers from the counter of an item's scheme, which is a text and a count of four digits. */
export function takeSerials(
  trial: Trial,
  item: SubjectFact,
  entries: readonly NewUnit[],
): string[] {
  const count = entries.filter(({ serial }) => serial === undefined).length
  if (count === 0) return []
  const scheme = item.data['scheme'] as string | undefined
  if (scheme === undefined) return refuse('scheme_missing')
  const before = scheme.replace('{seq:4}', '')
  const scope = scopeOf(item)
  const given = new Set(entries.map(({ serial = '' }) => folded(serial)))
  const serials: string[] = []
  let last = trial.world.counters.get(before) ?? 0
  while (serials.length < count) {
    last += 1
    const serial = before + String(last).padStart(4, '0')
    const rows = trial.world.numbers.get(folded(serial)) ?? []
    const used = rows.some((row) => row.type === 'serial' && row.scope === scope)
    if (!used && !given.has(folded(serial))) serials.push(serial)
  }
  trial.counters.set(before, last)
  return serials
}

export function makeUnit(trial: Trial, making: Making, entry: NewUnit, serials: string[]): number {
  const { item, step, chain } = making
  const container = chain[0] ?? null
  const serial = entry.serial?.trim() ?? serials.shift()!
  const scope = scopeOf(item)
  const traits = fittedTraits(trial, entry.traits)
  const unit = unitForSerial(trial, making, serial, scope)
  if (container !== null) checkEntry(trial, unit, chain, making.fill)
  const claims = checkIdentifiers(trial, unit, entry.identifiers ?? [], () => item)
  for (const claim of claims) trial.claims.set(claim, unit)
  trial.claims.set(`serial|${scope}|${folded(serial)}`, unit)
  const lot = entry.lot === undefined ? making.lot : lotOf(trial, item, entry.lot)
  const kind = (item.data['kind'] ?? 'discrete') as string
  const content = kind === 'portion' ? (entry.content ?? null) : 1
  const dated = lot ?? valueOf(stateOf(trial, unit), 'lot')
  if (dated !== null && entry.expiry !== undefined) expire(trial, Number(dated), entry.expiry)
  const says: Record<string, Scalar> = {
    item: item.id,
    kind,
    serial,
    status: transitions[step].to,
    stage: (item.data['stage'] ?? 'finished') as string,
    location: container === null ? (making.location ?? 1) : null,
    parent: container,
    ...given({ lot, order: making.order, party: making.party, content }),
    [`time.${making.mark}`]: trial.time,
    ...saidTraits(trial, stateOf(trial, unit), making.traits),
    ...saidTraits(trial, stateOf(trial, unit), traits),
  }
  for (const { type, value } of entry.identifiers ?? []) {
    says[`identifier.${type}.${folded(value)}`] = value.trim()
  }
  if (dated === null && entry.expiry !== undefined) {
    says['trait.expiry'] = new Date(entry.expiry).toISOString().slice(0, 10)
  }
  if (unit === nextUnit(trial)) trial.made.push(unit)
  say(trial, unit, says)
  return unit
}

/** All units of a lot expire together. */
function expire(trial: Trial, id: number, expiry: number): void {
  const lot = seekSubject(trial, 'lot', id)!
  if ((lot.data['expiry'] ?? expiry) !== expiry) refuse('lot_expiry_differs')
  trial.subjects.set(id, { ...lot, data: { ...lot.data, expiry } })
}

/** What is given; of the rest, what was announced of the unit holds. */
const given = (values: Readonly<Record<string, Scalar>>) =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null))

const nextUnit = ({ world, made }: Trial): number => world.nextUnit + made.length

/** The unit that the serial named before it was made, or is announced by; else a new one. */
function unitForSerial(
  trial: Trial,
  { step, item }: Making,
  serial: string,
  scope: number,
): number {
  if (isBadNumber(serial)) refuse('input_invalid')
  if (trial.claims.has(`serial|${scope}|${folded(serial)}`)) refuse('unit_repeated')
  const row = rowOf(trial.world, 'serial', scope, serial)
  if (!row) return nextUnit(trial)
  const state = stateOf(trial, row.unit)
  const isOther = state['status'] === 'expected' && state['item'] !== item.id
  if (!isOther && mayMake(step, state['status'] as Status)) return row.unit
  return row.active ? refuse('serial_taken') : nextUnit(trial)
}

/** Refuses numbers that are wrong or another unit's; gives what they claim. */
export function checkIdentifiers(
  trial: Trial,
  unit: number,
  identifiers: readonly { type: string; value: string }[],
  item: () => SubjectFact,
): string[] {
  return identifiers.map(({ type, value }) => {
    if (isBadNumber(value)) refuse('input_invalid')
    const scope = type === 'maker_serial' ? makerScopeOf(item()) : 0
    const claim = `${type}|${scope}|${folded(value)}`
    const row = rowOf(trial.world, type, scope, value)
    const owner = trial.claims.get(claim) ?? (row?.active ? row.unit : unit)
    if (owner !== unit) refuse('identifier_taken')
    return claim
  })
}

export const rowOf = (
  world: World,
  type: string,
  scope: number,
  number: string,
): NumberFact | undefined =>
  world.numbers.get(folded(number))?.find((row) => row.type === type && row.scope === scope)

/** Blank, too long, or with what cannot be seen. */
export const isBadNumber = (number: string): boolean =>
  number.trim() === '' || number.length > 200 || /[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]/u.test(number)

/** Among which units a serial of an item is unique: an item, a maker (negative), or all (0). */
export function scopeOf({ id, data }: SubjectFact): number {
  if (data['serialScope'] === 'everywhere') return 0
  return data['serialScope'] === 'maker' ? makerScopeOf({ id, data }) : id
}

/** Makers' numbers are told apart by maker; where none is known, by item. */
export const makerScopeOf = ({ id, data }: Pick<SubjectFact, 'id' | 'data'>): number =>
  data['maker'] === undefined ? id : -Number(data['maker'])

/** The lot of an item with this code; a new one where there is none. */
export function lotOf(trial: Trial, item: SubjectFact, code: string): number {
  const known = seekSubject(trial, 'lot', code, item.id)
  const data = { item: item.id }
  return (known ?? newSubject(trial, { kind: 'lot', code, parent: null, item: item.id, data })).id
}
