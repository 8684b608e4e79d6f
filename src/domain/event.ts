import type { SubjectId } from './subject.ts'

/** An immutable fact: what happened, when, where, why, who, under which order. */
export interface EventRecord {
  readonly id: number
  readonly kind: string
  /** When it happened, in milliseconds UTC. */
  readonly time: number
  /** When the ledger took it down, in milliseconds UTC. */
  readonly recorded: number
  readonly actor: number
  readonly location: number | null
  readonly order: number | null
  readonly batch: number | null
  /** Client-made id of the command that it answers. */
  readonly command: string
  readonly corrects: number | null
  readonly reason: string | null
  readonly contested: boolean
  /** Ids of the units with a link to the event, in rising order. */
  readonly units: readonly number[]
  /** The item, location … that the event made or changed. */
  readonly subject: SubjectId | null
  /** What is particular to its kind: readings, a note, before and after of a subject. */
  readonly data: Readonly<Record<string, unknown>>
}

/** How much of one unit went into another. */
export interface Edge {
  readonly from: number
  readonly to: number
  readonly event: number
  /** Integer amount in the smallest unit of measure of the item that went in. */
  readonly quantity: number
}

/** An event that stands corrected from now on, or that counts again. */
export interface Standing {
  readonly event: number
  /** The correction that changed it. */
  readonly by: number
  readonly units: readonly number[]
  readonly counts: boolean
}

/** A number that names a unit, as it stands after a batch. */
export interface IdentifierRow {
  readonly type: string
  readonly scope: number
  /** The folded form, in which it is unique. */
  readonly value: string
  readonly unit: number
  /** The number as it is written on the thing. */
  readonly written: string
  /** False once the number was replaced or its unit's making corrected; it still resolves. */
  readonly active: boolean
}

/** Rising ids as runs: `1-1000,1005`. A row of a thousand new units stays a few bytes. */
export function formatRuns(ids: readonly number[]): string {
  let text = ''
  for (let start = 0; start < ids.length;) {
    let end = start
    while (ids[end + 1] === ids[end]! + 1) end += 1
    text += `${text ? ',' : ''}${ids[start]}${end > start ? `-${ids[end]}` : ''}`
    start = end + 1
  }
  return text
}

/** The ids in a text of runs; the inverse of {@link formatRuns}. */
export function parseRuns(text: string): number[] {
  if (text === '') return []
  return text.split(',').flatMap((run) => {
    const [first, last = first] = run.split('-').map(Number)
    return Array.from({ length: last! - first! + 1 }, (_, index) => first! + index)
  })
}
