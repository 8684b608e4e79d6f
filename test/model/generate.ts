import type { Command } from '../../src/domain/command.ts'
import { stages } from '../../src/domain/status.ts'
import {
  codeOf,
  itemData,
  items,
  location,
  locations,
  maybe,
  newNumber,
  order,
  orders,
  parties,
  party,
  traitDefinition,
  traitName,
  traits,
  unitOfKind,
  unitsFor,
  type Source,
} from './generate-input.ts'
import { junk } from './generate-junk.ts'
import { latestOf } from './world.ts'

type Make = (source: Source) => unknown

/** An input for each kind of command, mostly one that makes sense. */
const inputs: Readonly<Record<string, Make>> = {
  commission: making,
  expect: making,
  receive: (source) =>
    source.random.chance(0.4)
      ? { ...making(source), location: location(source) }
      : {
          units: unitsFor(source, 'receive'),
          ...partial(source),
          location: location(source),
          order: maybe(source, 0.2, () => order(source)),
          party: maybe(source, 0.2, () => party(source)),
          lot: maybe(source, 0.02, () => 'L1'),
        },
  move: (source) => ({ ...units('move')(source), to: location(source) }),
  put: (source) => ({ ...units('put')(source), container: unitOfKind(source, 'container') }),
  take: (source) => ({ ...units('take')(source), to: maybe(source, 0.5, () => location(source)) }),
  change: (source) => ({
    ...units('change')(source),
    traits: maybe(source, 0.7, () => traits(source)),
    stage: maybe(source, 0.2, () => source.random.pick(stages)),
    lot: maybe(source, 0.3, () => source.random.pick(['L1', 'L2', 'l1', null])),
  }),
  identify: (source) => ({
    unit: unitsFor(source, 'identify')[0],
    identifiers: identifiers(source),
  }),
  hold: (source) => ({ ...units('hold')(source), hold: source.random.pick(['damaged', 'recall']) }),
  release: (source) => ({
    ...units('release')(source),
    hold: maybe(source, 0.1, () => 1 + source.random.below(source.world.nextEvent)),
  }),
  reserve: (source) => ({ ...units('reserve')(source), order: order(source) }),
  unreserve: (source) => units('unreserve')(source),
  pick: (source) => ({
    ...units('pick')(source),
    order: maybe(source, 0.6, () => order(source)),
    to: maybe(source, 0.3, () => location(source)),
  }),
  pack: (source) => ({
    ...units('pack')(source),
    order: maybe(source, 0.6, () => order(source)),
    container: maybe(source, 0.5, () => unitOfKind(source, 'container')),
  }),
  ship: (source) => ({
    ...units('ship')(source),
    to: maybe(source, 0.3, () => location(source)),
    party: maybe(source, 0.3, () => party(source)),
    order: maybe(source, 0.5, () => order(source)),
  }),
  deliver: (source) => ({
    ...units('deliver')(source),
    to: maybe(source, 0.5, () => location(source)),
    party: maybe(source, 0.3, () => party(source)),
  }),
  return: (source) => ({ ...units('return')(source), location: location(source) }),
  find: (source) => ({ ...units('find')(source), location: location(source) }),
  lose: (source) => units('lose')(source),
  dispose: (source) => units('dispose')(source),
  observe: (source) => ({
    ...units('observe')(source),
    outcome: source.random.pick(['seen', 'failed', 'inspected']),
    location: maybe(source, 0.5, () => location(source)),
    readings: maybe(source, 0.3, () => ({ temperature: 4.2, door: 'open' })),
    hold: maybe(source, 0.1, () => 'failed inspection'),
  }),
  measure: (source) => content(source),
  adjust: (source) => content(source),
  split: (source) => ({
    unit: unitOfKind(source, 'portion'),
    parts: Array.from({ length: 1 + source.random.below(3) }, () => ({
      ...newUnit(source),
      content: 1 + source.random.below(40),
    })),
    location: maybe(source, 0.4, () => location(source)),
  }),
  start: (source) => ({
    ...units('start')(source),
    order: maybe(source, 0.4, () => order(source)),
    to: maybe(source, 0.3, () => location(source)),
    stage: maybe(source, 0.2, () => source.random.pick(stages)),
  }),
  finish: (source) => ({
    ...units('finish')(source),
    to: maybe(source, 0.5, () => location(source)),
    stage: maybe(source, 0.2, () => source.random.pick(stages)),
  }),
  repair_start: (source) => repair(source, 'repair_start'),
  repair_finish: (source) => repair(source, 'repair_finish'),
  consume,
  replace: (source) => ({
    unit: unitsFor(source, 'replace')[0],
    serial: newNumber(source, 'S'),
    why: source.random.pick(['damaged', 'mistyped']),
  }),
  correct: (source) => ({ event: eventToCorrect(source) }),
  create_item: (source) => {
    const item = source.random.pick(items)
    return { code: item, ...itemData[item] }
  },
  create_party: (source) => ({ code: source.random.pick([...parties, 'ACME-2']) }),
  create_order: (source) => ({ code: source.random.pick(orders) }),
  create_lot: (source) => ({
    code: source.random.pick(['L1', 'L2', 'L3']),
    item: codeOf(source, 'item', items),
  }),
  create_location: (source) => ({
    code: source.random.pick([...locations, 'NEW-1', 'NEW-2', 'elsewhere']),
    parent: maybe(source, 0.4, () => source.random.pick(locations)),
  }),
  change_location: (source) => ({
    code: source.random.pick([...locations, 'NEW-1', 'NEW-2', 'ELSEWHERE']),
    rename: maybe(source, 0.2, () => source.random.pick([...locations, 'NEW-1', 'new-2'])),
    set: {
      name: maybe(source, 0.5, () => source.random.pick(['Hall', 'Aisle', null])),
      parent: maybe(source, 0.5, () => source.random.pick([...locations, null])),
    },
  }),
  change_item: (source) => ({
    code: source.random.pick(items),
    set: {
      name: maybe(source, 0.5, () => source.random.pick(['Thing', null])),
      traits: maybe(source, 0.3, () => traits(source)),
      serialScope: maybe(source, 0.2, () => source.random.pick(['item', 'everywhere', 'maker'])),
      maker: maybe(source, 0.2, () => source.random.pick([...parties, null, 'NOBODY'])),
      scheme: maybe(source, 0.2, () => source.random.pick(['Q{seq:4}', 'BK{seq:4}', '{seq:4}{'])),
    },
  }),
  change_party: (source) => ({
    code: source.random.pick(parties),
    rename: maybe(source, 0.3, () => source.random.pick([...parties, 'ACME-2'])),
    set: {},
  }),
  create_trait: (source) => ({ code: traitName(source), ...traitDefinition(source) }),
  change_trait: (source) => ({
    code: traitName(source),
    rename: maybe(source, 0.1, () => traitName(source)),
    set: {
      ...traitDefinition(source),
      ...maybe(source, 0.2, () => source.random.pick([{ of: null }, { choices: null }])),
    },
  }),
  change_order: (source) => ({
    code: source.random.pick(orders),
    set: { status: source.random.pick(['open', 'done', null]) },
  }),
}

