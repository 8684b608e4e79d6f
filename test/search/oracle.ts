import { convertUnit } from '../../src/domain/search/index.ts'
import type {
  Expression,
  FieldName,
  FieldReference,
  GroupKey,
  Match,
  NumberMatch,
  SearchQuery,
  TextBound,
} from '../../src/domain/search/index.ts'
import type { Facts } from './facts.ts'

/**
 * What a search means, spelled out once more over all that is shown of each unit: slow, and without
 * an index. The searches of the product must find the same.
 */
export function isFound(query: SearchQuery, facts: Facts): boolean {
  if (!facts.isMade) return false
  const isVoid = facts.view.status === 'void'
  if (isVoid && !(query.where && asksForVoid(query.where))) return false
  return query.where === null || holds(query.where, facts)
}

const asksForVoid = (part: Expression): boolean => {
  if (part.kind === 'and' || part.kind === 'or') return part.parts.some(asksForVoid)
  if (part.kind !== 'term' || part.field.name !== 'status') return false
  return part.matches.some((match) => match.kind === 'code' && match.code === 'void')
}

function holds(part: Expression, facts: Facts): boolean {
  switch (part.kind) {
    case 'and':
      return part.parts.every((one) => holds(one, facts))
    case 'or':
      return part.parts.some((one) => holds(one, facts))
    case 'not':
      return !holds(part.part, facts)
    case 'free': {
      const { match } = part
      const names = [facts.item?.code, facts.item?.data.name].filter((name) => name !== undefined)
      if (match.kind === 'pattern') {
        return [...facts.everyNumber, ...names].some((value) => fitsPattern(match, value))
      }
      return (
        facts.everyNumber.some((value) => fold(value).includes(fold(match.text))) ||
        names.some((name) => hasWords(name, match.text, true))
      )
    }
    case 'term': {
      const values = valuesOf(part.field, facts)
      return part.matches.some((match) =>
        match.kind === 'any'
          ? values.length > 0 && !isNowhere(part.field, values)
          : values.some((value) => fits(match, value, facts, part.field)),
      )
    }
  }
}

/** Whoever asks for any place means a real one. */
const isNowhere = ({ name }: FieldReference, values: readonly unknown[]): boolean =>
  (name === 'loc' || name === 'place') && values[0] === 'ELSEWHERE'

export type Value = string | number | boolean

/** What a field says of a unit: none, one or several values. */
export function valuesOf(field: FieldReference, facts: Facts): Value[] {
  const { view, traits } = facts
  // Of a unit that was never made there is nothing to say but that.
  if (view.status === 'void' && field.name !== 'status' && field.name !== 'batch') return []
  if (field.kind === 'trait') return present(traits[field.name])
  if (field.kind === 'identifier') return numbersOf(facts, field.name)
  return fieldValues[field.name](facts, view)
}

const present = <T>(value: T | null | undefined): T[] =>
  value === null || value === undefined ? [] : [value]

const numbersOf = ({ view }: Facts, type?: string): string[] => [
  ...(type === undefined || type === 'serial' ? present(view.serial) : []),
  ...view.identifiers
    .filter((one) => type === undefined || one.type === type)
    .map((one) => one.value),
]

const named = (one: { code: string; name?: string | null | undefined } | null | undefined) =>
  one ? [one.code, ...present(one.name)] : []

const time = (text: string | null | undefined): number[] =>
  present(text).map((one) => Date.parse(one))

const fieldValues: Readonly<Record<FieldName, (facts: Facts, view: Facts['view']) => Value[]>> = {
  item: ({ item }) => named(item && { code: item.code, name: item.data.name }),
  sku: ({ item }) => present(item?.code),
  name: ({ item }) => present(item?.data.name),
  category: ({ item }) => present(item?.data.category),
  gtin: ({ item }) => present(item?.data.gtin).flatMap((gtin) => [gtin, gtin.replace(/^0+/, '')]),
  maker: ({ item, maker }) => (maker ? named(maker) : present(item?.data.maker)),
  serial: (facts) => numbersOf(facts, 'serial'),
  id: (facts) => numbersOf(facts),
  lot: (_, { lot }) => present(lot?.code),
  order: (_, { order }) => present(order?.code),
  expiry: ({ lot }) => present(lot?.data.expiry),
  status: (_, { status }) => [status],
  stage: (_, { stage }) => [stage],
  kind: (_, { kind }) => [kind],
  quantity: (_, { content }) => [content],
  loc: ({ above }) => above.flatMap((location) => named(location)),
  place: ({ above }) => named(above[0]),
  container: ({ containers }) => containers.flatMap((numbers) => [...numbers, '']),
  supplier: ({ supplier }) => named(supplier),
  party: (_, { party }) => named(party),
  hold: (_, { holds: own }) => own.map(({ reason }) => reason),
  batch: ({ batches }) => [...batches],
  received: (_, { times }) => time(times['received']),
  made: (_, { times }) => time(times['made']),
  shipped: (_, { times }) => time(times['shipped']),
  moved: (_, { times }) => time(times['moved']),
  seen: (_, { times }) => {
    const seen = [...time(times['seen']), ...time(times['inspected'])]
    return seen.length > 0 ? [Math.max(...seen)] : []
  },
  failed: (_, { times }) => time(times['failed']),
  changed: (_, view) => time(view.time),
}

