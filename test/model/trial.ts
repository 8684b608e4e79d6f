import type { Command, SubjectRef, UnitRef } from '../../src/domain/command.ts'
import { mayFill, transitions, type TransitionName } from '../../src/domain/life-cycle.ts'
import type { RefusalCode } from '../../src/domain/refusal.ts'
import type { Status } from '../../src/domain/status.ts'
import type { Scalar } from '../../src/domain/unit-state.ts'
import { after, unmade, valueOf, type State } from './history.ts'
import {
  folded,
  latestOf,
  stateAt,
  withCode,
  type EdgeFact,
  type SubjectFact,
  type World,
} from './world.ts'

/** A command being tried on the world, which stays as it is until all of it is known to be right. */
export interface Trial {
  readonly world: World
  readonly command: Command
  readonly time: number
  readonly touched: Map<number, Touch>
  /** Units of which the command says what cannot have been at its time. */
  readonly contested: Set<number>
  readonly made: number[]
  /** Numbers that units made by the command take. */
  readonly claims: Map<string, number>
  readonly subjects: Map<number, SubjectFact>
  readonly newSubjects: number[]
  readonly counters: Map<string, number>
  readonly edges: EdgeFact[]
  readonly refused: { index: number; code: RefusalCode }[]
  corrects: number | null
  subject: { before: SubjectFact | null; after: SubjectFact } | null
}

export interface Touch {
  readonly role: 'subject' | 'container'
  readonly says: Readonly<Record<string, Scalar>>
  readonly added: number
}

/** Ends a trial: the command is refused. */
export class Refused extends Error {
  readonly code: RefusalCode
  constructor(code: RefusalCode) {
    super(code)
    this.code = code
  }
}

export function refuse(code: RefusalCode): never {
  throw new Refused(code)
}

export const newTrial = (world: World, command: Command, time: number): Trial => ({
  world,
  command,
  time,
  touched: new Map(),
  contested: new Set(),
  made: [],
  claims: new Map(),
  subjects: new Map(),
  newSubjects: [],
  counters: new Map(),
  edges: [],
  refused: [],
  corrects: null,
  subject: null,
})

/** Whether something is known of the unit that happened after the command. */
export function isLate({ world, time }: Trial, unit: number): boolean {
  const known = world.units.get(unit)
  return known !== undefined && latestOf(world, known).time > time
}

/** What a unit was at the command's time, with what the command has done to it so far. */
export function stateOf({ world, time, touched }: Trial, unit: number): State {
  const known = world.units.get(unit)
  const state = known ? stateAt(world, known, time) : unmade
  const touch = touched.get(unit)
  return touch ? after(state, touch) : state
}

/** What kind of unit it is, whenever the command happened. */
export function kindOf({ world }: Trial, unit: number): Scalar {
  const known = world.units.get(unit)
  return known ? valueOf(latestOf(world, known).state, 'kind') : null
}

/** Says something of a unit. */
export function say(
  trial: Trial,
  unit: number,
  says: Readonly<Record<string, Scalar>>,
  added = 0,
): void {
  const earlier = trial.touched.get(unit)
  trial.touched.set(unit, {
    role: 'subject',
    says: { ...earlier?.says, ...says },
    added: added + (earlier?.added ?? 0),
  })
}

/** Refuses what cannot be; what only comes too late to be refused is contested. */
export function contradict(trial: Trial, unit: number, code: RefusalCode, container = unit): void {
  if (isLate(trial, unit) || isLate(trial, container)) trial.contested.add(unit)
  else refuse(code)
}

export function checkStatus(trial: Trial, unit: number, allowed: readonly Status[]): void {
  const status = valueOf(stateOf(trial, unit), 'status') as Status
  if (!allowed.includes(status)) contradict(trial, unit, 'status_forbids')
}

/** Takes a unit through a step of its life. */
export function step(
  trial: Trial,
  unit: number,
  name: TransitionName,
  says: Readonly<Record<string, Scalar>>,
): void {
  const { from, to } = transitions[name]
  checkStatus(trial, unit, from)
  say(trial, unit, to === null ? says : { status: to, ...says })
}

export function checkHolds(trial: Trial, unit: number): void {
  const state = stateOf(trial, unit)
  if (Object.keys(state).some((path) => path.startsWith('hold.'))) contradict(trial, unit, 'held')
}

export function findUnit(trial: Trial, ref: UnitRef): number {
  const { world } = trial
  if (typeof ref === 'number') return world.units.has(ref) ? ref : refuse('unit_unknown')
  const item = typeof ref === 'string' ? null : findSubject(trial, 'item', ref.item).id
  const rows = world.numbers.get(folded(typeof ref === 'string' ? ref : ref.serial)) ?? []
  const wanted = rows.some((row) => row.active) ? rows.filter((row) => row.active) : rows
  const units = new Set(wanted.map(({ unit }) => unit))
  const found = [...units].filter(
    (unit) => item === null || latestOf(world, world.units.get(unit)!).state['item'] === item,
  )
  if (found.length > 1) refuse('unit_ambiguous')
  return found[0] ?? refuse('unit_unknown')
}

