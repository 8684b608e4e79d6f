import type { SubjectRef } from './command.ts'
import type { Draft } from './draft.ts'
import { need } from './need.ts'
import { refuse } from './refusal.ts'
import {
  subjectKey,
  type Subject,
  type SubjectData,
  type SubjectKind,
  type SubjectName,
} from './subject.ts'

/** Finds an item, location … by id or code, or refuses. */
export function findSubject<K extends SubjectKind>(
  draft: Draft,
  kind: K,
  ref: SubjectRef,
  item = 0,
): Subject<K> {
  return seekSubject(draft, kind, ref, item) ?? refuse(`${kind}_unknown`, { [kind]: ref })
}

/** Finds an item, location … by id or code, if there is one that is not retired. */
export function seekSubject<K extends SubjectKind>(
  draft: Draft,
  kind: K,
  ref: SubjectRef,
  item = 0,
): Subject<K> | undefined {
  const id = typeof ref === 'number' ? ref : idOfCode(draft, { kind, item, code: ref })
  if (id === null) return undefined
  const subject = draft.subjects.get(id) ?? draft.set.subjects.get(kind)?.get(id)
  return subject?.retired ? undefined : (subject as Subject<K> | undefined)
}

/** What an id names, loaded when it is not known yet; it may be retired. */
export const subjectById = <K extends SubjectKind>(draft: Draft, kind: K, id: number): Subject<K> =>
  (draft.subjects.get(id) ??
    draft.set.subjects.get(kind)?.get(id) ??
    need({ subjects: [{ kind, id }] })) as Subject<K>

function idOfCode(draft: Draft, name: SubjectName): number | null {
  const key = subjectKey(name.kind, name.code, name.item)
  const id = draft.newCodes.get(key) ?? draft.set.subjectIds.get(key)
  return id === undefined ? need({ codes: [name] }) : id
}

/** The item of a unit. */
export function itemOf(draft: Draft, unit: number): Subject<'item'> {
  const id = draft.set.units.get(unit)!.state.item
  // A unit whose making was corrected away has no item any more.
  return id === 0 ? refuse('item_unknown', { item: '-' }) : subjectById(draft, 'item', id)
}

/** The latest retired subject that had a code which is known to be free now. */
export function retiredWith(
  { set }: Draft,
  { kind, code, item }: SubjectName,
): Subject | undefined {
  const id = set.retiredIds.get(subjectKey(kind, code, item))?.at(-1)
  return id === undefined ? undefined : set.subjects.get(kind)!.get(id)
}

/**
 * Makes an item, location … under the next free id. One whose making was taken back comes back
 * under its own, so that the serials of an item name the same units as before.
 */
export function makeSubject<K extends SubjectKind>(
  draft: Draft,
  kind: K,
  code: string,
  parent: number | null,
  data: SubjectData[K],
): Subject<K> {
  const item = kind === 'lot' ? (data as SubjectData['lot']).item : 0
  const former = retiredWith(draft, { kind, code, item })
  const id = former?.id ?? draft.set.nextSubject + draft.newSubjects.length
  if (!former) draft.newSubjects.push(id)
  const subject: Subject<K> = { kind, id, code, parent, data }
  draft.subjects.set(id, subject)
  draft.newCodes.set(subjectKey(kind, code, item), id)
  return subject
}
