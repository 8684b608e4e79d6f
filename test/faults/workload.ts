import type { Answer, Command } from '../../src/domain/command.ts'
import { parseRuns } from '../../src/domain/event.ts'
import type { Random } from './random.ts'

/** Random commands about what is there, most of them sensible. */
export interface Workload {
  next(): Command
  /** Lets later commands be about what this one made. */
  learn(command: Command, answer: Answer): void
}

/** What a workload has to go on: ids, oldest first. */
export interface Known {
  readonly discrete: number[]
  readonly portions: number[]
  readonly containers: number[]
  readonly events: number[]
}

/** Schemes of the items that get their serials from a counter. */
const schemes = { BOARD: 'B{seq:7}', DRUM: 'D{seq:7}', CASE: 'C{seq:7}' } as const

const places = Array.from({ length: 8 }, (_, index) => `BIN-${index}`)
const actors = ['ana', 'ben', 'gate-2']

type Wish = Pick<Command, 'kind' | 'input'>
type Make = (load: Load) => Wish
interface Load {
  readonly random: Random
  readonly known: Known
  /** A serial that no command of any round used before. */
  newSerial(): string
}

const id = (round: number, number: number): string =>
  `${String(round).padStart(8, '0')}-0000-7000-8000-${String(number).padStart(12, '0')}`

/** Commands that make the items and places; every round sends them, and the first one counts. */
export function setupCommands(): Command[] {
  const items = Object.entries(schemes).map(([code, scheme]) => ({
    kind: 'create_item',
    input: { code, scheme, kind: unitKinds[code as keyof typeof schemes] },
  }))
  return [
    ...items,
    { kind: 'create_item', input: { code: 'DRIVE' } },
    { kind: 'create_batch', input: { code: 'NIGHT' } },
    ...places.map((code) => ({ kind: 'create_location', input: { code } })),
  ].map((wish, index) => ({ ...wish, id: id(0, index), actor: 'setup' }))
}

const unitKinds = { BOARD: 'discrete', DRUM: 'portion', CASE: 'container' } as const

/** Opens the commands of a round; ids and serials of another round are others. */
export function openWorkload(random: Random, round: number, known: Known): Workload {
  let commands = 0
  let serials = 0
  const load = { random, known, newSerial: () => `R${round}-${(serials += 1)}` }
  return {
    next() {
      const wish = random.pick(makes)(load)
      const late = random.chance(0.05) ? { time: Date.now() - random.below(3_600_000) } : {}
      const batch = random.chance(0.1) ? { batch: 'NIGHT' } : {}
      return {
        ...wish,
        ...late,
        ...batch,
        id: id(round, (commands += 1)),
        actor: random.pick(actors),
      }
    },
    learn(command, answer) {
      if (!answer.ok) return
      if (answer.event !== null) keep(known.events, [answer.event])
      keep(listOf(known, command), parseRuns(answer.created))
    },
  }
}

function listOf(known: Known, { kind, input }: Command): number[] {
  const { item } = input as { item?: string }
  if (kind === 'split' || item === 'DRUM') return known.portions
  return item === 'CASE' ? known.containers : known.discrete
}

/** The latest thousand are enough to choose from. */
function keep(list: number[], ids: readonly number[]): void {
  list.push(...ids)
  if (list.length > 1000) list.splice(0, list.length - 500)
}

const commission: Make = ({ random }) => ({
  kind: 'commission',
  input: { item: 'BOARD', count: 1 + random.below(20), location: random.pick(places) },
})

const receive: Make = ({ random, newSerial }) => {
  const count = 1 + Math.floor((random.below(50) * random.below(50)) / 49)
  const entries = Array.from({ length: count }, () => {
    const serial = newSerial()
    if (random.chance(0.9)) return { serial }
    return { serial, identifiers: [{ type: 'asset_tag', value: `A-${serial}` }] }
  })
  // Now and then one that is there already: all are refused, or just that one.
  if (random.chance(0.1)) entries.push({ serial: 'R1-1' })
  const lot = random.chance(0.2) ? { lot: `LOT-${random.below(50)}` } : {}
  const partial = random.chance(0.5)
  return {
    kind: 'receive',
    input: { item: 'DRIVE', entries, partial, location: random.pick(places), ...lot },
  }
}

const receiveDrum: Make = ({ random, newSerial }) => ({
  kind: 'receive',
  input: {
    item: 'DRUM',
    entries: [{ serial: newSerial(), content: 1000 + random.below(9000) }],
    location: random.pick(places),
  },
})

const commissionCase: Make = ({ random }) => ({
  kind: 'commission',
  input: { item: 'CASE', count: 1, location: random.pick(places) },
})

/** A few different units. */
function some({ random }: Load, list: readonly number[], most: number): number[] {
  return [...new Set(Array.from({ length: 1 + random.below(most) }, () => random.pick(list)))]
}

const move: Make = (load) => {
  const { discrete, containers } = load.known
  if (discrete.length === 0) return commission(load)
  const units = load.random.chance(0.1) && containers.length > 0 ? containers : discrete
  return { kind: 'move', input: { units: some(load, units, 10), to: load.random.pick(places) } }
}

const put: Make = (load) => {
  const { discrete, containers } = load.known
  if (containers.length === 0 || discrete.length === 0) return commissionCase(load)
  const units = some(load, load.random.chance(0.1) ? containers : discrete, 5)
  return { kind: 'put', input: { units, container: load.random.pick(containers) } }
}

const take: Make = (load) => {
  const { discrete } = load.known
  if (discrete.length === 0) return receive(load)
  return { kind: 'take', input: { units: some(load, discrete, 8), partial: true } }
}

const split: Make = (load) => {
  const { portions } = load.known
  if (portions.length === 0) return receiveDrum(load)
  const parts = Array.from({ length: 1 + load.random.below(4) }, () => ({
    content: 1 + load.random.below(200),
  }))
  return { kind: 'split', input: { unit: load.random.pick(portions), parts } }
}

const correct: Make = (load) => {
  const { events } = load.known
  if (events.length === 0) return commission(load)
  return { kind: 'correct', input: { event: load.random.pick(events) } }
}

const replace: Make = (load) => {
  const { discrete } = load.known
  if (discrete.length === 0) return commission(load)
  const input = { unit: load.random.pick(discrete), serial: load.newSerial(), why: 'damaged' }
  return { kind: 'replace', input }
}

const hold: Make = (load) => {
  const { discrete } = load.known
  if (discrete.length === 0) return receive(load)
  return { kind: 'hold', input: { units: some(load, discrete, 3), hold: 'cracked housing' } }
}

const makes: readonly Make[] = [
  commission,
  receive,
  receiveDrum,
  commissionCase,
  replace,
  hold,
].concat([move, move, move, put, put, take, split, split, correct])
