import type { SubjectRef } from './command.ts'
import { findSubject, seekSubject, type Draft } from './draft.ts'
import type { Subject, SubjectKind } from './subject.ts'

/** What the properties of a subject refer to. They are kept as ids and shown as codes. */
const references: Readonly<Partial<Record<SubjectKind, Readonly<Record<string, SubjectKind>>>>> = {
  item: { maker: 'party', supplier: 'party' },
  party: { location: 'location' },
  order: { party: 'party' },
}

type Data = Readonly<Record<string, unknown>>
type Replace = (kind: SubjectKind, ref: SubjectRef) => SubjectRef | undefined

/** The data with every reference replaced; one for which there is nothing is left out. */
export function mapReferences(kind: SubjectKind, data: Data, replace: Replace): Data {
  const mapped: Record<string, unknown> = {}
  for (const name in data) {
    const target = references[kind]?.[name]
    const value = data[name]
    if (kind === 'order' && name === 'lines') mapped[name] = mapLines(value, replace)
    else if (!target || value === null) mapped[name] = value
    else {
      const replaced = replace(target, value as SubjectRef)
      if (replaced !== undefined) mapped[name] = replaced
    }
  }
  return mapped
}

type Line = Readonly<Record<string, unknown>> & { readonly item: SubjectRef }

const mapLines = (lines: unknown, replace: Replace): unknown =>
  Array.isArray(lines)
    ? (lines as readonly Line[]).map((line) => ({
        ...line,
        item: replace('item', line.item) ?? line.item,
      }))
    : lines

/** The data of a command as it is kept; refuses what refers to something that is not there. */
export const keepReferences = (draft: Draft, kind: SubjectKind, data: Data): Data =>
  mapReferences(kind, data, (target, ref) => findSubject(draft, target, ref).id)

/** A subject of an old event as it would be kept today: with ids where it had codes. */
export function restoreReferences(draft: Draft, { data, ...subject }: Subject): Subject {
  const kept = mapReferences(subject.kind, data, (target, ref) =>
    typeof ref === 'number' ? ref : seekSubject(draft, target, ref)?.id,
  )
  return { ...subject, data: withoutParent(subject.kind, kept) }
}

/** The place above a location is a column of its own. */
export function withoutParent(kind: SubjectKind, data: Data): Data {
  if (kind !== 'location') return data
  const { parent: _, ...rest } = data
  return rest
}
