import type { Draft } from './draft.ts'
import { subjectById } from './find-subject.ts'
import { foldIdentifier, formsOf, serialType } from './identifier.ts'
import type { Making, NewUnit } from './new-unit.ts'
import { need } from './need.ts'
import { refuse } from './refusal.ts'
import { parseScheme } from './schemes/parse-scheme.ts'
import { counterKey, renderSerials, type NumberedSerial } from './schemes/render-serial.ts'
import type { Result, Scheme, SerialParts } from './schemes/scheme.ts'
import { serialRuleOf } from './serial-rule.ts'
import type { Subject } from './subject.ts'

/** Name of the secret key that unguessable serials are made with; a company has one. */
export const serialKeyName = 'serials'

/**
 * Takes numbers from the item's counter for all entries that bring no serial, once for the whole
 * command. A number that is in use already, typed by hand or imported, is passed over.
 */
export function needSerials(draft: Draft, making: Making, entries: readonly NewUnit[]): void {
  const count = entries.filter(({ serial }) => serial === undefined).length
  if (count === 0) return
  const given = entries.flatMap(({ serial }) => serial ?? [])
  const { serials } = takeSerials(draft, making, count, given)
  draft.serials.push(...serials.map(({ serial }) => serial))
}

/** The next of the serials that {@link needSerials} took. */
export const nextSerial = (draft: Draft, item: Subject<'item'>): string =>
  draft.serials.shift() ?? refuse('serial_missing', { item: item.code })

/** What serials are made from besides their number. */
export type SerialSource = Pick<Making, 'item' | 'location' | 'order' | 'lot' | 'traits'>

/** Serials that nobody else will get, with what they were made from. */
export interface TakenSerials {
  readonly serials: readonly NumberedSerial[]
  readonly pattern: string
  readonly parts: SerialParts
}

/** Takes the next free serials of an item from their counter, which moves on for good. */
export function takeSerials(
  draft: Draft,
  source: SerialSource,
  count: number,
  given: readonly string[] = [],
): TakenSerials {
  const { item } = source
  const pattern = item.data.scheme
  if (pattern === undefined) refuse('scheme_missing', { item: item.code })
  const scheme = schemeOf(pattern)
  const parts = partsOf(draft, source, scheme)
  const name = valueOf(counterKey(scheme, parts), pattern)
  const last = draft.counters.get(name) ?? lastOf(draft, scheme, parts, name)
  const key = scheme.counter.unguessable ? serialKey(draft) : undefined
  const { folding } = serialRuleOf(item)
  const taken = new Set(given.map((serial) => foldIdentifier(serial, folding)))
  const { serials, number } = freeSerials(draft, item, { scheme, parts, key, taken }, last, count)
  draft.counters.set(name, number)
  return { serials, pattern, parts }
}

/** Where a counter stands; one that a restored backup did not know starts behind the fence. */
function lastOf({ set }: Draft, scheme: Scheme, parts: SerialParts, name: string): number {
  const last = set.counters.get(name)
  if (last === undefined) return need({ counters: [name] })
  if (last !== null || set.fence.epoch === 0) return last ?? 0
  const { date } = parts
  const then = dateOf(set.fence.time)
  const isLater = date && dayText(date) > dayText(then)
  // A counter of a day, week … that began after the restoring cannot have given anything before.
  const began = counterKey(scheme, { ...parts, date: then })
  return isLater && began.ok && began.value !== name ? 0 : set.fence.gap
}

const dayText = ({ year, month, day }: NonNullable<SerialParts['date']>): number =>
  (year * 100 + month) * 100 + day

const serialKey = ({ set }: Draft): Uint8Array =>
  set.secrets.get(serialKeyName) ?? need({ secrets: [serialKeyName] })

interface Wanted {
  readonly scheme: Scheme
  readonly parts: SerialParts
  readonly key: Uint8Array | undefined
  /** Serials that the command itself brings, folded. */
  readonly taken: ReadonlySet<string>
}

function freeSerials(
  draft: Draft,
  item: Subject<'item'>,
  { scheme, parts, key, taken }: Wanted,
  last: number,
  wanted: number,
): { serials: NumberedSerial[]; number: number } {
  const { scope, folding } = serialRuleOf(item)
  const free: NumberedSerial[] = []
  let from = last + 1
  while (free.length < wanted) {
    const count = wanted - free.length
    const made = renderSerials(scheme, parts, { from, count, key })
    const { serials, next } = valueOf(made, scheme.pattern)
    const forms = serials.flatMap(({ serial }) => formsOf(serial))
    const unknown = forms.filter((number) => !draft.set.identifiers.has(number))
    if (unknown.length > 0) need({ numbers: unknown })
    for (const one of serials) {
      const folded = foldIdentifier(one.serial, folding)
      const rows = draft.set.identifiers.get(folded)!
      const isUsed = rows.some((row) => row.type === serialType && row.scope === scope)
      if (!isUsed && !taken.has(folded)) free.push(one)
    }
    from = next
  }
  return { serials: free, number: from - 1 }
}

/** A pattern, understood; refuses one that is wrong, with the character. */
export const schemeOf = (pattern: string): Scheme => valueOf(parseScheme(pattern), pattern)

function valueOf<T>(result: Result<T>, pattern: string): T {
  if (result.ok) return result.value
  const { code, said, position } = result.error
  if (code === 'scheme.number') refuse('scheme_exhausted', { scheme: pattern })
  return refuse('scheme_invalid', {
    scheme: pattern,
    position: position === null ? '-' : position + 1,
    problem: said,
  })
}

function partsOf(
  draft: Draft,
  { item, location, order, lot, traits }: SerialSource,
  scheme: Scheme,
): SerialParts {
  const fields: Record<string, string> = { 'item.code': item.code }
  const site = siteOf(draft, location)
  const orderCode = order === null ? undefined : subjectCode(draft, 'order', order)
  const lotCode = lot === null ? undefined : subjectCode(draft, 'lot', lot)
  if (site) fields['site'] = site
  if (orderCode) fields['order'] = orderCode
  if (lotCode) fields['lot'] = lotCode
  for (const name in traits) fields[`trait.${name}`] = String(traits[name])
  respell(fields, scheme)
  return { fields, date: dateOf(draft.time) }
}

/** A scheme may spell a trait otherwise than its definition, which came later, does. */
function respell(fields: Record<string, string>, { parts, counter }: Scheme): void {
  const printed = parts.flatMap((part) => (part.kind === 'field' ? part.name : []))
  for (const name of [...printed, ...(counter.scope ?? [])]) {
    if (!name.startsWith('trait.') || Object.hasOwn(fields, name)) continue
    const isSame = (other: string) => other.toUpperCase() === name.toUpperCase()
    const spelt = Object.keys(fields).find(isSame)
    if (spelt !== undefined) fields[name] = fields[spelt]!
  }
}

function dateOf(time: number): NonNullable<SerialParts['date']> {
  const date = new Date(time)
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() }
}

const subjectCode = (draft: Draft, kind: 'order' | 'lot', id: number): string | undefined =>
  (draft.subjects.get(id) ?? draft.set.subjects.get(kind)?.get(id))?.code

/** Code of the site that a location belongs to: the nearest site above it, else the topmost. */
function siteOf(draft: Draft, location: number | null): string | undefined {
  let site: string | undefined
  for (let id = location; id !== null;) {
    const place: Subject<'location'> = subjectById(draft, 'location', id)
    site = place.code
    if (place.data.kind === 'site') break
    id = place.parent
  }
  return site
}
