import { z } from 'zod'
import type { Draft } from '../draft.ts'
import type { EventRecord, Standing } from '../event.ts'
import { eventKind } from '../event-kind.ts'
import { say } from '../event-sentence.ts'
import { need } from '../need.ts'
import { refuse } from '../refusal.ts'
import { checkUnitRefersToNoneRetired } from '../subject-users.ts'
import { judge, type Link } from '../timeline.ts'
import { difference } from '../unit-state.ts'
import { correctSubject } from './correct-subject.ts'

const schema = z.object({ event: z.int().positive() })

/**
 * An event is taken back: the state becomes what it would be had the event not been, which is
 * exactly the state before it when nothing happened since. An item, location … that it made is
 * retired. A correction can be corrected.
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
    checkUncorrected(draft, event)
    draft.facts.corrects = event.id
    draft.facts.location = event.location
    draft.facts.order = event.order
    if (event.subject) correctSubject(draft, event, event.subject)
    const units = event.units
    const missing = units.filter((unit) => !set.units.get(unit)?.links)
    if (missing.length > 0) need({ units: missing, timelines: missing })
    for (const unit of units) correctUnit(draft, event, unit)
    draft.facts.standing = standingAfter(draft, event)
  },
  sentence: () => say('takenBack'),
  epcis: null,
})

/**
 * Refuses to correct what stands corrected already. To take back a correction is to restore what it
 * corrected; if that was a correction too, what it corrected must not stand corrected otherwise.
 */
function checkUncorrected({ set }: Draft, event: EventRecord): void {
  let restored = false
  for (let target: EventRecord | undefined = event; target; restored = !restored) {
    const by = set.correctedBy.get(target.id)
    if (!restored && by !== undefined) {
      refuse('correction_of_correction', { event: target.id, by })
    }
    target = target.corrects === null ? undefined : set.events.get(target.corrects)
  }
}

/** Whether the event at the root of a chain of corrections counts after this one. */
function standingAfter({ set, event: by }: Draft, corrected: EventRecord): Standing {
  let root = corrected
  let counts = false
  for (; root.corrects !== null; counts = !counts) root = set.events.get(root.corrects)!
  return { event: root.id, by, units: corrected.units, counts }
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
  const { state: after, impossible } = judge([...links!, link])
  if (!impossible) checkUnitRefersToNoneRetired(draft, state, after)
  if (own.contested) draft.contested.add(unit)
  draft.states.set(unit, after)
  draft.links.set(unit, { role: own.role, changes: difference(state, after) })
}