export function seekSubject(
  { world, subjects }: Trial,
  kind: string,
  ref: SubjectRef,
  item = 0,
): SubjectFact | undefined {
  if (typeof ref === 'string') {
    const others = [...world.subjects.values()].filter(({ id }) => !subjects.has(id))
    return withCode([...subjects.values(), ...others], kind, ref, item)
  }
  const subject = subjects.get(ref) ?? world.subjects.get(ref)
  return subject?.kind === kind && !subject.retired ? subject : undefined
}

export const findSubject = (trial: Trial, kind: string, ref: SubjectRef, item = 0): SubjectFact =>
  seekSubject(trial, kind, ref, item) ?? refuse(`${kind}_unknown` as RefusalCode)

/** Id of a subject that may be left out. */
export const idOf = (
  trial: Trial,
  kind: string,
  ref: SubjectRef | undefined,
): number | undefined => (ref === undefined ? undefined : findSubject(trial, kind, ref).id)

export function newSubject(trial: Trial, subject: Omit<SubjectFact, 'id'>): SubjectFact {
  const former = retiredWith(trial, subject)
  const made = { ...subject, id: former?.id ?? trial.world.nextSubject + trial.newSubjects.length }
  if (!former) trial.newSubjects.push(made.id)
  trial.subjects.set(made.id, made)
  return made
}

/** What had the code and was taken back, the latest of several: it comes back. */
export function retiredWith(
  { world }: Trial,
  { kind, item, code }: Omit<SubjectFact, 'id'>,
): SubjectFact | undefined {
  const isIt = (one: SubjectFact) =>
    one.retired && one.kind === kind && one.item === item && folds(one.code, code)
  return [...world.subjects.values()].sort((one, other) => one.id - other.id).findLast(isIt)
}

const folds = (one: string, other: string) => one.toUpperCase() === other.toUpperCase()

/** Units directly inside a container at the command's time. */
const inside = (trial: Trial, container: number): number[] =>
  [...(trial.world.everInside.get(container) ?? [])].filter(
    (unit) => valueOf(stateOf(trial, unit), 'parent') === container,
  )

/** A unit and all that is inside it, however deep. */
export const withContents = (trial: Trial, unit: number): number[] => [
  unit,
  ...inside(trial, unit).flatMap((content) => withContents(trial, content)),
]

export function checkEmpty(trial: Trial, unit: number): void {
  if (inside(trial, unit).length > 0) contradict(trial, unit, 'container_full')
}

/** A container and those around it, innermost first. */
export function chainOf(trial: Trial, container: number): number[] {
  const outer = valueOf(stateOf(trial, container), 'parent')
  return outer === null ? [container] : [container, ...chainOf(trial, Number(outer))]
}

/** A container to be filled, and those around it, innermost first. */
export function findContainer(trial: Trial, ref: UnitRef): number[] {
  const container = findUnit(trial, ref)
  return kindOf(trial, container) === 'container'
    ? chainOf(trial, container)
    : refuse('not_a_container')
}

export function checkEntry(
  trial: Trial,
  unit: number,
  chain: readonly number[],
  name: TransitionName,
): void {
  const container = chain[0]!
  if (chain.includes(unit)) contradict(trial, unit, 'container_cycle', container)
  const status = valueOf(stateOf(trial, container), 'status') as Status
  if (!mayFill(name, status)) contradict(trial, unit, 'status_forbids', container)
}

/** Ties a container to the event, if the event does anything. */
export function tie(trial: Trial, container: number | undefined): void {
  if (container === undefined || trial.touched.size === 0 || trial.touched.has(container)) return
  trial.touched.set(container, { role: 'container', says: {}, added: 0 })
}

/** Does something for each entry; with `partial` those that are refused are set aside. */
export function forEachEntry<T>(
  trial: Trial,
  entries: readonly T[],
  partial: boolean | undefined,
  act: (entry: T) => void,
): void {
  for (const [index, entry] of entries.entries()) {
    const contested = [...trial.contested]
    try {
      act(entry)
    } catch (error) {
      if (!partial || !(error instanceof Refused)) throw error
      trial.contested.clear()
      for (const unit of contested) trial.contested.add(unit)
      trial.refused.push({ index, code: error.code })
    }
  }
}

export function forEachUnit(
  trial: Trial,
  input: { readonly units: readonly UnitRef[]; readonly partial?: boolean | undefined },
  act: (unit: number) => void,
): void {
  const seen = new Set<number>()
  forEachEntry(trial, input.units, input.partial, (ref) => {
    const unit = findUnit(trial, ref)
    if (seen.has(unit)) refuse('unit_repeated')
    seen.add(unit)
    act(unit)
  })
}
