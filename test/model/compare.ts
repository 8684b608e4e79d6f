import { isDeepStrictEqual } from 'node:util'
import { foldTimeline } from '../../src/domain/timeline.ts'
import type { Link } from '../../src/domain/timeline.ts'
import type { UnitState } from '../../src/domain/unit-state.ts'
import type { Subject } from '../../src/domain/subject.ts'
import { eventOf, linkOf, subjectOf, unitOf } from '../../src/store/rows.ts'
import type { Store } from '../../src/store/store.ts'
import { contentsAsOf } from '../../src/store/views/as-of.ts'
import type { Random } from '../faults/random.ts'
import { read, valueOf, type State } from './history.ts'
import { holdsUnits } from './settle.ts'
import {
  countingOf,
  isUndone,
  latestOf,
  stateAt,
  type SubjectFact,
  type Unit,
  type World,
} from './world.ts'

/** Compares everything that is stored with the model. Throws with both where they differ. */
export async function compareStates(
  store: Store,
  world: World,
  random: Random,
  now: number,
): Promise<void> {
  const links = await historiesOf(store)
  await compareUnits(store, world, links)
  compareMoments(world, links, random, now)
  await comparePlace(store, world, random, now)
  await compareEvents(store, world)
  await compareSubjects(store, world)
  await compareNumbers(store, world)
  await compareReviews(store, world)
  await compareEdges(store, world)
  checkPlaces(world, now)
}

function same(what: string, stored: unknown, expected: unknown): void {
  if (isDeepStrictEqual(stored, expected)) return
  const text = (value: unknown) => JSON.stringify(value)
  throw new Error(`${what} differs\nstored: ${text(stored)}\nmodel:  ${text(expected)}`)
}

async function historiesOf(store: Store): Promise<Map<number, Link[]>> {
  const rows = await store.read.selectFrom('links').selectAll().orderBy('event').execute()
  return Map.groupBy(rows.map(linkOf), ({ unit }) => unit)
}

/** A stored state as the model has it: by path, without what is absent. */
function flat({ detail, ...fields }: UnitState): State {
  return present({ ...fields, ...detail })
}

const present = (state: State): State =>
  Object.fromEntries(Object.entries(state).filter(([, value]) => value !== null))

async function compareUnits(
  store: Store,
  world: World,
  links: ReadonlyMap<number, Link[]>,
): Promise<void> {
  const rows = await store.read.selectFrom('units').selectAll().orderBy('id').execute()
  same(
    'the list of units',
    rows.map(({ id }) => id),
    [...world.units.keys()],
  )
  for (const row of rows) {
    const { state, time } = unitOf(row)
    const unit = world.units.get(row.id)!
    const latest = latestOf(world, unit)
    same(`unit ${row.id}`, flat(state), present(latest.state))
    same(`history of unit ${row.id}`, foldTimeline(links.get(row.id) ?? []), state)
    if (Number.isFinite(latest.time)) same(`time of unit ${row.id}`, time, latest.time)
    const holds = Object.keys(latest.state).filter((path) => path.startsWith('hold.'))
    same(`holds of unit ${row.id}`, row.holds, holds.length)
  }
}

/** Units at past moments, as they were and as they were believed to be. */
function compareMoments(
  world: World,
  links: ReadonlyMap<number, Link[]>,
  random: Random,
  now: number,
): void {
  const ids = [...world.units.keys()]
  for (let count = 0; count < 300 && ids.length > 0; count += 1) {
    const unit = world.units.get(random.pick(ids))!
    const until = now - random.below(24 * 60 * 60_000)
    const history = links.get(unit.id) ?? []
    const asOf = flat(foldTimeline(history, { until }))
    same(`unit ${unit.id} at ${until}`, asOf, present(stateAt(world, unit, until)))
    const knownUntil = random.below(world.nextEvent)
    const believed = read(countingOf(world, unit, until, knownUntil))
    const stored = flat(foldTimeline(history, { until, knownUntil }))
    same(`unit ${unit.id} at ${until} by event ${knownUntil}`, stored, present(believed))
  }
}

/** What stood in a location at a past moment. */
async function comparePlace(
  store: Store,
  world: World,
  random: Random,
  now: number,
): Promise<void> {
  const location = 1 + random.below(8)
  const until = now - random.below(24 * 60 * 60_000)
  const stored: number[] = []
  let after: number | null = 0
  while (after !== null) {
    const page = await contentsAsOf(store, location, { until }, { after, limit: 100 })
    stored.push(...page.units.map(({ id }) => id))
    after = page.next
  }
  const there = [...world.units.values()].filter((unit) => {
    const state = stateAt(world, unit, until)
    return valueOf(state, 'location') === location && state['status'] !== 'void'
  })
  const ids = there.map(({ id }) => id)
  same(`contents of location ${location} at ${until}`, stored, ids)
}

