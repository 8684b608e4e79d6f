import events from '../i18n/en/events.json' with { type: 'json' }
import { fillEnglish } from '../i18n/english.ts'
import type { HistoryLine } from './history-line.ts'
import type { Scalar } from './unit-state.ts'

/** A part of what is said of an event, in no language yet: a text's key, and what it is filled with. */
export interface Clause {
  readonly key: keyof typeof events
  readonly values: Readonly<Record<string, Scalar>>
}

/** What is said of an event in one clause. */
export const say = (key: Clause['key'], values: Clause['values'] = {}): readonly Clause[] => [
  { key, values },
]

/** Says it with a further value where that is known, or without. */
export const sayWith = (
  values: Readonly<Record<string, string | null>>,
  withValues: Clause['key'],
  without: Clause['key'],
): readonly Clause[] =>
  Object.values(values).every((value) => value !== null && value !== '')
    ? say(withValues, values)
    : say(without)

/** Number of the order that an event brought units under. */
export const orderOf = ({ changes, name }: HistoryLine): string | null =>
  changes['order'] ? name('order', changes['order'][1]) : null

/** Code of the place that an event brought units to; null where they stayed where they were. */
export const newPlaceOf = ({ changes, location }: HistoryLine): string | null =>
  changes['location'] ? location : null

/** What is said of an event, in English. */
export const inEnglish = (clauses: readonly Clause[]): string =>
  clauses.map(({ key, values }) => fillEnglish(events[key], values)).join('; ')