function fits(match: Match, value: Value, facts: Facts, field: FieldReference): boolean {
  switch (match.kind) {
    case 'any':
      return true
    case 'code':
      return value === match.code
    case 'flag':
      return value === match.flag
    case 'text':
      return match.exact ? nfc(value) === nfc(match.text) : fold(value) === fold(match.text)
    case 'words':
      return hasWords(String(value), match.text, false)
    case 'pattern':
      return typeof value !== 'boolean' && fitsPattern(match, String(value))
    case 'textRange':
      return typeof value !== 'boolean' && isBetween(fold(value), match)
    case 'time':
      return isWithin(typeof value === 'string' ? Date.parse(value) : value, match)
    case 'number':
      return typeof value === 'number' && isNumberWithin(match, value, facts, field)
    case 'readings': {
      if (typeof value === 'boolean') return value === match.flag
      if (typeof value === 'number') {
        return match.number !== null && isNumberWithin(match.number, value, facts, field)
      }
      return match.time !== null && /^\d{4}-\d\d-\d\d/.test(value)
        ? isWithin(Date.parse(value), match.time)
        : fits(match.text, value, facts, field)
    }
  }
}

const nfc = (value: Value): string => String(value).normalize('NFC')
const fold = (value: Value): string => nfc(value).trim().toUpperCase()

function hasWords(value: string, searched: string, mayGoOn: boolean): boolean {
  const split = (text: string) =>
    fold(text)
      .split(/[^\p{L}\p{N}\p{M}]+/u)
      .filter(Boolean)
  const words = split(searched)
  if (words.length === 0) return fold(value).includes(fold(searched))
  const pad = (list: string[]) => ` ${list.join(' ')} `
  const wanted = mayGoOn ? pad(words).trimEnd() : pad(words)
  return pad(split(value)).includes(wanted)
}

function fitsPattern(match: Extract<Match, { kind: 'pattern' }>, value: string): boolean {
  const escape = (text: string) => text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')
  const upper = (text: string) => (match.exact ? text : text.toUpperCase())
  const pattern = match.segments.map((one) => escape(upper(nfc(one)))).join('[^]*')
  return new RegExp(`^${pattern}$`, 'u').test(upper(nfc(value)))
}

function isBetween(
  value: string,
  { from, to }: { readonly from: TextBound | null; readonly to: TextBound | null },
): boolean {
  const low = from && fold(from.text)
  const high = to && fold(to.text)
  const isAbove = low === null || value > low || (from!.inclusive && value === low)
  const isBelow = high === null || value < high || (to!.inclusive && value === high)
  return isAbove && isBelow
}

function isWithin(value: Value, { from, to }: Extract<Match, { kind: 'time' }>): boolean {
  return (from === null || Number(value) >= from) && (to === null || Number(value) < to)
}

function isNumberWithin(
  { from, to, unit }: NumberMatch,
  value: number,
  { item }: Facts,
  field: FieldReference,
): boolean {
  const isQuantity = field.kind === 'field' && field.name === 'quantity'
  const { measure, decimals = 0 } = item?.data ?? {}
  if (isQuantity && unit !== null && measure === undefined) return false
  const compare = (bound: { value: number | bigint }): number | null => {
    const own = isQuantity && unit !== null ? convertUnit(bound.value, unit, measure!) : bound.value
    if (own === null) return null
    return value - Number(own) * (isQuantity ? 10 ** decimals : 1)
  }
  const above = from && compare(from)
  const below = to && compare(to)
  if ((from && above === null) || (to && below === null)) return false
  return (
    (!from || above! > 1e-9 || (from.inclusive && above! > -1e-9)) &&
    (!to || below! < -1e-9 || (to.inclusive && below! < 1e-9))
  )
}

/** What a unit is counted under by a key: several where it has several values, null for none. */
export function groupsOf(
  { field, period }: GroupKey,
  facts: Facts,
  offsetMinutes: number,
): unknown[] {
  const values = groupValues(field, facts).map((value) =>
    period === null ? value : periodOf(value, period, isDay(field) ? 0 : offsetMinutes),
  )
  return values.length > 0 ? [...new Set(values)] : [null]
}

const isDay = (field: FieldReference) => field.kind === 'field' && field.name === 'expiry'

function groupValues(field: FieldReference, facts: Facts): Value[] {
  if (field.kind === 'field') {
    if (field.name === 'quantity') {
      const { decimals = 0 } = facts.item?.data ?? {}
      return facts.item ? [facts.view.content / 10 ** decimals] : []
    }
    if (field.name === 'container') {
      return present(facts.view.place.containers.at(-1)).map(({ id, serial }) => serial ?? `#${id}`)
    }
    const isFirst = ['item', 'loc', 'gtin', 'maker', 'supplier', 'party', 'place'].includes(
      field.name,
    )
    return valuesOf(field, facts).slice(0, isFirst ? 1 : undefined)
  }
  return valuesOf(field, facts)
}

function periodOf(value: Value, period: NonNullable<GroupKey['period']>, offset: number): Value {
  const isTime = typeof value === 'number' || /^\d{4}-\d\d-\d\d/.test(String(value))
  if (!isTime) return value
  const millis = typeof value === 'string' ? Date.parse(value) : Number(value)
  const local = new Date(millis + offset * 60_000)
  const year = local.getUTCFullYear()
  const quarter = Math.floor(local.getUTCMonth() / 3) + 1
  const monday = new Date(local.getTime() - ((local.getUTCDay() + 6) % 7) * 86_400_000)
  const thursday = new Date(monday.getTime() + 3 * 86_400_000)
  const newYear = Date.UTC(thursday.getUTCFullYear(), 0, 1)
  const week = Math.floor((thursday.getTime() - newYear) / (7 * 86_400_000)) + 1
  return {
    day: local.toISOString().slice(0, 10),
    week: `${thursday.getUTCFullYear()}-W${String(week).padStart(2, '0')}`,
    month: local.toISOString().slice(0, 7),
    quarter: `${year}-Q${quarter}`,
    year: String(year),
  }[period]
}
