import type { Scalar } from '../../src/domain/unit-state.ts'

/** One line of a unit's history: what an event says of it. */
export interface Entry {
  readonly event: number
  readonly kind: string
  readonly time: number
  readonly role: 'subject' | 'container'
  /** Values by path that hold from then on; `null` takes one away. */
  readonly says: Readonly<Record<string, Scalar>>
  /** What is added to the content, beside what is said. */
  readonly added: number
  readonly contested: boolean
  readonly corrects: number | null
}

/** Everything that is true of a unit at one moment, by path; what is absent is `null`. */
export type State = Readonly<Record<string, Scalar>>

export const unmade: State = {
  item: 0,
  kind: 'discrete',
  status: 'void',
  stage: 'finished',
  location: 1,
  content: 0,
}

/** Tells whether an event stands corrected. */
export type IsUndone = (event: number) => boolean

/** The entries that count, in the order in which they happened. */
export const counting = (entries: readonly Entry[], isUndone: IsUndone): Entry[] =>
  entries
    .filter((entry) => entry.corrects === null && !entry.contested && !isUndone(entry.event))
    .sort((a, b) => a.time - b.time || a.event - b.event)

/** What the entries come to, read in the order given. */
export function read(entries: readonly Entry[]): State {
  const state = { ...unmade }
  for (const entry of entries) add(state, entry)
  return state
}

type Said = Pick<Entry, 'says' | 'added'>

function add(state: Record<string, Scalar>, { says, added }: Said): void {
  for (const path in says) {
    if (says[path] === null) delete state[path]
    else state[path] = says[path]!
  }
  if (added !== 0) state['content'] = Number(state['content']) + added
}

/** The state after one more entry. */
export function after(state: State, entry: Said): State {
  const next = { ...state }
  add(next, entry)
  return next
}

/** A value of a state. */
export const valueOf = (state: State, path: string): Scalar => state[path] ?? null
