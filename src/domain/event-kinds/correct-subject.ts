import type { Draft } from '../draft.ts'
import { subjectById } from '../find-subject.ts'
import type { EventRecord } from '../event.ts'
import { checkSubject } from './subjects.ts'
import { refuse } from '../refusal.ts'
import type { Subject, SubjectId } from '../subject.ts'
import { restoreReferences } from '../subject-references.ts'
import { checkRefersToNoneRetired, checkUnused } from '../subject-users.ts'

/**
 * Gives an item, location … the data that it had before the event. One that there was not before
 * is retired, and comes back when that is taken back in turn.
 */
export function correctSubject(draft: Draft, event: EventRecord, named: SubjectId): void {
  const { kind, id } = named
  const data = event.data as { before?: Subject | null; after: Subject }
  const subject = subjectById(draft, kind, id)
  const after = restoreReferences(draft, data.after)
  const label = { subject: kind, code: subject.code, event: event.id }
  // What a batch and a lease stand for has happened: a file was read, serials are on labels.
  if (!data.before && (kind === 'batch' || kind === 'lease')) refuse('creation_kept', label)
  if (!sameSubject(subject, after)) refuse('correction_stale', label)
  const before: Subject = data.before
    ? restoreReferences(draft, data.before)
    : { ...after, retired: true }
  if (before.retired) checkUnused(draft, subject)
  else {
    checkSubject(draft, before)
    checkRefersToNoneRetired(draft, before)
  }
  draft.subjects.set(id, before)
  draft.facts.subject = { kind, id }
  draft.facts.data = { before: after, after: before }
}

const sameSubject = (one: Subject, other: Subject): boolean =>
  one.code === other.code &&
  one.parent === other.parent &&
  one.retired === other.retired &&
  JSON.stringify(one.data) === JSON.stringify(other.data)
