import type { SubjectRef, UnitRef } from '../../src/domain/command.ts'
import type { Scalar } from '../../src/domain/unit-state.ts'
import { valueOf } from './history.ts'
import {
  checkIdentifiers,
  isBadNumber,
  lotOf,
  makeUnits,
  rowOf,
  scopeOf,
  type MakingInput,
  type NewUnit,
} from './making.ts'
import {
  carry,
  checkReservation,
  end,
  findPortion,
  itemOf,
  place,
  split,
  statusesOf,
} from './rule-parts.ts'
import {
  chainOf,
  checkEntry,
  checkHolds,
  checkStatus,
  contradict,
  findContainer,
  findSubject,
  findUnit,
  forEachUnit,
  idOf,
  refuse,
  say,
  stateOf,
  step,
  tie,
  withContents,
  type Trial,
} from './trial.ts'
import { fittedTraits, saidTraits } from './trait-rules.ts'
import { workRules, type ConsumeInput } from './work-rules.ts'
import { folded } from './world.ts'

/** Everything that a command on units can say; each kind says a part of it. */
interface Input extends ConsumeInput {
  units: readonly UnitRef[]
  partial?: boolean
  unit: UnitRef
  container?: UnitRef
  location?: SubjectRef
  to?: SubjectRef
  order?: SubjectRef
  party?: SubjectRef
  item?: SubjectRef
  hold?: string
  traits?: Record<string, Scalar>
  stage?: string
  lot?: string | null
  content: number
  serial: string
  identifiers: { type: string; value: string }[]
  outcome: string
  parts: (NewUnit & { content: number })[]
}

type Rule = (trial: Trial, input: Input) => void

