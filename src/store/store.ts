import type { Kysely } from 'kysely'
import type { Answer } from '../domain/command.ts'
import type { Edge, EventRecord, IdentifierRow, Standing } from '../domain/event.ts'
import type { Subject, SubjectId, SubjectKind, SubjectName } from '../domain/subject.ts'
import type { Link } from '../domain/timeline.ts'
import type { Fence, KnownUnit } from '../domain/working-set.ts'
import type { SearchIndex } from './search/search-index.ts'
import type { StatedUnit } from './stated-unit.ts'
import type { SubjectRow } from './subject-rows.ts'
import type { Engine, Tables } from './tables.ts'
import { SaidError } from '../i18n/said-error.ts'

/** The data of one company: a SQLite file or a PostgreSQL schema. */
export interface Store {
  readonly engine: Engine
  /** Quick reads: a page of a list, one unit. */
  readonly read: Kysely<Tables>
  /** Reads that may take long; they do not hold up scans. */
  readonly longRead: Kysely<Tables>
  readonly search: SearchIndex
  /**
   * Runs `work` with the company's write lock held and commits what it wrote; durable when the
   * promise resolves. Nothing is written when `work` throws.
   */
  transact<T>(work: (transaction: LedgerTransaction) => Promise<T>): Promise<T>
  /** The history lines of a unit, oldest first; the latest `most` of them when given. */
  history(unit: number, most?: number): Promise<Link[]>
  /** Units that folded numbers name, with what they refer to, and the rows that say so. */
  resolve(...folded: string[]): Promise<{ rows: IdentifierRow[]; units: FoundUnit[] }>
  /** Units by id; those that there are, in the order of the ids. */
  units(ids: readonly number[]): Promise<KnownUnit[]>
  /** Items, locations … by kind and id; those that there are, in the order of the ids. */
  subjectRows(ids: readonly SubjectId[]): Promise<SubjectRow[]>
  /** Names that a process holds as long as it lives; null where leases have to do. */
  readonly holds: Holds | null
  /** Writes a consistent copy to `path` while others go on reading and writing. */
  backup(path: string): Promise<void>
  /** What the database finds wrong with its own file; nothing where it looks after that itself. */
  findDamage(): Promise<string[]>
  close(): Promise<void>
}

/** A unit that was found by its number, with what it refers to where that was read with it. */
export type FoundUnit = KnownUnit & Pick<StatedUnit, 'subjects'>

/** Names that one process at a time holds, and that are free when it ends, however it ends. */
export interface Holds {
  /** Holds a name until what it gives is called. */
  take(name: string): () => void
  /** Whether a living process holds a name; null where nobody took it. */
  isTaken(name: string): boolean | null
  /** Leaves no trace of a name that a process held when it ended. */
  forget(name: string): void
}

/** Where the numbering stands; read with the lock held. */
export interface Head {
  readonly nextEvent: number
  readonly nextUnit: number
  readonly nextSubject: number
  readonly fence: Fence
  /** When the last event was recorded, in milliseconds UTC. */
  readonly recorded: number
}

/** An answer that was given before. */
export interface GivenAnswer {
  readonly id: string
  readonly hash: string
  readonly answer: Answer
}

/** A pattern by which serials of an item are made, or were made once. */
export interface ItemScheme {
  readonly item: number
  readonly pattern: string
}

/** All that a batch of commands leaves behind. */
export interface Batch {
  readonly head: Omit<Head, 'fence'>
  readonly answers: readonly GivenAnswer[]
  readonly events: readonly EventRecord[]
  readonly links: readonly Link[]
  readonly newUnits: readonly KnownUnit[]
  readonly changedUnits: readonly KnownUnit[]
  /** Numbers that their units no longer have; written before those that units get. */
  readonly retired: readonly IdentifierRow[]
  readonly identifiers: readonly IdentifierRow[]
  readonly edges: readonly Edge[]
  /** Events that count no longer, or count again, and their edges and reviews with them. */
  readonly standings: readonly Standing[]
  readonly subjects: readonly Subject[]
  /** Those of them that were there before. */
  readonly changedSubjects: readonly SubjectId[]
  readonly counters: ReadonlyMap<string, number>
}

/** Reads of items, locations … for one batch. */
export interface SubjectReads {
  /** Subjects that have a code, and those retired that had it. */
  subjectsByCode(names: readonly SubjectName[]): Promise<Subject[]>
  /** Subjects by their GTIN or GLN. */
  subjectsByNumber(kind: SubjectKind, numbers: readonly string[]): Promise<Subject[]>
  subjectsById(kind: SubjectKind, ids: readonly number[]): Promise<Subject[]>
  /** The first units that refer to a subject now, at most so many. */
  unitsOf(subject: SubjectId, most: number): Promise<KnownUnit[]>
  /**
   * Subjects that may refer to others and say a text, such as an id, somewhere; those with a parent
   * are always among them.
   */
  subjectsMentioning(text: string): Promise<Subject[]>
}

/** Reads and writes of one batch. Each read is one query, however much is asked. */
export interface LedgerTransaction extends SubjectReads {
  readonly head: Head
  answers(ids: readonly string[]): Promise<GivenAnswer[]>
  identifiers(folded: readonly string[]): Promise<{ rows: IdentifierRow[]; units: KnownUnit[] }>
  units(ids: readonly number[]): Promise<KnownUnit[]>
  links(units: readonly number[]): Promise<Link[]>
  /** The units that are, or ever were, in the containers. */
  everInside(containers: readonly number[]): Promise<{ container: number; unit: number }[]>
  events(ids: readonly number[]): Promise<EventRecord[]>
  /** The events that correct one of those given. */
  corrections(ids: readonly number[]): Promise<{ id: number; corrects: number }[]>
  /** Where counters stand; `null` for those that never gave a number. */
  counters(keys: readonly string[]): Promise<Map<string, number | null>>
  /** Every scheme that an item has, or ever had. */
  schemes(): Promise<ItemScheme[]>
  /** A secret key of 32 bytes; made now if there is none of the name. */
  secret(name: string): Promise<Uint8Array>
  /**
   * Begins a new epoch after a restoring: all counters skip `gap` numbers, for the store that the
   * backup was made of may have given these out since.
   *
   * @param time when it was restored, in milliseconds UTC
   */
  raiseFence(time: number, gap: number): Promise<void>
  /** Id of an actor; made now if the code is new. */
  actor(code: string): Promise<number>
  write(batch: Batch): Promise<void>
  /**
   * Notes that somebody has looked at a contested event.
   *
   * @param time when, in milliseconds UTC
   * @returns for how many units it waited
   */
  settleReview(event: number, time: number): Promise<number>
  /** Keeps something under a kind and a name, in place of what had the name; `null` deletes it. */
  keepSetting(kind: string, name: string, data: string | null, changed: number): Promise<void>
}

/** The store failed in a way that leaves what was written uncertain; it takes no more commands. */
export class StoreFailedError extends SaidError {}
