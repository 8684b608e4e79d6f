import type { Answer } from '../../src/domain/command.ts'
import { counting, read, type Entry, type State } from './history.ts'

/** The company as the model knows it: facts in lists, nothing worked out beforehand. */
export interface World {
  readonly units: Map<number, Unit>
  readonly events: Map<number, EventFact>
  /** Which events correct an event, taken back or not. */
  readonly corrections: Map<number, number[]>
  /** Every number that names a unit or once did, by its folded form. */
  readonly numbers: Map<string, NumberFact[]>
  readonly subjects: Map<number, SubjectFact>
  readonly counters: Map<string, number>
  /** Units that were ever said to be inside a container: a list of candidates. */
  readonly everInside: Map<number, Set<number>>
  readonly answers: Map<string, { said: string; answer: Answer }>
  nextEvent: number
  nextUnit: number
  nextSubject: number
}

export interface Unit {
  readonly id: number
  readonly entries: Entry[]
  /** What the entries come to; forgotten with each new one. */
  latest?: { state: State; time: number } | undefined
}

export interface EventFact {
  readonly id: number
  readonly kind: string
  readonly time: number
  readonly corrects: number | null
  readonly contested: boolean
  readonly units: readonly number[]
  readonly edges: readonly EdgeFact[]
  readonly subject: { before: SubjectFact | null; after: SubjectFact } | null
}

export interface EdgeFact {
  readonly from: number
  readonly to: number
  readonly quantity: number
}

export interface NumberFact {
  readonly type: string
  readonly scope: number
  readonly unit: number
  readonly active: boolean
}

export interface SubjectFact {
  readonly kind: string
  readonly id: number
  readonly code: string
  readonly parent: number | null
  /** The item of a lot; 0 for everything else. */
  readonly item: number
  readonly data: Readonly<Record<string, unknown>>
  /** Its making was taken back: nothing finds it. */
  readonly retired?: true
}

const elsewhere: SubjectFact = {
  kind: 'location',
  id: 1,
  code: 'ELSEWHERE',
  parent: null,
  item: 0,
  data: {},
}

export const newWorld = (): World => ({
  units: new Map(),
  events: new Map(),
  corrections: new Map(),
  numbers: new Map(),
  subjects: new Map([[1, elsewhere]]),
  counters: new Map(),
  everInside: new Map(),
  answers: new Map(),
  nextEvent: 1,
  nextUnit: 1,
  nextSubject: 2,
})

/** Whether an event stands corrected by one that is not corrected itself, as known by an event. */
export function isUndone(world: World, event: number, knownUntil = Infinity): boolean {
  const by = world.corrections.get(event) ?? []
  return by.some((id) => id <= knownUntil && !isUndone(world, id, knownUntil))
}

/** The entries of a unit that count, up to a time and as known by an event, both inclusive. */
export const countingOf = (world: World, unit: Unit, until = Infinity, knownUntil = Infinity) =>
  counting(
    unit.entries.filter(({ event, time }) => time <= until && event <= knownUntil),
    (event) => isUndone(world, event, knownUntil),
  )

/** What a unit is by its last entry that counts. */
export function latestOf(world: World, unit: Unit): { state: State; time: number } {
  if (!unit.latest) {
    const entries = countingOf(world, unit)
    unit.latest = { state: read(entries), time: entries.at(-1)?.time ?? -Infinity }
  }
  return unit.latest
}

/** What a unit was at a time. */
export function stateAt(world: World, unit: Unit, time: number): State {
  const latest = latestOf(world, unit)
  return latest.time <= time ? latest.state : read(countingOf(world, unit, time))
}

/** The form of a number in which it is unique. */
export const folded = (number: string): string =>
  number.normalize('NFC').trim().toUpperCase().normalize('NFC')

/** The item, location … with a code. */
export function withCode(
  subjects: Iterable<SubjectFact>,
  kind: string,
  code: string,
  item = 0,
): SubjectFact | undefined {
  for (const subject of subjects) {
    const is = subject.kind === kind && subject.item === item && !subject.retired
    if (is && subject.code.toUpperCase() === code.toUpperCase()) return subject
  }
  return undefined
}
