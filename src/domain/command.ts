import { z } from 'zod'
import type { Refusal } from './refusal.ts'
import { issueText } from './issue.ts'

/** A wish to record something. The client makes the id once and sends it again when in doubt. */
export interface Command {
  /** UUIDv7 made by the client; the same id is the same command, for ever. */
  readonly id: string
  /** Name of an event kind. */
  readonly kind: string
  readonly input: unknown
  /** When it happened, in milliseconds UTC; now when absent. */
  readonly time?: number | undefined
  /** Code of the person, station or program that says so. */
  readonly actor: string
  readonly reason?: string | undefined
  /** Code of the batch that it belongs to, such as one import. */
  readonly batch?: string | undefined
}

/** One entry of a command with `partial: true` that was refused while the others were recorded. */
export interface RefusedEntry {
  /** Place in the command's list, from 0. */
  readonly index: number
  readonly refusal: Refusal
}

/** What the ledger answers; the same for every repeat of the command. */
export type Answer =
  | {
      readonly ok: true
      /** Number of the event; null when a partial command had nothing left to record. */
      readonly event: number | null
      /** Ids of the units that were made, as runs: `1-1000,1005`. */
      readonly created: string
      /** Id of the item, location … that was made or changed. */
      readonly subject: number | null
      /** The event contradicts what is known: it was kept and waits for review. */
      readonly contested: boolean
      readonly refused: readonly RefusedEntry[]
    }
  | { readonly ok: false; readonly refusal: Refusal }

const printable = /^[^\p{Cc}\p{Cs}]*$/u

/** Whether a text is a {@link reference}. */
export const isPlainReference = (text: string, most: number): boolean =>
  text !== '' && text.length <= most && printable.test(text)

/** A number or code as it is scanned or typed. */
const reference = (most: number) =>
  z
    .string()
    .min(1)
    .max(most)
    .regex(printable, {
      error: issueText('control'),
    })

/** Names a unit: its id, any of its numbers, or its item and serial. */
export const unitRef = z.union([
  z.int().positive(),
  reference(200),
  z.object({ item: reference(100), serial: reference(200) }),
])
export type UnitRef = z.infer<typeof unitRef>

/** Names an item, location, party or order: its id or its code. */
export const subjectRef = z.union([z.int().positive(), reference(100)])
export type SubjectRef = z.infer<typeof subjectRef>

/** Most units in one command; a longer list is sent as several. */
export const unitsPerCommandMax = 10_000
export const unitRefs = z.array(unitRef).min(1).max(unitsPerCommandMax)
