import type { SubjectView } from '../../contract/views.ts'
import type { SubjectRef } from '../../domain/command.ts'
import type { Subject, SubjectKind } from '../../domain/subject.ts'
import { mapReferences } from '../../domain/subject-references.ts'
import type { Store } from '../store.ts'
import { loadNames } from './names.ts'

/** Spells subjects out: what they refer to by its code. */
export async function viewSubjects(
  store: Store,
  subjects: readonly Subject[],
): Promise<SubjectView[]> {
  const wanted: Partial<Record<SubjectKind, number[]>> = {}
  for (const { kind, data, parent } of subjects) {
    if (parent !== null) (wanted[kind] ??= []).push(parent)
    mapReferences(kind, { ...data }, (target, ref) => {
      if (typeof ref === 'number') (wanted[target] ??= []).push(ref)
      return ref
    })
  }
  const names = await loadNames(store, wanted)
  const codeOf = (kind: SubjectKind, ref: SubjectRef) =>
    typeof ref === 'number' ? names.find(kind, ref)?.code : ref
  return subjects.map(({ kind, id, code, parent, data }) => {
    const above = kind === 'location' && parent !== null ? codeOf(kind, parent) : undefined
    const spelt = mapReferences(kind, { ...data }, codeOf)
    return { kind, id, code, parent, data: { ...spelt, ...(above && { parent: above }) } }
  })
}
