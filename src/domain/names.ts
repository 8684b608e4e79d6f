import type { SubjectRef, UnitRef } from './command.ts'
import { formsOf, identifierProblem } from './identifier.ts'
import type { NewUnit } from './new-unit.ts'
import { numbersInCode } from './scanned-unit.ts'
import type { SubjectKind } from './subject.ts'

/** What the commands of a batch name, gathered so that each table is asked once. */
export interface Names {
  readonly units: Set<number>
  /** Numbers in every form that they can be kept in: scans to resolve, and numbers that shall be given to a unit. */
  readonly numbers: Set<string>
  /** Keys and ids. Lots are found once their item is known. */
  readonly subjects: Map<SubjectKind, Set<SubjectRef>>
  readonly events: Set<number>
}

/** Nothing named yet. */
export const noNames = (): Names => ({
  units: new Set(),
  numbers: new Set(),
  subjects: new Map(),
  events: new Set(),
})

/** Names a unit. */
export function nameUnit(names: Names, ref: UnitRef | undefined): void {
  if (ref === undefined) return
  if (typeof ref === 'number') names.units.add(ref)
  else if (typeof ref === 'string') addForms(names, ref)
  else {
    addForms(names, ref.serial)
    nameSubject(names, 'item', ref.item)
  }
}

function addForms(names: Names, number: string): void {
  for (const form of formsOf(number)) names.numbers.add(form)
}

/** Names units. */
export function nameUnits(names: Names, refs: readonly UnitRef[] | undefined): void {
  for (const ref of refs ?? []) nameUnit(names, ref)
}

/** Names an item, location … */
export function nameSubject(
  names: Names,
  kind: SubjectKind,
  ref: SubjectRef | null | undefined,
): void {
  if (ref === undefined || ref === null) return
  const refs = names.subjects.get(kind)
  if (refs) refs.add(ref)
  else names.subjects.set(kind, new Set([ref]))
}

/** Names traits, whose values have to fit their definitions. */
export function nameTraits(names: Names, traits: object | null | undefined): void {
  for (const name in traits) nameSubject(names, 'trait', name)
}

/** Names a number that a unit shall have; of a malformed one nothing is to be known. */
export function nameNumber(names: Names, value: string): void {
  if (identifierProblem(value) === undefined) addForms(names, value)
}

/** Names the numbers of units that shall be made. */
export function nameNewUnits(names: Names, entries: readonly NewUnit[] | undefined): void {
  for (const { serial, scan, identifiers, traits } of entries ?? []) {
    if (scan !== undefined) for (const number of numbersInCode(scan)) nameNumber(names, number)
    if (serial !== undefined) nameNumber(names, serial)
    for (const { value } of identifiers ?? []) nameNumber(names, value)
    nameTraits(names, traits)
  }
}
