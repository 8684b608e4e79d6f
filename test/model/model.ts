import type { Answer, Command } from '../../src/domain/command.ts'
import { formatRuns } from '../../src/domain/event.ts'
import { eventKinds } from '../../src/domain/event-kinds/index.ts'
import { refusal, type RefusalCode } from '../../src/domain/refusal.ts'
import { valueOf, type State } from './history.ts'
import { makerScopeOf, scopeOf } from './making.ts'
import { rules } from './rules.ts'
import { settleUnits, stepsArePossible, unsettleUnits } from './settle.ts'
import { change, checkRestored, create, restore } from './subject-rules.ts'
import { findSubject, newTrial, refuse, Refused, type Trial } from './trial.ts'
import { folded, isUndone, latestOf, type EventFact, type NumberFact, type World } from './world.ts'

const dayMs = 24 * 60 * 60 * 1000

/** What the ledger should answer to a command, which then has happened in the world. */
export function answerOf(world: World, command: Command, now: number): Answer {
  const kind = eventKinds.get(command.kind)
  if (!kind) return refused('kind_unknown')
  if (command.time !== undefined && command.time > now + dayMs) return refused('time_in_future')
  const parsed = kind.schema.safeParse(command.input)
  if (!parsed.success) return refused('input_invalid')
  const { time = null, actor, reason = null, batch = null } = command
  const said = JSON.stringify([command.kind, parsed.data, time, actor, reason, batch])
  const given = world.answers.get(command.id)
  if (given) return given.said === said ? given.answer : refused('command_conflict')
  const answer = attempt(world, { ...command, input: parsed.data }, now)
  world.answers.set(command.id, { said, answer })
  return answer
}

const refused = (code: RefusalCode): Answer => ({ ok: false, refusal: refusal(code) })

function attempt(world: World, command: Command, now: number): Answer {
  const trial = newTrial(world, command, command.time ?? now)
  try {
    obey(trial)
    if (command.batch !== undefined) findSubject(trial, 'batch', command.batch)
  } catch (error) {
    if (error instanceof Refused) return refused(error.code)
    throw error
  }
  if (trial.touched.size === 0 && trial.subject === null) {
    return { ...accepted(trial), event: null }
  }
  const before = statesOf(trial)
  try {
    if (trial.corrects !== null) addCorrection(world, trial.corrects)
    settleUnits(trial)
    moveNumbers(trial, before)
  } catch (error) {
    if (trial.corrects !== null) world.corrections.get(trial.corrects)!.pop()
    unsettleUnits(trial)
    if (error instanceof Refused) return refused(error.code)
    throw error
  }
  keep(trial)
  return { ...accepted(trial), event: world.nextEvent - 1, contested: trial.contested.size > 0 }
}

const accepted = ({ made, subject, refused: entries }: Trial) => ({
  ok: true as const,
  created: formatRuns(made),
  subject: subject?.after.id ?? null,
  contested: false,
  refused: entries.map(({ index, code }) => ({ index, refusal: refusal(code) })),
})

function obey(trial: Trial): void {
  const { kind, input } = trial.command
  const rule = rules[kind]
  if (rule) rule(trial, input as never)
  else if (kind === 'correct') correct(trial, (input as { event: number }).event)
  else if (kind.startsWith('create_')) create(trial, kind.slice(7), input as never)
  else change(trial, kind.slice(7), input as never)
}

/** Takes an event back; it must not stand corrected, and no event twice by what that restores. */
function correct(trial: Trial, id: number): void {
  const { world } = trial
  const event = world.events.get(id) ?? refuse('event_unknown')
  trial.corrects = id
  addCorrection(world, id)
  const twice = chainOf(world, event).some(
    ({ id }) => (world.corrections.get(id) ?? []).filter((by) => !isUndone(world, by)).length > 1,
  )
  world.corrections.get(id)!.pop()
  if (twice) refuse('correction_of_correction')
  if (event.subject) restore(trial, event.subject)
  for (const unit of event.units) {
    const own = world.units.get(unit)!.entries.find((entry) => entry.event === id)!
    if (own.contested) trial.contested.add(unit)
    trial.touched.set(unit, { role: own.role, says: {}, added: 0 })
  }
  const before = statesOf(trial)
  const after = withCorrection(trial, id)
  for (const [unit, state] of after) checkRestored(trial, before.get(unit)!, state)
}

