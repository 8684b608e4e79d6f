import type { z } from 'zod'
import { checkEntry } from './contents.ts'
import { addChanges, describeUnit, ownerOf, stateOf, type Draft } from './draft.ts'
import { makeSubject, retiredWith, seekSubject, subjectById } from './find-subject.ts'
import { foldIdentifier, identifierKey, identifierProblem, serialType } from './identifier.ts'
import { mayMake, transitionOf } from './life-cycle.ts'
import { refuse } from './refusal.ts'
import { nextSerial } from './next-serial.ts'
import { identifierScopeOf, serialRuleOf, type SerialRule } from './serial-rule.ts'
import { need } from './need.ts'
import type { identifier, Making, NewUnit } from './new-unit.ts'
import { subjectKey, type Subject, type SubjectName } from './subject.ts'
import { fitTraits, sayTraits } from './traits.ts'
import { elsewhere, statedChanges, voidUnit, type Scalar, type UnitState } from './unit-state.ts'

/** Makes sure that the lots that the entries name were looked up, all at once. */
export function needLots(draft: Draft, item: Subject<'item'>, entries: readonly NewUnit[]): void {
  const unknown = new Map<string, SubjectName>()
  for (const { lot } of entries) {
    if (lot === undefined) continue
    const key = subjectKey('lot', lot, item.id)
    if (draft.set.subjectIds.get(key) === undefined) {
      unknown.set(key, { kind: 'lot', item: item.id, code: lot })
    }
  }
  if (unknown.size > 0) need({ codes: [...unknown.values()] })
}

/** The lot of the item with this code; made now if there is none. */
export function lotOf(draft: Draft, item: Subject<'item'>, lot: string): number {
  const known = seekSubject(draft, 'lot', lot, item.id)
  if (known) return known.id
  const isBack = retiredWith(draft, { kind: 'lot', code: lot, item: item.id }) !== undefined
  const { id } = makeSubject(draft, 'lot', lot, null, { item: item.id })
  if (isBack) tellLot(draft, id)
  return id
}

/** Tells the readers of lots that one says something else now, as the event is about the units. */
function tellLot({ facts }: Draft, id: number): void {
  const { lots = [] } = facts.data as { lots?: readonly number[] }
  facts.data = { ...facts.data, lots: [...lots, id] }
}

const dayOf = (time: number): string => new Date(time).toISOString().slice(0, 10)

/** Says when a lot expires; all its units read it there. */
function keepExpiry(draft: Draft, id: number, expiry: number): void {
  const lot = subjectById(draft, 'lot', id)
  const known = lot.data.expiry
  if (known === expiry) return
  if (known !== undefined) {
    const days = { known: dayOf(known), expiry: dayOf(expiry) }
    refuse('lot_expiry_differs', { lot: lot.code, ...days })
  }
  draft.subjects.set(id, { ...lot, data: { ...lot.data, expiry } })
  tellLot(draft, id)
}

/**
 * Makes one unit, or brings in the one that its serial already names: an expected one, or one whose
 * making was corrected away. Everything is checked before anything is changed.
 */
