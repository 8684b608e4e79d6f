import type { SubjectRef, UnitRef } from '../../src/domain/command.ts'
import type { TransitionName } from '../../src/domain/life-cycle.ts'
import type { Scalar } from '../../src/domain/unit-state.ts'
import { valueOf } from './history.ts'
import { makeUnits, type MakingInput, type NewUnit } from './making.ts'
import { checkReservation, itemOf, place, statusesOf } from './rule-parts.ts'
import {
  chainOf,
  checkEmpty,
  checkHolds,
  checkStatus,
  contradict,
  findSubject,
  findUnit,
  forEachUnit,
  idOf,
  kindOf,
  refuse,
  say,
  stateOf,
  step,
  type Trial,
} from './trial.ts'
import type { SubjectFact } from './world.ts'

interface WorkInput {
  readonly units: readonly UnitRef[]
  readonly partial?: boolean
  readonly order?: SubjectRef
  readonly to?: SubjectRef
  readonly stage?: string
}

export interface ConsumeInput {
  readonly inputs: readonly { readonly unit: UnitRef; readonly quantity?: number }[]
  readonly into?: UnitRef
  readonly gained?: number
  readonly make?: MakingInput
  readonly order?: SubjectRef
}

/** Work, repair and using up. */
export const workRules = {
  start(trial: Trial, input: WorkInput) {
    const says = saysOf(trial, input, 'time.started', input.stage ?? 'work_in_progress')
    const order = idOf(trial, 'order', input.order)
    forEachUnit(trial, input, (unit) => {
      checkHolds(trial, unit)
      checkReservation(trial, unit, order)
      step(trial, unit, 'start', says)
    })
  },
  finish: (trial: Trial, input: WorkInput) =>
    go(trial, input, 'finish', saysOf(trial, input, 'time.finished', input.stage ?? 'finished')),
  repair_start: (trial: Trial, input: WorkInput) =>
    go(trial, input, 'repair_start', saysOf(trial, input, 'time.repair_started')),
  repair_finish: (trial: Trial, input: WorkInput) =>
    go(trial, input, 'repair_finish', saysOf(trial, input, 'time.repaired')),
  consume,
}

function saysOf(trial: Trial, input: WorkInput, mark: string, stage?: string) {
  const order = idOf(trial, 'order', input.order)
  const to = idOf(trial, 'location', input.to)
  return {
    [mark]: trial.time,
    ...(stage !== undefined && { stage }),
    ...(order !== undefined && { order }),
    ...(to !== undefined && place(to)),
  }
}

const go = (
  trial: Trial,
  input: WorkInput,
  name: TransitionName,
  says: Readonly<Record<string, Scalar>>,
) => forEachUnit(trial, input, (unit) => step(trial, unit, name, says))

interface Part {
  readonly unit: number
  readonly quantity: number
}

function consume(trial: Trial, input: ConsumeInput): void {
  if (input.into !== undefined && input.make) refuse('input_invalid')
  const order = idOf(trial, 'order', input.order)
  const units = input.inputs.map(({ unit }) => findUnit(trial, unit))
  const parts = units.map((unit, index): Part => {
    if (units.slice(0, index).includes(unit)) refuse('unit_repeated')
    const isPortion = kindOf(trial, unit) === 'portion'
    const all = isPortion ? Number(valueOf(stateOf(trial, unit), 'content')) : 1
    const quantity = input.inputs[index]!.quantity ?? all
    if (!isPortion && quantity !== 1) refuse('not_a_portion')
    checkStatus(trial, unit, statusesOf('consume'))
    checkHolds(trial, unit)
    checkReservation(trial, unit, order)
    return { unit, quantity }
  })
  if (input.into !== undefined && units.includes(findUnit(trial, input.into))) {
    refuse('unit_repeated')
  }
  const total = sumOf(trial, parts)
  const where = whereIs(trial, units[0]!)
  for (const part of parts) useUp(trial, part, order)
  const outputs = input.make
    ? make(trial, { ...input.make, ...given({ order: input.order }) }, where, total)
    : fill(trial, input, total)
  if (outputs.some(({ unit }) => units.includes(unit))) refuse('unit_repeated')
  for (const { unit, quantity } of parts) {
    for (const [index, share] of shares(quantity, outputs).entries()) {
      trial.edges.push({ from: unit, to: outputs[index]!.unit, quantity: share })
    }
  }
}

