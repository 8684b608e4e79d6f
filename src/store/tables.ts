import type { IndexTables } from './search/index-tables.ts'

/** What keeps a store. */
export type Engine = 'sqlite' | 'postgres'

/**
 * The tables as both engines have them. Ids, times (milliseconds UTC) and quantities are integers;
 * status, stage and kind are codes (see `domain/status.ts` and `domain/event-kinds`); `data`,
 * `detail` and `changes` are JSON text.
 */
export interface Tables extends IndexTables {
  company: CompanyTable
  commands: { id: string; hash: string; answer: string }
  events: EventTable
  links: LinkTable
  units: UnitTable
  identifiers: IdentifierTable
  edges: EdgeTable
  /** Every subject that there ever was, to be found by its id. */
  subjects: SubjectTable
  /** Those that people find: by code, by number, in lists. */
  live_subjects: SubjectTable
  counters: { key: string; last: number }
  reviews: { event: number; unit: number; settled: number | null }
  actors: { id: number; code: string }
  consumers: { name: string; event: number }
  schemes: { item: number; pattern: string }
  settings: { kind: string; name: string; data: string; changed: number }
}

/** One row: where the numbering of the company stands. */
export interface CompanyTable {
  one: number
  key: string
  next_event: number
  next_unit: number
  next_subject: number
  recorded: number
  /** How often the company was restored from a backup, and when last. */
  epoch: number
  fenced: number
  /** Numbers that a counter skips which the restored backup did not know. */
  gap: number
}

export interface EventTable {
  id: number
  kind: number
  time: number
  recorded: number
  actor: number
  location: number | null
  for_order: number | null
  batch: number | null
  command: string
  corrects: number | null
  reason: string | null
  contested: number
  units: string
  subject_kind: string | null
  subject: number | null
  data: string
}

export interface LinkTable {
  unit: number
  event: number
  role: number
  kind: number
  time: number
  location: number | null
  parent: number | null
  actor: number
  corrects: number | null
  contested: number
  changes: string
}

export interface UnitTable {
  id: number
  item: number
  kind: number
  serial: string | null
  lot: number | null
  status: number
  stage: number
  location: number | null
  parent: number | null
  content: number
  for_order: number | null
  party: number | null
  holds: number
  time: number
  event: number
  detail: string
}

export interface IdentifierTable {
  value: string
  type: string
  scope: number
  unit: number
  written: string
  active: number
}

export interface EdgeTable {
  unit: number
  direction: number
  event: number
  other: number
  quantity: number
  active: number
}

export interface SubjectTable {
  kind: string
  id: number
  code: string
  key: string
  item: number
  parent: number | null
  number: string | null
  name: string | null
  data: string
}