/** How often each kind is sent; 3 where nothing is said. */
const weights: Readonly<Record<string, number>> = {
  commission: 9,
  expect: 2,
  receive: 7,
  move: 8,
  put: 10,
  take: 5,
  correct: 14,
  ship: 6,
  split: 5,
  consume: 5,
  lose: 2,
  dispose: 1,
  create_item: 0.5,
  create_party: 0.5,
  create_order: 0.5,
  create_lot: 1,
  create_location: 1,
  change_location: 1,
  change_item: 0.5,
  change_party: 0.3,
  create_trait: 0.5,
  change_trait: 1,
  change_order: 1,
}

const lottery = Object.keys(inputs).flatMap((kind) =>
  Array.from({ length: Math.ceil((weights[kind] ?? 3) * 10) }, () => kind),
)

/** A random command of now; see `random-time.ts` for when it is said to have happened. */
export function randomWish(source: Source): Pick<Command, 'kind' | 'input'> {
  if (source.random.chance(0.02)) return junk(source)
  const kind = source.random.pick(lottery)
  return { kind, input: present(inputs[kind]!(source)) }
}

/** Without the properties that are left out, as a client sends it. */
const present = (input: unknown): unknown => JSON.parse(JSON.stringify(input))

const partial = (source: Source) => ({ partial: maybe(source, 0.3, () => true) })

