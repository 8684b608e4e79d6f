import type { Answer, Command } from '../domain/command.ts'
import { decide } from '../domain/decide.ts'
import type { AnyEventKind } from '../domain/event-kind.ts'
import type { Edge, EventRecord, IdentifierRow, Standing } from '../domain/event.ts'
import { identifierKey } from '../domain/identifier.ts'
import { NeedError } from '../domain/need.ts'
import { nameSubject, noNames } from '../domain/names.ts'
import { refusal } from '../domain/refusal.ts'
import type { Settled } from '../domain/settle.ts'
import type { Subject } from '../domain/subject.ts'
import type { Link } from '../domain/timeline.ts'
import { emptyWorkingSet, type KnownUnit, type WorkingSet } from '../domain/working-set.ts'
import type { GivenAnswer, Head, LedgerTransaction } from '../store/store.ts'
import { loadNamed, loadNeeded } from './load.ts'

/** A command whose input was found well-formed. */
export interface CheckedCommand {
  readonly command: Command
  readonly kind: AnyEventKind
  /** The input as the kind's schema gave it back. */
  readonly input: unknown
  /** Fingerprint of all that the command says; a repeat has the same. */
  readonly hash: string
}

/** What is kept from batch to batch; thrown away when another process has written. */
export interface Remembered {
  readonly subjects: WorkingSet['subjects']
  readonly subjectIds: WorkingSet['subjectIds']
  readonly retiredIds: WorkingSet['retiredIds']
  readonly actors: Map<string, number>
  readonly nextEvent: number
}

/** What a written batch comes to. */
export interface BatchResult {
  /** One answer a command, in the order of the commands. */
  readonly answers: readonly Answer[]
  readonly events: readonly EventRecord[]
  readonly remembered: Remembered
}

/** Most subjects that are remembered from batch to batch. */
const rememberedMax = 50_000
/** Most times that a decision may ask for more before it must be a mistake of ours. */
const needsMax = 10_000

/** Loads, decides and writes the commands of one batch inside a transaction. */
export async function writeBatch(
  transaction: LedgerTransaction,
  commands: readonly CheckedCommand[],
  now: number,
  earlier: Remembered | undefined,
): Promise<BatchResult> {
  const { head } = transaction
  const kept = earlier?.nextEvent === head.nextEvent ? earlier : undefined
  const set = emptyWorkingSet(head, kept)
  const actors = earlier?.actors ?? new Map<string, number>()
  const recorded = Math.max(now, head.recorded)
  await loadNamed(transaction, set, namesOf(commands))
  const ids = commands.map(({ command }) => command.id)
  const given = new Map((await transaction.answers(ids)).map((answer) => [answer.id, answer]))
  const rows = openRows()
  const answers: Answer[] = []
  for (const checked of commands) {
    const { id, actor: code } = checked.command
    const before = given.get(id)
    if (before) {
      answers.push(before.hash === checked.hash ? before.answer : conflict(id))
      continue
    }
    const actor = actors.get(code) ?? (await transaction.actor(code))
    actors.set(code, actor)
    const decision = await decideLoaded(transaction, set, checked, { recorded, actor })
    if (decision.settled) addSettled(rows, set, decision.settled)
    const answer = { id, hash: checked.hash, answer: decision.answer }
    given.set(id, answer)
    rows.answers.push(answer)
    answers.push(decision.answer)
  }
  if (rows.answers.length > 0) await transaction.write(finish(rows, set, head, recorded))
  return { answers, events: rows.events, remembered: remember(set, actors) }
}

function namesOf(commands: readonly CheckedCommand[]) {
  const names = noNames()
  for (const { kind, input, command } of commands) {
    kind.names(input, names)
    nameSubject(names, 'batch', command.batch)
  }
  return names
}

const conflict = (id: string): Answer => ({
  ok: false,
  refusal: refusal('command_conflict', { id }),
})

async function decideLoaded(
  transaction: LedgerTransaction,
  set: WorkingSet,
  { kind, command, input }: CheckedCommand,
  circumstances: { recorded: number; actor: number },
) {
  for (let needs = 0; ; needs += 1) {
    try {
      return decide(set, kind, command, input, circumstances)
    } catch (error) {
      if (!(error instanceof NeedError) || needs === needsMax) throw error
      await loadNeeded(transaction, set, error.need)
    }
  }
}

interface Rows {
  readonly answers: GivenAnswer[]
  readonly events: EventRecord[]
  readonly links: Link[]
  readonly units: Set<number>
  readonly retired: Map<string, IdentifierRow>
  readonly identifiers: Map<string, IdentifierRow>
  readonly edges: Edge[]
  readonly standings: Standing[]
  readonly subjects: Map<number, Subject>
}

const openRows = (): Rows => ({
  answers: [],
  events: [],
  links: [],
  units: new Set(),
  retired: new Map(),
  identifiers: new Map(),
  edges: [],
  standings: [],
  subjects: new Map(),
})

function addSettled(rows: Rows, set: WorkingSet, settled: Settled): void {
  rows.events.push(settled.event)
  for (const link of settled.links) {
    rows.links.push(link)
    const pending = set.pendingLinks.get(link.unit)
    if (pending) pending.push(link)
    else set.pendingLinks.set(link.unit, [link])
  }
  for (const { id } of settled.units) rows.units.add(id)
  for (const row of settled.identifiers) {
    const key = identifierKey(row.type, row.scope, row.value)
    // A number must be free in the tables before it can pass to another unit.
    const group = row.active || rows.identifiers.has(key) ? rows.identifiers : rows.retired
    group.set(key, row)
  }
  rows.edges.push(...settled.edges)
  if (settled.standing) rows.standings.push(settled.standing)
  for (const subject of settled.subjects) rows.subjects.set(subject.id, subject)
}

function finish(rows: Rows, set: WorkingSet, head: Head, recorded: number) {
  const newUnits: KnownUnit[] = []
  const changedUnits: KnownUnit[] = []
  for (const id of rows.units) {
    ;(id >= head.nextUnit ? newUnits : changedUnits).push(set.units.get(id)!)
  }
  return {
    ...rows,
    head: {
      nextEvent: set.nextEvent,
      nextUnit: set.nextUnit,
      nextSubject: set.nextSubject,
      recorded,
    },
    newUnits,
    changedUnits,
    retired: [...rows.retired.values()],
    identifiers: [...rows.identifiers.values()],
    subjects: [...rows.subjects.values()],
    changedSubjects: [...rows.subjects.values()].filter(({ id }) => id < head.nextSubject),
    counters: set.changedCounters,
  }
}

function remember(set: WorkingSet, actors: Map<string, number>): Remembered {
  const fits = set.subjectIds.size <= rememberedMax
  return {
    subjects: fits ? set.subjects : new Map<never, never>(),
    subjectIds: fits ? set.subjectIds : new Map<never, never>(),
    retiredIds: fits ? set.retiredIds : new Map<never, never>(),
    actors,
    nextEvent: set.nextEvent,
  }
}
