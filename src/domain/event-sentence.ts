import { listOf, type Clause } from '../i18n/clause.ts'
import events from '../i18n/en/events.json' with { type: 'json' }
import { inEnglish, sayFrom } from '../i18n/english.ts'
import type { HistoryLine } from './history-line.ts'

const clauseOf = /* @__PURE__ */ sayFrom('events', events)
type Key = Parameters<typeof clauseOf>[0]

/** What is said of an event in one clause. */
export const say = (key: Key, values?: Clause['values']): readonly Clause[] => [
  clauseOf(key, values),
]

/** Says it with a further value where that is known, or without. */
export const sayWith = (
  values: Readonly<Record<string, string | null>>,
  withValues: Key,
  without: Key,
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
export const eventSentence = (clauses: readonly Clause[]): string =>
  inEnglish(listOf('semicolon', clauses))
