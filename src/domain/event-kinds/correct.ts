import { z } from 'zod'
import { contentsOf, describeUnit, type Draft } from '../draft.ts'
import type { EdgeSwitch, EventRecord } from '../event.ts'
import { eventKind } from '../event-kind.ts'
import { need } from '../need.ts'
import { refuse } from '../refusal.ts'
import type { Subject, SubjectKind } from '../subject.ts'
import { judge, type Link } from '../timeline.ts'
import { difference } from '../unit-state.ts'

const schema = z.object({ event: z.int().positive() })

/**
 * An event is taken back: the state becomes what it would be had the event not been, which is
 * exactly the state before it when nothing happened since. A correction can be corrected.
 */
export const correct = eventKind<z.infer<typeof schema>>({
  name: 'correct',
  summary: 'Take back an earlier event',
  schema,
  names: (input, names) => {
    names.events.add(input.event)
  },
  decide(draft, input) {
    const { set } = draft
    const event = set.events.get(input.event)
    if (!event) return refuse('event_unknown', { event: input.event })
    const by = set.correctedBy.get(event.id)
    if (by !== undefined) refuse('correction_of_correction', { event: event.id, by })
    draft.facts.corrects = event.id
    draft.facts.location = event.location
    draft.facts.order = event.order
    if (event.subject) correctSubject(draft, event, event.subject)
    const units = event.units
    const missing = units.filter((unit) => !set.units.get(unit)?.links)
    if (missing.length > 0) need({ units: missing, timelines: missing })
    for (const unit of units) correctUnit(draft, event, unit)
    if (units.length > 1) draft.facts.edgeSwitch = edgesAfter(draft, event)
  },
  sentence: () => 'Taken back',
  epcis: null,
})

/** Whether the edges of the event at the root of a chain of corrections count after this one. */
function edgesAfter(draft: Draft, event: EventRecord): EdgeSwitch {
  let active = false
  let root = event
  while (root.corrects !== null) {
    const earlier = draft.set.events.get(root.corrects)
    if (!earlier) return need({ events: [root.corrects] })
    root = earlier
    active = !active
  }
  return { event: root.id, units: event.units, active }
}

function correctUnit(draft: Draft, event: EventRecord, unit: number): void {
  const { state, links } = draft.set.units.get(unit)!
  const own = links!.find((link) => link.event === event.id)!
  const link: Link = {
    ...own,
    event: draft.event,
    kind: 'correct',
    corrects: event.id,
    changes: {},
  }
  const judged = judge([...links!, link])
  if (judged.impossible) {
    const label = describeUnit(draft, unit)
    refuse('correction_blocked', { event: event.id, later: judged.impossible.event, unit: label })
  }
  if (judged.state.status === 'void') {
    const count = contentsOf(draft, unit).length
    if (count > 0) refuse('container_full', { unit: describeUnit(draft, unit), count })
  }
  draft.states.set(unit, judged.state)
  const changes = difference(state, judged.state)
  draft.links.set(unit, { role: own.role, changes, contested: own.contested })
}

/** Gives an item, location … the data that it had before the event. */
function correctSubject(
  draft: Draft,
  event: EventRecord,
  { kind, id }: { kind: SubjectKind; id: number },
): void {
  const subject = draft.set.subjects.get(kind)?.get(id) ?? need({ subjects: [{ kind, id }] })
  const { before, after } = event.data as { before?: Subject | null; after: Subject }
  const label = { subject: kind, code: subject.code, event: event.id }
  if (!before) return refuse('creation_kept', label)
  if (!sameSubject(subject, after)) refuse('correction_stale', label)
  draft.subjects.set(id, before)
  draft.facts.subject = { kind, id }
  draft.facts.data = { before: after, after: before }
}

const sameSubject = (one: Subject, other: Subject): boolean =>
  one.code === other.code &&
  one.parent === other.parent &&
  JSON.stringify(one.data) === JSON.stringify(other.data)