export function makeUnit(draft: Draft, making: Making, entry: NewUnit): number {
  const { item, step } = making
  const serial = entry.serial?.trim() ?? nextSerial(draft, item)
  const traits = fitTraits(draft, 'units', entry.traits)
  const rule = serialRuleOf(item)
  const unit = claimSerial(draft, making, serial, rule)
  if (making.filling) checkEntry(draft, unit, making.filling)
  const identifiers = claimIdentifiers(draft, unit, item, entry.identifiers)
  const kind = item.data.kind ?? 'discrete'
  const parent = making.filling?.chain[0] ?? null
  const lot = entry.lot === undefined ? making.lot : lotOf(draft, item, entry.lot)
  const content = kind === 'portion' ? entry.content : 1
  const before = stateOf(draft, unit)
  const dated = lot ?? before.lot
  if (dated !== null && entry.expiry !== undefined) keepExpiry(draft, dated, entry.expiry)
  const after: Record<string, Scalar> = {
    item: item.id,
    ...natureOf(item, before),
    serial,
    status: transitionOf(step).to,
    location: parent === null ? (making.location ?? elsewhere) : null,
    parent,
    // What is not said here, an announcement of the unit may have said.
    ...(lot !== null && { lot }),
    ...(content !== undefined && { content }),
    ...(making.order !== null && { order: making.order }),
    ...(making.party !== null && { party: making.party }),
    [making.mark]: draft.time,
  }
  sayTraits(draft, after, before, making.traits)
  sayTraits(draft, after, before, traits)
  if (dated === null && entry.expiry !== undefined) after['trait.expiry'] = dayOf(entry.expiry)
  Object.assign(after, identifiers)
  if (unit === nextUnit(draft)) draft.created.push(unit)
  const folded = foldIdentifier(serial, rule.folding)
  draft.claims.set(identifierKey(serialType, rule.scope, folded), unit)
  addChanges(draft, unit, statedChanges(before, after))
  return unit
}

/** Kind and stage of the item's units; what every unit is unless it is said need not be said. */
function natureOf({ data }: Subject<'item'>, before: UnitState): Record<string, Scalar> {
  const { kind = voidUnit.kind, stage = voidUnit.stage } = data
  const differs = (state: UnitState) => state.kind !== kind || state.stage !== stage
  return differs(voidUnit) || differs(before) ? { kind, stage } : {}
}

function claimSerial(
  draft: Draft,
  making: Making,
  serial: string,
  { scope, folding }: SerialRule,
): number {
  const problem = identifierProblem(serial)
  if (problem) refuse('input_invalid', { field: 'serial', problem })
  const folded = foldIdentifier(serial, folding)
  const claimed = draft.claims.get(identifierKey(serialType, scope, folded))
  if (claimed !== undefined) refuse('unit_repeated', { unit: serial })
  const row = ownerOf(draft, serialType, scope, folded)
  if (row) {
    const { status, item } = stateOf(draft, row.unit)
    const isOfItem = status === 'void' || item === making.item.id
    if (isOfItem && mayMake(making.step, status)) return row.unit
    if (row.active) {
      refuse('serial_taken', {
        serial,
        unit: describeUnit(draft, row.unit),
        status,
      })
    }
  }
  return nextUnit(draft)
}

/** Id that the next unit of the draft will have. */
const nextUnit = (draft: Draft): number => draft.set.nextUnit + draft.created.length

function claimIdentifiers(
  draft: Draft,
  unit: number,
  item: Subject<'item'>,
  identifiers: NewUnit['identifiers'],
): Record<string, Scalar> {
  const after: Record<string, Scalar> = {}
  if (!identifiers) return after
  const folded = identifiers.map((one) => checkIdentifier(draft, unit, one, () => item))
  for (const [index, { type, value }] of identifiers.entries()) {
    const scope = identifierScopeOf(type, () => item)
    draft.claims.set(identifierKey(type, scope, folded[index]!), unit)
    after[`identifier.${type}.${folded[index]}`] = value.trim()
  }
  return after
}

/** Refuses a number that is malformed or names another unit; gives its folded form. */
export function checkIdentifier(
  draft: Draft,
  unit: number,
  { type, value }: z.infer<typeof identifier>,
  item: () => Subject<'item'>,
): string {
  const problem = identifierProblem(value)
  if (problem) refuse('input_invalid', { field: type, problem })
  const folded = foldIdentifier(value)
  const scope = identifierScopeOf(type, item)
  const claimed = draft.claims.get(identifierKey(type, scope, folded))
  const row = ownerOf(draft, type, scope, folded)
  const owner = claimed ?? (row?.active ? row.unit : undefined)
  if (owner !== undefined && owner !== unit) {
    refuse('identifier_taken', { type, value, unit: describeUnit(draft, owner) })
  }
  return folded
}
