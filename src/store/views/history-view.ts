import type { HistoryLineView } from '../../contract/views.ts'
import { eventKinds } from '../../domain/event-kinds/index.ts'
import { eventSentence } from '../../domain/event-sentence.ts'
import { measuredText, type Measure } from '../../domain/quantity.ts'
import type { SubjectKind } from '../../domain/subject.ts'
import { standingCorrections, type Link } from '../../domain/timeline.ts'
import { elsewhere, referringFields, type Scalar } from '../../domain/unit-state.ts'
import type { Store } from '../store.ts'
import { loadNames, type NameTable } from './names.ts'

/** Spells a unit's history out: sentences, names instead of ids, what was taken back by what. */
export async function viewHistory(
  store: Store,
  links: readonly Link[],
): Promise<HistoryLineView[]> {
  const items = await loadItems(store, links)
  const wanted = referredTo(links)
  const names = await loadNames(store, {
    ...wanted,
    item: [...(wanted.item ?? []), ...items.values()],
  })
  const measureOf = (unit: number) => names.data('item', items.get(unit) ?? 0) as Measure
  const actors = await loadActors(store, links)
  const containers = await loadSerials(store, links)
  const correctedBy = standingCorrections(links)
  return links.map((link) => {
    const actor = actors.get(link.actor) ?? String(link.actor)
    const location = names.find('location', link.location)
    const clauses = eventKinds.get(link.kind)!.sentence({
      changes: link.changes,
      location: link.location === elsewhere ? null : (location?.code ?? null),
      parent: link.parent === null ? null : (containers.get(link.parent) ?? String(link.parent)),
      actor,
      amount: (quantity) => measuredText(Number(quantity), measureOf(link.unit)),
      name: (kind, id) => names.find(kind, id as number | null)?.code ?? String(id),
    })
    return {
      event: link.event,
      kind: link.kind,
      time: new Date(link.time).toISOString(),
      sentence: eventSentence(clauses),
      clauses: [...clauses],
      actor,
      location,
      corrects: link.corrects,
      correctedBy: correctedBy.get(link.event) ?? null,
      contested: link.contested,
      changes: namedChanges(link, names),
    }
  })
}

function referredTo(links: readonly Link[]): Partial<Record<SubjectKind, number[]>> {
  const wanted: Partial<Record<SubjectKind, number[]>> = { location: [] }
  for (const link of links) {
    if (link.location !== null) wanted.location!.push(link.location)
    for (const kind of referringFields) {
      for (const id of link.changes[kind] ?? []) {
        if (typeof id === 'number') (wanted[kind] ??= []).push(id)
      }
    }
  }
  return wanted
}

function namedChanges(link: Link, names: NameTable): Record<string, Scalar[]> {
  const named: Record<string, Scalar[]> = {}
  for (const path in link.changes) {
    const kind = referringFields.find((field) => field === path)
    const [before, after] = link.changes[path]!
    // What was only said again is no change to show.
    if (before === after) continue
    const show = (value: Scalar) =>
      kind ? (names.find(kind, value as number | null)?.code ?? null) : value
    named[path] = [show(before), show(after)]
  }
  return named
}

/** Codes of the actors of rows. */
export async function loadActors(
  store: Store,
  links: readonly { readonly actor: number }[],
): Promise<ReadonlyMap<number, string>> {
  const ids = [...new Set(links.map(({ actor }) => actor))]
  if (ids.length === 0) return new Map()
  const rows = await store.read.selectFrom('actors').selectAll().where('id', 'in', ids).execute()
  return new Map(rows.map(({ id, code }) => [id, code]))
}

/** Items of the units whose content changed: they say how it is measured. */
async function loadItems(
  store: Store,
  links: readonly Link[],
): Promise<ReadonlyMap<number, number>> {
  const ids = [...new Set(links.filter(({ changes }) => changes['content']).map((one) => one.unit))]
  if (ids.length === 0) return new Map()
  const rows = await store.read
    .selectFrom('units')
    .select(['id', 'item'])
    .where('id', 'in', ids)
    .execute()
  return new Map(rows.flatMap(({ id, item }) => (item === null ? [] : [[id, item] as const])))
}

async function loadSerials(
  store: Store,
  links: readonly Link[],
): Promise<ReadonlyMap<number, string>> {
  const ids = [...new Set(links.map(({ parent }) => parent).filter((id) => id !== null))]
  if (ids.length === 0) return new Map()
  const rows = await store.read
    .selectFrom('units')
    .select(['id', 'serial'])
    .where('id', 'in', ids)
    .execute()
  return new Map(rows.map(({ id, serial }) => [id, serial ?? String(id)]))
}
