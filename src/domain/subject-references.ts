import type { SubjectRef } from './command.ts'
import type { Draft } from './draft.ts'
import { findSubject, seekSubject } from './find-subject.ts'
import { nameSubject, type Names } from './names.ts'
import type { Subject, SubjectData, SubjectId, SubjectKind } from './subject.ts'

/** How a property refers: by one code, by a list of them, or by lines that name one each. */
interface Reference {
  readonly to: SubjectKind
  readonly as: 'one' | 'list' | 'lines'
}
type References = Readonly<Record<string, Reference>>

/** What the properties of a subject refer to. They are kept as ids and shown as codes. */
const references: Readonly<Partial<Record<SubjectKind, References>>> = {
  item: {
    maker: { to: 'party', as: 'one' },
    supplier: { to: 'party', as: 'one' },
    substitutes: { to: 'item', as: 'list' },
    components: { to: 'item', as: 'lines' },
  },
  party: { location: { to: 'location', as: 'one' } },
  order: { party: { to: 'party', as: 'one' }, lines: { to: 'item', as: 'lines' } },
}

type Data = Readonly<Record<string, unknown>>
type Replace = (kind: SubjectKind, ref: SubjectRef) => SubjectRef | undefined

/** The data with every reference replaced; one for which there is nothing is left out. */
export function mapReferences(kind: SubjectKind, data: Data, replace: Replace): Data {
  const mapped: Record<string, unknown> = {}
  for (const name in data) {
    const reference = references[kind]?.[name]
    const value = data[name]
    const replaced = reference && value !== null ? mapReference(reference, value, replace) : value
    if (replaced !== undefined) mapped[name] = replaced
  }
  return mapped
}

type Line = Readonly<Record<string, unknown>> & { readonly item: SubjectRef }

function mapReference({ to, as }: Reference, value: unknown, replace: Replace): unknown {
  if (as === 'one') return replace(to, value as SubjectRef)
  if (as === 'list') return (value as readonly SubjectRef[]).map((ref) => replace(to, ref) ?? ref)
  return (value as readonly Line[]).map((line) => ({
    ...line,
    item: replace(to, line.item) ?? line.item,
  }))
}

/** Names all that the data of a subject refers to. */
export function nameReferences(names: Names, kind: SubjectKind, data: Data): void {
  mapReferences(kind, data, (target, ref) => {
    nameSubject(names, target, ref)
    return ref
  })
}

/** The data of a command as it is kept; refuses what refers to something that is not there. */
export const keepReferences = (draft: Draft, kind: SubjectKind, data: Data): Data =>
  mapReferences(kind, data, (target, ref) => findSubject(draft, target, ref).id)

/** All that a subject refers to: in its data, the location above it, the item of a lot or a lease. */
export function referencesOf({ kind, parent, data }: Subject): SubjectId[] {
  const found: SubjectId[] = parent === null ? [] : [{ kind: 'location', id: parent }]
  if (kind === 'lot' || kind === 'lease') {
    return [{ kind: 'item', id: (data as SubjectData['lot' | 'lease']).item }]
  }
  for (const name in references[kind]) {
    const { to, as } = references[kind][name]!
    const value = (data as Data)[name]
    if (value === undefined) continue
    const refs = as === 'one' ? [value] : as === 'list' ? (value as SubjectRef[]) : itemsOf(value)
    // One of old that was never found is there by its code still.
    for (const id of refs) if (typeof id === 'number') found.push({ kind: to, id })
  }
  return found
}

const itemsOf = (lines: unknown): SubjectRef[] => (lines as readonly Line[]).map(({ item }) => item)

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
