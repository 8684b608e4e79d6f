import { unitsNamedMax, type Change } from '../../contract/changes.ts'
import { parseRuns } from '../../domain/event.ts'
import { eventKinds } from '../../domain/event-kinds/index.ts'
import { kindName } from '../../domain/event-kinds/kind-names.ts'
import { eventSentence } from '../../domain/event-sentence.ts'
import type { SubjectKind } from '../../domain/subject.ts'
import { linkOf } from '../../store/rows.ts'
import type { Store } from '../../store/store.ts'
import type { EventTable } from '../../store/tables.ts'
import { loadActors, viewHistory } from '../../store/views/history-view.ts'
import { loadNames } from '../../store/views/names.ts'

/** An event that is told, with its place in the sequence. */
export interface NumberedChange {
  readonly id: number
  readonly change: Change
}

/** What is said of an event. */
type Said = Pick<Change, 'sentence' | 'clauses'>

/** What happened after an event, in order. */
export const readChanges = async (store: Store, after: number, limit: number) =>
  viewChanges(
    store,
    await eventsOf(store).where('id', '>', after).orderBy('id').limit(limit).execute(),
  )

/** What happened last, the newest first; before an event where one is given. */
export const latestChanges = async (store: Store, before: number | undefined, limit: number) => {
  const events = eventsOf(store).orderBy('id', 'desc').limit(limit)
  const found = before === undefined ? events : events.where('id', '<', before)
  return (await viewChanges(store, (await found.execute()).reverse())).reverse()
}

/** Events by number, in order. */
export const changesOf = async (store: Store, ids: readonly number[]) =>
  ids.length === 0
    ? []
    : viewChanges(store, await eventsOf(store).where('id', 'in', ids).orderBy('id').execute())

const eventsOf = (store: Store) => store.read.selectFrom('events').selectAll()

/** Events in order as they are told: a handful of queries, however many they are. */
async function viewChanges(store: Store, events: readonly EventTable[]): Promise<NumberedChange[]> {
  if (events.length === 0) return []
  const units = events.map((event) => parseRuns(event.units))
  const named = units.map((ids) => ids.slice(0, unitsNamedMax))
  const serials = await loadSerials(store, named.flat())
  const sentences = await loadSentences(
    store,
    events.map(({ id }, index) => ({ event: id, unit: units[index]![0] })),
  )
  const actors = await loadActors(store, events)
  const subjects = await loadSubjects(store, events)
  return events.map((event, index) => ({
    id: event.id,
    change: {
      kind: kindName(event.kind),
      time: new Date(event.time).toISOString(),
      actor: actors.get(event.actor) ?? String(event.actor),
      ...(sentences.get(event.id) ?? sentenceAlone(event)),
      units: named[index]!.map((id) => ({ id, serial: serials.get(id) ?? null })),
      unitCount: units[index]!.length,
      subject: subjects(event),
      command: event.command,
      corrects: event.corrects,
      contested: event.contested === 1,
    },
  }))
}

/** Number of the last event; 0 before the first. */
export async function lastEvent(store: Store): Promise<number> {
  const row = await store.read.selectFrom('company').select('next_event').executeTakeFirst()
  return (row?.next_event ?? 1) - 1
}

async function loadSerials(
  store: Store,
  ids: readonly number[],
): Promise<ReadonlyMap<number, string | null>> {
  if (ids.length === 0) return new Map()
  const rows = await store.read
    .selectFrom('units')
    .select(['id', 'serial'])
    .where('id', 'in', [...new Set(ids)])
    .execute()
  return new Map(rows.map(({ id, serial }) => [id, serial]))
}

/** An event reads as the line that it leaves in the history of its first unit. */
async function loadSentences(
  store: Store,
  events: readonly { readonly event: number; readonly unit: number | undefined }[],
): Promise<ReadonlyMap<number, Said>> {
  const units = events.map(({ unit }) => unit).filter((unit) => unit !== undefined)
  if (units.length === 0) return new Map()
  const rows = await store.read
    .selectFrom('links')
    .selectAll()
    .where('unit', 'in', [...new Set(units)])
    .where('event', '>=', events[0]!.event)
    .where('event', '<=', events.at(-1)!.event)
    .execute()
  const firsts = new Set(events.map(({ event, unit }) => `${event} ${unit}`))
  const links = rows.map(linkOf).filter(({ event, unit }) => firsts.has(`${event} ${unit}`))
  const lines = await viewHistory(store, links)
  return new Map(lines.map(({ event, sentence, clauses }) => [event, { sentence, clauses }]))
}

function sentenceAlone({ kind }: EventTable): Said {
  const clauses = eventKinds.get(kindName(kind))!.sentence({
    changes: {},
    location: null,
    parent: null,
    actor: '',
    name: () => '',
    amount: String,
  })
  return { sentence: eventSentence(clauses), clauses: [...clauses] }
}

async function loadSubjects(store: Store, events: readonly EventTable[]) {
  const wanted: Partial<Record<SubjectKind, number[]>> = {}
  for (const { subject_kind: kind, subject } of events) {
    if (kind !== null && subject !== null) (wanted[kind as SubjectKind] ??= []).push(subject)
  }
  const names = await loadNames(store, wanted)
  return ({ subject_kind: kind, subject }: EventTable): Change['subject'] => {
    const found = kind === null ? null : names.find(kind as SubjectKind, subject)
    return found && { kind: kind as SubjectKind, id: found.id, code: found.code }
  }
}
