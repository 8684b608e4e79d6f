import type { Draft } from './draft.ts'
import { foldIdentifier, serialType } from './identifier.ts'
import type { Making, NewUnit } from './making.ts'
import { need } from './need.ts'
import { refuse } from './refusal.ts'
import { parseScheme } from './schemes/parse-scheme.ts'
import { counterKey, renderSerials } from './schemes/render-serial.ts'
import type { Result, Scheme, SerialParts } from './schemes/scheme.ts'
import { serialScopeOf } from './serial-scope.ts'
import type { Subject } from './subject.ts'

/**
 * Takes numbers from the item's counter for all entries that bring no serial, once for the whole
 * command. A number that is in use already, typed by hand or imported, is passed over.
 */
export function needSerials(draft: Draft, making: Making, entries: readonly NewUnit[]): void {
  const count = entries.filter(({ serial }) => serial === undefined).length
  if (count === 0) return
  const { item } = making
  const pattern = item.data.scheme
  if (pattern === undefined) refuse('scheme_missing', { item: item.code })
  const scheme = valueOf(parseScheme(pattern), pattern)
  const parts = partsOf(draft, making)
  const key = valueOf(counterKey(scheme, parts), pattern)
  const last = draft.set.counters.get(key)
  if (last === undefined) need({ counters: [key] })
  const given = new Set(entries.map(({ serial = '' }) => foldIdentifier(serial)))
  const wanted = { from: last + 1, count, given }
  const { serials, number } = freeSerials(draft, item, scheme, parts, wanted)
  draft.serials.push(...serials)
  draft.counters.set(key, number)
}

/** The next of the serials that {@link needSerials} took. */
export const nextSerial = (draft: Draft, item: Subject<'item'>): string =>
  draft.serials.shift() ?? refuse('serial_missing', { item: item.code })

function freeSerials(
  draft: Draft,
  item: Subject<'item'>,
  scheme: Scheme,
  parts: SerialParts,
  wanted: { from: number; count: number; given: ReadonlySet<string> },
): { serials: string[]; number: number } {
  const scope = serialScopeOf(draft, item)
  const free: string[] = []
  let from = wanted.from
  while (free.length < wanted.count) {
    const count = wanted.count - free.length
    const { serials, next } = valueOf(renderSerials(scheme, parts, { from, count }), scheme.pattern)
    const numbers = serials.map(({ serial }) => foldIdentifier(serial))
    const unknown = numbers.filter((number) => !draft.set.identifiers.has(number))
    if (unknown.length > 0) need({ numbers: unknown })
    for (const [index, { serial }] of serials.entries()) {
      const rows = draft.set.identifiers.get(numbers[index]!)!
      const isUsed = rows.some((row) => row.type === serialType && row.scope === scope)
      if (!isUsed && !wanted.given.has(numbers[index]!)) free.push(serial)
    }
    from = next
  }
  return { serials: free, number: from - 1 }
}

function valueOf<T>(result: Result<T>, pattern: string): T {
  if (result.ok) return result.value
  const { code, message, position } = result.error
  if (code === 'scheme.number') refuse('scheme_exhausted', { scheme: pattern })
  return refuse('scheme_invalid', {
    scheme: pattern,
    position: position === null ? '-' : position + 1,
    problem: message,
  })
}

function partsOf(draft: Draft, making: Making): SerialParts {
  const date = new Date(draft.time)
  const fields: Record<string, string> = { 'item.code': making.item.code }
  const site = siteOf(draft, making.location)
  const order = making.order === null ? undefined : subjectCode(draft, 'order', making.order)
  const lot = making.lot === null ? undefined : subjectCode(draft, 'lot', making.lot)
  if (site) fields['site'] = site
  if (order) fields['order'] = order
  if (lot) fields['lot'] = lot
  for (const name in making.traits) fields[`trait.${name}`] = String(making.traits[name])
  return {
    fields,
    date: {
      year: date.getUTCFullYear(),
      month: date.getUTCMonth() + 1,
      day: date.getUTCDate(),
    },
  }
}

const subjectCode = (draft: Draft, kind: 'order' | 'lot', id: number): string | undefined =>
  (draft.subjects.get(id) ?? draft.set.subjects.get(kind)?.get(id))?.code

/** Code of the site that a location belongs to: the nearest site above it, else the topmost. */
function siteOf(draft: Draft, location: number | null): string | undefined {
  let site: string | undefined
  for (let id = location; id !== null;) {
    const place = draft.set.subjects.get('location')?.get(id) as Subject<'location'> | undefined
    if (!place) return need({ subjects: [{ kind: 'location', id }] })
    site = place.code
    if (place.data.kind === 'site') break
    id = place.parent
  }
  return site
}
