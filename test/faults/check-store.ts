import { isDeepStrictEqual } from 'node:util'
import type { Kysely } from 'kysely'
import type { Answer } from '../../src/domain/command.ts'
import { parseRuns, type EventRecord } from '../../src/domain/event.ts'
import { standingCorrections, foldTimeline, type Link } from '../../src/domain/timeline.ts'
import { eventOf } from '../../src/store/rows.ts'
import type { EdgeTable, Tables } from '../../src/store/tables.ts'
import { numbersOf, readUnits, type UnitRows } from './read-units.ts'

/** How far a store was found whole: its last event and its last unit. */
export interface Checked {
  readonly event: number
  readonly unit: number
}

export const nothingChecked: Checked = { event: 0, unit: 0 }

const unitsPerQuery = 1000

/**
 * Reads what was written after `checked`, and all about the units that it touched, and lists what
 * is missing or half done: every event has its command, its links, unit states, numbers and edges,
 * and no numbering has a gap.
 */
export async function checkStore(
  read: Kysely<Tables>,
  checked: Checked,
): Promise<{ problems: string[]; checked: Checked }> {
  const company = await read.selectFrom('company').selectAll().executeTakeFirst()
  if (!company) return { problems: [], checked }
  const recorded = await readEvents(read, checked)
  const events = recorded.map(({ event }) => event)
  const ids = events.map(({ id }) => id)
  const made = recorded.flatMap(({ answer }) => parseRuns(answer?.ok ? answer.created : ''))
  const problems = [
    ...checkNumbering('events', ids, checked.event, company.next_event),
    ...checkNumbering('units made', made, checked.unit, company.next_unit),
    ...recorded
      .filter(({ event, answer }) => !answer?.ok || answer.event !== event.id)
      .map(({ event }) => `event ${event.id} has no command that was answered with it`),
  ]
  const touched = [...new Set(events.flatMap(({ units }) => units))]
  const links: Link[] = []
  const edges: EdgeTable[] = []
  for (let at = 0; at < touched.length; at += unitsPerQuery) {
    for (const unit of await readUnits(read, touched.slice(at, at + unitsPerQuery))) {
      problems.push(...checkUnit(unit))
      links.push(...unit.links.filter(({ event }) => event > checked.event))
      edges.push(...unit.edges.filter(({ event }) => event > checked.event))
    }
  }
  problems.push(...checkLinks(events, links), ...checkEdges(edges), ...checkSplits(links, edges))
  return { problems, checked: { event: company.next_event - 1, unit: company.next_unit - 1 } }
}

async function readEvents(read: Kysely<Tables>, { event }: Checked) {
  const rows = await read
    .selectFrom('events')
    .leftJoin('commands', 'commands.id', 'events.command')
    .selectAll('events')
    .select('commands.answer')
    .where('events.id', '>', event)
    .orderBy('events.id')
    .execute()
  return rows.map(({ answer, ...row }) => ({
    event: eventOf(row),
    answer: answer === null ? undefined : (JSON.parse(answer) as Answer),
  }))
}

/** The ids follow each other from the one after `last` to the one before `next`. */
function checkNumbering(what: string, ids: readonly number[], last: number, next: number) {
  const due = Array.from({ length: next - 1 - last }, (_, index) => last + 1 + index)
  if (isDeepStrictEqual(ids, due)) return []
  const at = due.findIndex((id, index) => id !== ids[index])
  return [`${what}: ${ids.length} after ${last}, ${due.length} due, ${due[at]} is not in its place`]
}

function checkUnit({ id, state, links, edges, numbers }: UnitRows): string[] {
  if (!state) return [`unit ${id} has no row`]
  const problems: string[] = []
  const told = foldTimeline(links)
  if (!isDeepStrictEqual(told, state)) {
    problems.push(`unit ${id} is ${JSON.stringify(state)}; its links tell ${JSON.stringify(told)}`)
  }
  for (const [type, value] of numbersOf(state)) {
    const owners = numbers.filter((row) => row.value === value && row.type === type)
    if (!owners.some(({ unit, active }) => unit === id && active === 1)) {
      problems.push(`unit ${id} cannot be found by its ${type} ${value}`)
    }
  }
  const corrected = standingCorrections(links)
  for (const { event, active } of edges) {
    if ((active === 0) !== corrected.has(event)) {
      problems.push(`unit ${id}: its edge of event ${event} has active = ${active}`)
    }
  }
  return problems
}

/** An event names exactly the units that have a link to it. */
function checkLinks(events: readonly EventRecord[], links: readonly Link[]): string[] {
  const linked = Map.groupBy(links, ({ event }) => event)
  return events.flatMap(({ id, units }) => {
    const found = (linked.get(id) ?? []).map(({ unit }) => unit).sort((a, b) => a - b)
    if (isDeepStrictEqual(found, units)) return []
    return [`event ${id} names the units ${units.join()}; linked to it are ${found.join()}`]
  })
}

/** Each edge stands with both of its units. */
function checkEdges(edges: readonly EdgeTable[]): string[] {
  const ends = new Set(
    edges.map((edge) => [edge.unit, edge.direction, edge.event, edge.other].join()),
  )
  return edges
    .filter((edge) => !ends.has([edge.other, -edge.direction, edge.event, edge.unit].join()))
    .map((edge) => `event ${edge.event}: the edge of ${edge.unit} and ${edge.other} has one end`)
}

/** What left a portion is in its parts; a contested split moved nothing. */
function checkSplits(links: readonly Link[], edges: readonly EdgeTable[]): string[] {
  const out = edges.filter(({ direction }) => direction === 1)
  const given = Map.groupBy(out, ({ event }) => event)
  return links.flatMap(({ event, kind, contested, changes }) => {
    const taken = -(changes['content']?.[2] ?? 0)
    if (kind !== 'split' || contested || taken === 0) return []
    const got = (given.get(event) ?? []).reduce((sum, { quantity }) => sum + quantity, 0)
    return got === taken ? [] : [`event ${event} took ${taken} and gave ${got}`]
  })
}