async function compareEvents(store: Store, world: World): Promise<void> {
  const rows = await store.read.selectFrom('events').selectAll().orderBy('id').execute()
  const stored = rows.map(eventOf).map(({ id, kind, time, corrects, contested, units }) => ({
    id,
    kind,
    time,
    corrects,
    contested,
    units,
  }))
  const expected = [...world.events.values()].map(
    ({ id, kind, time, corrects, contested, units }) => ({
      id,
      kind,
      time,
      corrects,
      contested,
      units,
    }),
  )
  for (const [index, event] of stored.entries()) same(`event ${event.id}`, event, expected[index])
  same('the number of events', stored.length, expected.length)
}

async function compareSubjects(store: Store, world: World): Promise<void> {
  const rows = await store.read.selectFrom('subjects').selectAll().orderBy('id').execute()
  const told = ({ id, kind, code, retired }: SubjectFact | Subject) => ({
    id,
    kind,
    code,
    retired: retired === true,
  })
  const stored = rows.map(subjectOf).map(told)
  const known = [...world.subjects.values()].sort((one, other) => one.id - other.id)
  const expected = known.map(told)
  for (const [index, one] of stored.entries()) same(`subject ${one.id}`, one, expected[index])
  same('the number of subjects', stored.length, expected.length)
  const live = await store.read.selectFrom('live_subjects').select('id').orderBy('id').execute()
  const isLive = ({ retired, item }: SubjectFact) =>
    !retired && (item === 0 || !world.subjects.get(item)!.retired)
  same(
    'the subjects that people find',
    live.map(({ id }) => id),
    known.filter(isLive).map(({ id }) => id),
  )
}

async function compareNumbers(store: Store, world: World): Promise<void> {
  const rows = await store.read.selectFrom('identifiers').selectAll().execute()
  const stored = rows.map(
    ({ value, type, scope, unit, active }) => `${value}|${type}|${scope}|${unit}|${active === 1}`,
  )
  const expected = [...world.numbers].flatMap(([value, facts]) =>
    facts.map(({ type, scope, unit, active }) => `${value}|${type}|${scope}|${unit}|${active}`),
  )
  same('the table of numbers', stored.sort(), expected.sort())
}

async function compareReviews(store: Store, world: World): Promise<void> {
  const rows = await store.read.selectFrom('reviews').selectAll().execute()
  const stored = rows.map(({ event, unit, settled }) => `${event}|${unit}|${settled !== null}`)
  const expected = [...world.units.values()].flatMap((unit) =>
    unit.entries
      .filter(({ contested, corrects }) => contested && corrects === null)
      .map(({ event }) => `${event}|${unit.id}|${isUndone(world, event)}`),
  )
  same('the reviews', stored.sort(), expected.sort())
}

async function compareEdges(store: Store, world: World): Promise<void> {
  const rows = await store.read.selectFrom('edges').selectAll().execute()
  const stored = rows.map(
    ({ unit, direction, event, other, quantity, active }) =>
      `${unit}|${direction}|${event}|${other}|${quantity}|${active === 1}`,
  )
  const expected = [...world.events.values()].flatMap(({ id, edges }) =>
    edges.flatMap(({ from, to, quantity }) => [
      `${from}|1|${id}|${to}|${quantity}|${!isUndone(world, id)}`,
      `${to}|-1|${id}|${from}|${quantity}|${!isUndone(world, id)}`,
    ]),
  )
  same('the edges', stored.sort(), expected.sort())
}

/** No unit is inside itself, or inside what is gone, now or at any moment of its history. */
function checkPlaces(world: World, now: number): void {
  for (const unit of world.units.values()) {
    const moments = [now, ...countingOf(world, unit).map(({ time }) => time)]
    for (const moment of moments) checkPlace(world, unit, moment)
  }
}

function checkPlace(world: World, unit: Unit, moment: number): void {
  const seen = new Set([unit.id])
  for (let at = unit; ;) {
    const parent = valueOf(stateAt(world, at, moment), 'parent')
    if (parent === null) return
    if (seen.has(Number(parent))) throw new Error(`unit ${unit.id} is inside itself at ${moment}`)
    seen.add(Number(parent))
    at = world.units.get(Number(parent))!
    if (!holdsUnits(world, at, moment)) {
      throw new Error(`unit ${unit.id} is inside unit ${at.id}, which is not there, at ${moment}`)
    }
  }
}
