import type { SubjectRef, UnitRef } from '../../src/domain/command.ts'
import { transitions, type TransitionName } from '../../src/domain/life-cycle.ts'
import type { Status } from '../../src/domain/status.ts'
import type { Scalar } from '../../src/domain/unit-state.ts'
import { valueOf } from './history.ts'
import { makeUnit, takeSerials, type NewUnit } from './making.ts'
import {
  chainOf,
  checkEmpty,
  checkHolds,
  checkStatus,
  contradict,
  findUnit,
  forEachUnit,
  idOf,
  kindOf,
  refuse,
  say,
  stateOf,
  step,
  tie,
  withContents,
  type Trial,
} from './trial.ts'
import { latestOf, type SubjectFact } from './world.ts'

type Says = Readonly<Record<string, Scalar>>

/** Standing in a location, inside nothing. */
export const place = (location: number) => ({ location, parent: null })

/** Takes a unit and all that is inside it through a step; what is inside stays inside. */
export function carry(trial: Trial, unit: number, name: TransitionName, own: Says, all: Says) {
  const units = withContents(trial, unit)
  const allowed = transitions[name].from
  for (const id of units) checkStatus(trial, id, allowed)
  for (const id of units) step(trial, id, name, id === unit ? { ...own, ...all } : all)
}

/** Ends the life of units, or loses them: they are elsewhere, and nothing may be inside them. */
export function end(
  trial: Trial,
  input: { units: readonly UnitRef[]; partial?: boolean },
  name: 'lose' | 'dispose',
  mark: string,
): void {
  forEachUnit(trial, input, (unit) => {
    checkEmpty(trial, unit)
    step(trial, unit, name, { ...place(1), [mark]: trial.time })
  })
}

/** What is kept for one order is not taken for another. */
export function checkReservation(trial: Trial, unit: number, order: number | undefined): void {
  const state = stateOf(trial, unit)
  const kept = valueOf(state, 'order')
  const isKept = ['reserved', 'picked'].includes(String(valueOf(state, 'status')))
  if (isKept && kept !== null && kept !== order) contradict(trial, unit, 'reserved_elsewhere')
}

export function findPortion(trial: Trial, ref: UnitRef): number {
  const unit = findUnit(trial, ref)
  return kindOf(trial, unit) === 'portion' ? unit : refuse('not_a_portion')
}

export const statusesOf = (name: TransitionName): readonly Status[] => transitions[name].from

export function itemOf({ world }: Trial, unit: number): SubjectFact {
  const item = valueOf(latestOf(world, world.units.get(unit)!).state, 'item')
  return world.subjects.get(Number(item)) ?? refuse('item_unknown')
}

/** Parts are made like the portion that they are taken from, which loses what they get. */
export function split(
  trial: Trial,
  input: { unit: UnitRef; parts: (NewUnit & { content: number })[]; location?: SubjectRef },
): void {
  const source = findPortion(trial, input.unit)
  checkStatus(trial, source, statusesOf('split'))
  checkHolds(trial, source)
  const location = idOf(trial, 'location', input.location)
  const state = stateOf(trial, source)
  const parent = location === undefined ? valueOf(state, 'parent') : null
  const item = itemOf(trial, source)
  const taken = input.parts.reduce((sum, { content }) => sum + content, 0)
  if (Number(valueOf(state, 'content')) < taken) contradict(trial, source, 'content_short')
  say(trial, source, {}, -taken)
  const making = {
    step: 'commission' as const,
    fill: 'split' as const,
    item,
    location: location ?? valueOf(state, 'location'),
    chain: parent === null ? [] : chainOf(trial, Number(parent)),
    order: valueOf(state, 'order'),
    party: valueOf(state, 'party'),
    lot: valueOf(state, 'lot'),
    traits: traitsOf(state),
    mark: 'made',
  }
  const serials = takeSerials(trial, item, input.parts)
  for (const part of input.parts) {
    const to = makeUnit(trial, making, part, serials)
    trial.edges.push({ from: source, to, quantity: part.content })
  }
  tie(trial, making.chain[0])
}

const traitsOf = (state: Says): Says =>
  Object.fromEntries(
    Object.entries(state)
      .filter(([path]) => path.startsWith('trait.'))
      .map(([path, value]) => [path.slice(6), value]),
  )