/** What an event's units would be without it, as far as that can have been. */
function withCorrection({ world }: Trial, id: number): Map<number, State> {
  const units = world.events.get(id)!.units.map((unit) => world.units.get(unit)!)
  addCorrection(world, id)
  const states = new Map<number, State>()
  for (const unit of units) {
    unit.latest = undefined
    if (stepsArePossible(world, unit)) states.set(unit.id, latestOf(world, unit).state)
    unit.latest = undefined
  }
  world.corrections.get(id)!.pop()
  return states
}

function addCorrection(world: World, event: number): void {
  world.corrections.set(event, [...(world.corrections.get(event) ?? []), world.nextEvent])
}

/** An event and what it takes back, and what that took back, and so on. */
function chainOf(world: World, event: EventFact): EventFact[] {
  if (event.corrects === null) return [event]
  return [event, ...chainOf(world, world.events.get(event.corrects)!)]
}

const statesOf = ({ world, touched }: Trial): Map<number, State> =>
  new Map(
    [...touched.keys()].flatMap((id) => {
      const unit = world.units.get(id)
      return unit ? [[id, latestOf(world, unit).state]] : []
    }),
  )

const numbersOf = (state: State): Map<string, { type: string; value: string }> => {
  const numbers = new Map<string, { type: string; value: string }>()
  for (const [path, value] of Object.entries(state)) {
    const type = path === 'serial' ? 'serial' : /^identifier\.([^.]*)/.exec(path)?.[1]
    if (type !== undefined && value !== null) numbers.set(path, { type, value: String(value) })
  }
  return numbers
}

/**
 * Lets the numbers follow the units: first what they have no more is free, then each gets its own;
 * a number that was only told of finds its unit while nothing else has it.
 */
function moveNumbers(trial: Trial, before: ReadonlyMap<number, State>): void {
  const { world, touched } = trial
  const changes: (() => void)[] = []
  for (const [id, { says }] of touched) {
    const { state } = latestOf(world, world.units.get(id)!)
    const was = numbersOf(before.get(id) ?? {})
    const is = numbersOf(state)
    const item = world.subjects.get(Number(says['item'] ?? valueOf(state, 'item')))
    const rowOf = (type: string, value: string, active: boolean) => ({
      type,
      scope: type === 'serial' ? scopeOf(item!) : type === 'maker_serial' ? makerScopeOf(item!) : 0,
      unit: id,
      active,
      value: folded(value),
    })
    for (const [path, { type, value }] of was) {
      if (is.get(path)?.value !== value) changes.push(() => retire(world, id, type, folded(value)))
    }
    for (const [path, { type, value }] of is) {
      if (was.get(path)?.value === value) continue
      const row = rowOf(type, value, true)
      const owner = (world.numbers.get(row.value) ?? []).find((other) => isSame(other, row))
      if (owner?.active && owner.unit !== id) refuse('identifier_taken')
      changes.push(() => setRow(world, row))
    }
    for (const [path, { type, value }] of numbersOf(says)) {
      if (is.get(path)?.value === value) continue
      const row = rowOf(type, value, false)
      const others = world.numbers.get(row.value) ?? []
      if (!others.some((other) => isSame(other, row))) changes.push(() => setRow(world, row))
    }
  }
  for (const apply of changes) apply()
}

const isSame = (one: NumberFact, other: NumberFact) =>
  one.type === other.type && one.scope === other.scope

function setRow(world: World, { value, ...row }: NumberFact & { value: string }): void {
  const others = (world.numbers.get(value) ?? []).filter((other) => !isSame(other, row))
  world.numbers.set(value, [...others, row])
}

function retire(world: World, unit: number, type: string, value: string): void {
  const rows = world.numbers.get(value) ?? []
  world.numbers.set(
    value,
    rows.map((row) => (row.unit === unit && row.type === type ? { ...row, active: false } : row)),
  )
}

/** Counts what was accepted as having happened. */
function keep(trial: Trial): void {
  const { world, command, touched, contested, subject } = trial
  for (const [id, fact] of trial.subjects) world.subjects.set(id, fact)
  for (const [key, last] of trial.counters) world.counters.set(key, last)
  world.events.set(world.nextEvent, {
    id: world.nextEvent,
    kind: command.kind,
    time: trial.time,
    corrects: trial.corrects,
    contested: contested.size > 0,
    units: [...touched.keys()].sort((a, b) => a - b),
    edges: contested.size > 0 ? [] : trial.edges,
    subject,
  })
  world.nextEvent += 1
  world.nextUnit += trial.made.length
  world.nextSubject += trial.newSubjects.length
}
