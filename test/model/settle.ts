import {
  mayFill,
  mayHoldUnits,
  mayMake,
  mayTake,
  type TransitionName,
} from '../../src/domain/life-cycle.ts'
import type { Status } from '../../src/domain/status.ts'
import { after, unmade, valueOf, type Entry } from './history.ts'
import { isLate, kindOf, refuse, type Trial } from './trial.ts'
import { countingOf, isUndone, stateAt, type Unit, type World } from './world.ts'

/**
 * Writes a tried command into the histories of its units. Whatever would then contradict the rest
 * of what is known is contested; a correction that would is refused. Only looking at every moment
 * of every history concerned decides that: no case is reasoned away.
 */
export function settleUnits(trial: Trial): void {
  const { world, touched, contested } = trial
  for (const unit of trial.made) world.units.set(unit, { id: unit, entries: [] })
  const write = () => {
    for (const [unit, { role, says, added }] of touched) {
      const isContested = contested.has(unit)
      const { time, corrects } = trial
      const entry = { event: world.nextEvent, kind: trial.command.kind, time, role }
      setEntry(world, unit, { ...entry, says, added, contested: isContested, corrects })
    }
  }
  const before = new Map(
    [...touched.keys()].map((unit) => [
      unit,
      { late: isLate(trial, unit), container: kindOf(trial, unit) === 'container' },
    ]),
  )
  write()
  for (let known = -1; known < contested.size;) {
    known = contested.size
    for (const [unit, was] of before) {
      if (contested.has(unit) || isPossible(trial, unit, was)) continue
      if (trial.corrects !== null) refuse('correction_blocked')
      contested.add(unit)
      write()
    }
  }
  if (trial.corrects === null) contestTogether(trial)
  write()
}

/** Puts an entry at the end of a history, in place of an earlier try. */
function setEntry(world: World, id: number, entry: Entry): void {
  const unit = world.units.get(id)!
  if (unit.entries.at(-1)?.event === entry.event) unit.entries.pop()
  unit.entries.push(entry)
  unit.latest = undefined
  const parent = entry.says['parent']
  if (typeof parent !== 'number') return
  const inside = world.everInside.get(parent)
  if (inside) inside.add(id)
  else world.everInside.set(parent, new Set([id]))
}

/**
 * What came out of a unit stands and falls with what went in, and the line of a container with
 * those of the units.
 */
function contestTogether({ touched, contested, edges }: Trial): void {
  const subjects = [...touched].filter(([, { role }]) => role === 'subject')
  const isContested = ([unit]: (typeof subjects)[number]) => contested.has(unit)
  const together = edges.length > 0 && subjects.some(isContested)
  if (!together && !subjects.every(isContested)) return
  for (const unit of touched.keys()) contested.add(unit)
}

function isPossible(trial: Trial, id: number, was: { late: boolean; container: boolean }): boolean {
  const { world, touched, contested } = trial
  const unit = world.units.get(id)!
  const enters = typeof touched.get(id)!.says['parent'] === 'number'
  if (!was.late && trial.corrects === null && !enters) {
    return contested.size === 0 || !was.container || contentsArePossible(world, unit, trial.time)
  }
  const since = trial.corrects === null ? trial.time : rootTime(world, trial.corrects)
  return (
    stepsArePossible(world, unit) &&
    staysArePossible(world, unit, since) &&
    (!(was.container || kindOf(trial, id) === 'container') ||
      contentsArePossible(world, unit, since))
  )
}

/** When the event happened that a chain of corrections is about. */
function rootTime(world: World, event: number): number {
  const { corrects, time } = world.events.get(event)!
  return corrects === null ? time : rootTime(world, corrects)
}

/** Every step of a life was allowed when it was taken, and nothing was taken from nothing. */
export function stepsArePossible(world: World, unit: Unit): boolean {
  let state = unmade
  for (const entry of countingOf(world, unit)) {
    const status = valueOf(state, 'status') as Status
    const name = entry.kind as TransitionName
    const may = entry.role === 'container' ? mayFill : 'item' in entry.says ? mayMake : mayTake
    if (!may(name, status)) return false
    const isOther = 'item' in entry.says && entry.says['item'] !== state['item']
    if (isOther && status !== 'void') return false
    state = after(state, entry)
    if (Number(valueOf(state, 'content')) < 0) return false
  }
  return true
}

/** At every moment each container around a unit was there to hold it, and was not inside it. */
function staysArePossible(world: World, unit: Unit, since: number): boolean {
  const around = new Set([unit.id])
  for (const id of around) {
    for (const { says } of world.units.get(id)!.entries) {
      if (typeof says['parent'] === 'number') around.add(says['parent'])
    }
  }
  const times = [...around].flatMap((id) => timesOf(world, world.units.get(id)!))
  for (const time of new Set([since, ...times.filter((time) => time > since)])) {
    let at = unit
    const seen = new Set([unit.id])
    for (;;) {
      const parent = valueOf(stateAt(world, at, time), 'parent')
      if (parent === null) break
      if (seen.has(Number(parent))) return false
      seen.add(Number(parent))
      at = world.units.get(Number(parent))!
      if (!holdsUnits(world, at, time)) return false
    }
  }
  return true
}

/** Whenever something was inside a container, the container was there to hold it. */
function contentsArePossible(world: World, container: Unit, since: number): boolean {
  const times = timesOf(world, container).filter((time) => time > since)
  for (const time of new Set([since, ...times])) {
    if (holdsUnits(world, container, time)) continue
    for (const id of world.everInside.get(container.id) ?? []) {
      const state = stateAt(world, world.units.get(id)!, time)
      if (valueOf(state, 'parent') === container.id) return false
    }
  }
  return true
}

const timesOf = (world: World, unit: Unit): number[] =>
  unit.entries.filter(({ event }) => !isUndone(world, event)).map(({ time }) => time)

export function holdsUnits(world: World, unit: Unit, time: number): boolean {
  const state = stateAt(world, unit, time)
  return state['kind'] === 'container' && mayHoldUnits(valueOf(state, 'status') as Status)
}

/** Takes back what was tried: the histories are as they were. */
export function unsettleUnits({ world, touched, made }: Trial): void {
  for (const id of touched.keys()) {
    const unit = world.units.get(id)
    if (unit?.entries.at(-1)?.event === world.nextEvent) unit.entries.pop()
    if (unit) unit.latest = undefined
  }
  for (const id of made) world.units.delete(id)
}