const given = <T extends object>(values: T): Partial<T> =>
  Object.fromEntries(
    Object.entries(values).filter(([, value]) => value !== undefined),
  ) as Partial<T>

const measureOf = ({ data }: SubjectFact): string | null =>
  data['kind'] === 'portion' ? `${String(data['measure'])}/${String(data['decimals'])}` : null

/** What goes in, if all of it is measured in one measure. */
function sumOf(trial: Trial, parts: readonly Part[]): { measure: string; amount: number } | null {
  const measures = parts.map(({ unit }) => measureOf(itemOf(trial, unit)))
  const [measure] = measures
  if (measure === null || measure === undefined) return null
  if (measures.some((other) => other !== measure)) return null
  return { measure, amount: parts.reduce((sum, { quantity }) => sum + quantity, 0) }
}

function whereIs(trial: Trial, unit: number): Scalar {
  const state = stateOf(trial, unit)
  const parent = valueOf(state, 'parent')
  if (parent === null) return valueOf(state, 'location')
  return valueOf(stateOf(trial, chainOf(trial, Number(parent)).at(-1)!), 'location')
}

function useUp(trial: Trial, { unit, quantity }: Part, order: number | undefined): void {
  const isPortion = kindOf(trial, unit) === 'portion'
  const content = Number(valueOf(stateOf(trial, unit), 'content'))
  const isAll = !isPortion || content <= quantity
  if (isAll) checkEmpty(trial, unit)
  if (isPortion && content < quantity) contradict(trial, unit, 'content_short')
  const says = {
    'time.consumed': trial.time,
    ...(isAll && { status: 'consumed', ...place(1) }),
    ...(order !== undefined && { order }),
  }
  say(trial, unit, says, isPortion ? -quantity : 0)
}

/** What units are made of others: where these were, with all that went in if nothing else is said. */
function make(
  trial: Trial,
  input: MakingInput,
  where: Scalar,
  total: ReturnType<typeof sumOf>,
): Part[] {
  const item = findSubject(trial, 'item', input.item)
  const entries: readonly NewUnit[] =
    input.entries ?? Array.from({ length: input.count ?? 0 }, () => ({}))
  if (entries.length === 0) refuse('input_invalid')
  const isPlaced = input.location !== undefined || input.container !== undefined
  const filled = entries.map((entry) => {
    if (item.data['kind'] !== 'portion') return entry
    const all = entries.length === 1 && total?.measure === measureOf(item) ? total.amount : null
    return { ...entry, content: entry.content ?? all ?? refuse('input_invalid') }
  })
  const placed = isPlaced || where === null ? {} : { location: Number(where) }
  const units = makeUnits(trial, { ...input, ...placed, entries: filled }, 'commission', 'made')
  return units.map((unit) => ({
    unit,
    quantity: Number(valueOf(stateOf(trial, unit), 'content')),
  }))
}

function fill(trial: Trial, input: ConsumeInput, total: ReturnType<typeof sumOf>): Part[] {
  if (input.into === undefined) return []
  const unit = findUnit(trial, input.into)
  step(trial, unit, 'consume', { 'time.assembled': trial.time })
  const item = itemOf(trial, unit)
  if (kindOf(trial, unit) !== 'portion') {
    if (input.gained !== undefined) refuse('not_a_portion')
    return [{ unit, quantity: 1 }]
  }
  const all = total?.measure === measureOf(item) ? total.amount : null
  const gained = input.gained ?? all ?? refuse('input_invalid')
  say(trial, unit, {}, gained)
  return [{ unit, quantity: gained }]
}

/** Shares of an amount: one after the other, what is still missing goes where most is missing. */
function shares(amount: number, outputs: readonly Part[]): number[] {
  const sum = outputs.reduce((total, { quantity }) => total + quantity, 0)
  const exact = outputs.map(({ quantity }) =>
    sum === 0 ? amount / outputs.length : (amount * quantity) / sum,
  )
  const given = exact.map((share) => Math.floor(share + 1e-9))
  for (let left = amount - given.reduce((total, share) => total + share, 0); left > 0; left -= 1) {
    const missing = exact.map((share, index) => share - given[index]!)
    const most = Math.max(...missing)
    given[missing.findIndex((share) => share > most - 1e-9)]! += 1
  }
  return given
}