const units =
  (step: Parameters<typeof unitsFor>[1]) =>
  (source: Source): object => ({ units: unitsFor(source, step), ...partial(source) })

const content = (source: Source) => ({
  unit: unitOfKind(source, 'portion'),
  content: source.random.below(200),
})

const repair = (source: Source, step: 'repair_start' | 'repair_finish') => ({
  ...units(step)(source),
  to: maybe(source, 0.4, () => location(source)),
  order: maybe(source, 0.3, () => order(source)),
})

/** What is used for a unit that is there, for new ones, or for nothing that is named. */
function consume(source: Source): object {
  const { random } = source
  const inputs = Array.from({ length: 1 + random.below(3) }, () => ({
    unit: random.chance(0.6) ? unitOfKind(source, 'portion') : unitsFor(source, 'consume')[0],
    quantity: maybe(source, 0.5, () => (random.chance(0.3) ? 1 : random.below(60))),
  }))
  const { order: _, party: __, partial: ___, ...make } = making(source) as Record<string, unknown>
  const isInto = random.chance(0.5)
  const into = random.chance(0.4) ? unitOfKind(source, 'portion') : unitsFor(source, 'consume')[0]
  return {
    inputs,
    order: maybe(source, 0.4, () => order(source)),
    ...(isInto && { into, gained: maybe(source, 0.3, () => random.below(90)) }),
    ...(random.chance(isInto ? 0.02 : 0.7) && { make }),
  }
}

function making(source: Source): object {
  const { random } = source
  const entries = Array.from({ length: 1 + random.below(3) }, () => newUnit(source))
  return {
    item: codeOf(source, 'item', items),
    ...(random.chance(0.15) ? { count: 1 + random.below(3) } : { entries }),
    location: maybe(source, 0.7, () => location(source)),
    container: maybe(source, 0.2, () => unitOfKind(source, 'container')),
    order: maybe(source, 0.2, () => order(source)),
    party: maybe(source, 0.1, () => party(source)),
    lot: maybe(source, 0.2, () => random.pick(['L1', 'L2', 'L3'])),
    traits: maybe(source, 0.2, () => traits(source)),
    ...partial(source),
  }
}

function newUnit(source: Source) {
  return {
    serial: maybe(source, 0.9, () => newNumber(source, 'S')),
    identifiers: maybe(source, 0.2, () => identifiers(source)),
    traits: maybe(source, 0.1, () => traits(source)),
    lot: maybe(source, 0.1, () => source.random.pick(['L1', 'L4'])),
    content: maybe(source, 0.8, () => source.random.below(200)),
    expiry: maybe(source, 0.1, () => Date.UTC(2026, source.random.below(2), 1)),
  }
}

/** A young event as a rule, and often one of those that are hard to take back. */
function eventToCorrect({ random, world }: Source): number {
  const back = random.chance(0.8) ? random.below(60) : random.below(world.nextEvent + 2)
  const event = Math.max(1, world.nextEvent - 1 - back)
  if (random.chance(0.6)) return event
  const making = [...world.events.values()].filter(({ kind }) => kind.startsWith('create_'))
  if (random.chance(0.15)) return random.pick(making).id
  const hard = ['correct', 'lose', 'dispose', 'find', 'take']
  for (let id = event; id > Math.max(0, event - 100); id -= 1) {
    const { kind, units } = world.events.get(id) ?? { kind: '', units: [] }
    const [first] = units.map((unit) => latestOf(world, world.units.get(unit)!).state['kind'])
    if (hard.includes(kind) && first === 'container') return id
  }
  return event
}

const identifiers = (source: Source) =>
  Array.from({ length: 1 + source.random.below(2) }, () => ({
    type: source.random.pick(['imei', 'rfid', 'asset_tag', 'maker_serial']),
    value: newNumber(source, 'I'),
  }))
