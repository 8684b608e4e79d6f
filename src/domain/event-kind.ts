import type { z } from 'zod'
import type { Clause } from '../i18n/clause.ts'
import type { Draft } from './draft.ts'
import type { HistoryLine } from './history-line.ts'
import type { Names } from './names.ts'

/** How EPCIS 2.0 (section 7.4) shows an event of the kind. */
export interface EpcisShape {
  readonly type: 'ObjectEvent' | 'AggregationEvent' | 'TransformationEvent'
  readonly action?: 'ADD' | 'OBSERVE' | 'DELETE'
}

/**
 * A kind of event as a value: what a command of the kind may say, how it is decided, and how it is
 * told. Its step in the life cycle has the same name. Nothing switches over kinds: whatever differs
 * between them is a property here. How it changes a state needs no property: the changes of its
 * links say so, and `applyChanges` is the same for all.
 */
export interface EventKind<Input = unknown> {
  readonly name: string
  /** What it does, for help texts and API descriptions. */
  readonly summary: string
  readonly schema: z.ZodType<Input>
  /** Names what the decision will read, so that a batch is loaded with a query a table. */
  readonly names: (input: Input, names: Names) => void
  readonly decide: (draft: Draft, input: Input) => void
  /** Whether it sets up what people record with, rather than records what happened. */
  readonly setsUp?: (input: Input) => boolean
  /** What is said of an event of the kind, in clauses. */
  readonly sentence: (line: HistoryLine) => readonly Clause[]
  /** `null` for what EPCIS has no event for. */
  readonly epcis: EpcisShape | null
}

/** Fixes the type of a kind's input from its schema. */
// oxlint-disable-next-line typescript/no-explicit-any -- the table of kinds holds every input type
export type AnyEventKind = EventKind<any>
export const eventKind = <Input>(kind: EventKind<Input>): EventKind<Input> => kind