/** What each kind of command on units does, in plain words. */
export const rules: Readonly<Record<string, Rule>> = {
  ...workRules,
  commission: (trial, input) => void makeUnits(trial, input as MakingInput, 'commission', 'made'),
  expect: (trial, input) => void makeUnits(trial, input as MakingInput, 'expect', 'expected'),
  receive(trial, input) {
    if ((input.item === undefined) === (input.units === undefined)) refuse('input_invalid')
    if (input.item !== undefined) {
      makeUnits(trial, input as MakingInput, 'receive', 'received')
      return
    }
    if (input.container !== undefined || input.lot !== undefined) refuse('input_invalid')
    const location = findSubject(trial, 'location', input.location!).id
    const order = idOf(trial, 'order', input.order)
    const party = idOf(trial, 'party', input.party)
    const all = {
      'time.received': trial.time,
      ...(order !== undefined && { order }),
      ...(party !== undefined && { party }),
    }
    forEachUnit(trial, input, (unit) => carry(trial, unit, 'receive', place(location), all))
  },
  move(trial, input) {
    const location = findSubject(trial, 'location', input.to!).id
    const says = { ...place(location), 'time.moved': trial.time }
    forEachUnit(trial, input, (unit) => step(trial, unit, 'move', says))
  },
  put(trial, input) {
    const chain = findContainer(trial, input.container!)
    const says = { location: null, parent: chain[0]!, 'time.moved': trial.time }
    forEachUnit(trial, input, (unit) => {
      checkEntry(trial, unit, chain, 'put')
      step(trial, unit, 'put', says)
    })
    tie(trial, chain[0])
  },
  take(trial, input) {
    const to = idOf(trial, 'location', input.to)
    forEachUnit(trial, input, (unit) => {
      const container = valueOf(stateOf(trial, unit), 'parent')
      if (container === null) contradict(trial, unit, 'not_inside')
      const outermost = chainOf(trial, unit).at(-1)!
      const location = to ?? valueOf(stateOf(trial, outermost), 'location')
      step(trial, unit, 'take', { location, parent: null, 'time.moved': trial.time })
      tie(trial, container === null ? undefined : Number(container))
    })
  },
  change(trial, input) {
    const fitted = fittedTraits(trial, input.traits)
    const says: Record<string, Scalar> = {}
    if (input.stage !== undefined) says['stage'] = input.stage
    if (input.lot === null) says['lot'] = null
    forEachUnit(trial, input, (unit) => {
      checkStatus(trial, unit, statusesOf('change'))
      const lot = input.lot ? lotOf(trial, itemOf(trial, unit), input.lot) : undefined
      const traits = saidTraits(trial, stateOf(trial, unit), fitted)
      step(trial, unit, 'change', { ...traits, ...says, ...(lot !== undefined && { lot }) })
    })
  },
  identify(trial, { unit: ref, identifiers }) {
    const unit = findUnit(trial, ref)
    checkIdentifiers(trial, unit, identifiers, () => itemOf(trial, unit))
    const says = identifiers.map(({ type, value }) => [
      `identifier.${type}.${folded(value)}`,
      value.trim(),
    ])
    step(trial, unit, 'identify', Object.fromEntries(says) as Record<string, string>)
  },
  hold(trial, input) {
    const says = { [`hold.${trial.world.nextEvent}`]: input.hold! }
    forEachUnit(trial, input, (unit) => step(trial, unit, 'hold', says))
  },
  release(trial, input) {
    forEachUnit(trial, input, (unit) => {
      const holds = Object.keys(stateOf(trial, unit))
        .filter((path) => path.startsWith('hold.'))
        .filter((path) => input.hold === undefined || path === `hold.${input.hold}`)
      if (holds.length === 0) refuse('hold_unknown')
      step(trial, unit, 'release', Object.fromEntries(holds.map((path) => [path, null])))
    })
  },
  reserve(trial, input) {
    const order = findSubject(trial, 'order', input.order!).id
    forEachUnit(trial, input, (unit) => {
      checkHolds(trial, unit)
      step(trial, unit, 'reserve', { order })
    })
  },
  unreserve(trial, input) {
    forEachUnit(trial, input, (unit) => step(trial, unit, 'unreserve', { order: null }))
  },
  pick(trial, input) {
    const order = idOf(trial, 'order', input.order)
    const to = idOf(trial, 'location', input.to)
    forEachUnit(trial, input, (unit) => {
      checkHolds(trial, unit)
      checkReservation(trial, unit, order)
      step(trial, unit, 'pick', {
        'time.picked': trial.time,
        ...(order !== undefined && { order }),
        ...(to !== undefined && place(to)),
      })
    })
  },
  pack(trial, input) {
    const order = idOf(trial, 'order', input.order)
    const { container: ref } = input
    const chain = ref === undefined ? [] : findContainer(trial, ref)
    const container = chain[0]
    forEachUnit(trial, input, (unit) => {
      checkHolds(trial, unit)
      checkReservation(trial, unit, order)
      if (container !== undefined) checkEntry(trial, unit, chain, 'pack')
      step(trial, unit, 'pack', {
        'time.packed': trial.time,
        ...(order !== undefined && { order }),
        ...(container !== undefined && { location: null, parent: container }),
      })
    })
    tie(trial, container)
  },
  ship(trial, input) {
    const to = idOf(trial, 'location', input.to) ?? 1
    const party = idOf(trial, 'party', input.party)
    const order = idOf(trial, 'order', input.order)
    const all = {
      'time.shipped': trial.time,
      ...(party !== undefined && { party }),
      ...(order !== undefined && { order }),
    }
    forEachUnit(trial, input, (unit) => {
      const units = withContents(trial, unit)
      for (const id of units) checkHolds(trial, id)
      for (const id of units) checkReservation(trial, id, order)
      carry(trial, unit, 'ship', place(to), all)
    })
  },
  deliver(trial, input) {
    const to = idOf(trial, 'location', input.to)
    const party = idOf(trial, 'party', input.party)
    const all = { 'time.delivered': trial.time, ...(party !== undefined && { party }) }
    forEachUnit(trial, input, (unit) =>
      carry(trial, unit, 'deliver', to === undefined ? {} : place(to), all),
    )
  },
  return(trial, input) {
    const location = findSubject(trial, 'location', input.location!).id
    const all = { 'time.returned': trial.time }
    forEachUnit(trial, input, (unit) => carry(trial, unit, 'return', place(location), all))
  },
  find(trial, input) {
    const location = findSubject(trial, 'location', input.location!).id
    const says = { ...place(location), 'time.found': trial.time }
    forEachUnit(trial, input, (unit) => step(trial, unit, 'find', says))
  },
  lose: (trial, input) => end(trial, input, 'lose', 'time.lost'),
  dispose: (trial, input) => end(trial, input, 'dispose', 'time.disposed'),
  observe(trial, input) {
    idOf(trial, 'location', input.location)
    forEachUnit(trial, input, (unit) =>
      step(trial, unit, 'observe', {
        [`time.${input.outcome}`]: trial.time,
        ...(input.hold !== undefined && { [`hold.${trial.world.nextEvent}`]: input.hold }),
      }),
    )
  },
  measure(trial, input) {
    const unit = findPortion(trial, input.unit)
    step(trial, unit, 'measure', { content: input.content, 'time.measured': trial.time })
  },
  adjust(trial, input) {
    step(trial, findPortion(trial, input.unit), 'adjust', { content: input.content })
  },
  split,
  replace(trial, input) {
    if (isBadNumber(input.serial)) refuse('input_invalid')
    const unit = findUnit(trial, input.unit)
    checkStatus(trial, unit, statusesOf('replace'))
    const scope = scopeOf(itemOf(trial, unit))
    const row = rowOf(trial.world, 'serial', scope, input.serial)
    if (row?.active && row.unit !== unit) refuse('serial_taken')
    say(trial, unit, { serial: input.serial.trim() })
  },
}
