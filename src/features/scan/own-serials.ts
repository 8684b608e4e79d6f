import { parseScheme } from '../../domain/schemes/parse-scheme.ts'
import { knownValues, type KnownValue } from '../../domain/schemes/align-serial.ts'
import { readSerial, type Reading } from '../../domain/schemes/read-serial.ts'
import type { Scheme } from '../../domain/schemes/scheme.ts'
import type { Fact } from '../../domain/scan/meaning.ts'
import type { Ledger } from '../../ledger/ledger.ts'
import type { Store } from '../../store/store.ts'

/** An item that makes serials by a scheme. */
export interface SchemeItem {
  readonly id: number
  readonly code: string
  readonly name: string | null
}

/** A pattern, understood, with the items that use it. */
interface UsedScheme {
  readonly scheme: Scheme
  readonly items: readonly SchemeItem[]
  readonly known: KnownValue
}

interface Schemes {
  readonly used: readonly UsedScheme[]
  readonly loaded: number
}

/** Another server can have changed them: this is how long that may go unseen. */
const keptMs = 10_000
const patternsMax = 200

const kept = new WeakMap<Store, Promise<Schemes>>()
const listening = new WeakSet<Ledger>()

/** The schemes of the company, read again when an item was changed here, or after a while. */
async function schemesOf(
  store: Store,
  ledger: Ledger,
  now: number,
): Promise<readonly UsedScheme[]> {
  if (!listening.has(ledger)) {
    listening.add(ledger)
    ledger.onRecorded((events) => {
      if (events.some(({ subject }) => subject?.kind === 'item')) kept.delete(store)
    })
  }
  const known = kept.get(store)
  if (known !== undefined && now - (await known).loaded < keptMs) return (await known).used
  const loading = load(store, now)
  kept.set(store, loading)
  loading.catch(() => kept.delete(store))
  return (await loading).used
}

async function load(store: Store, now: number): Promise<Schemes> {
  const rows = await store.read
    .selectFrom('schemes')
    .innerJoin('subjects', 'subjects.id', 'schemes.item')
    .select(['subjects.id', 'subjects.code', 'subjects.name', 'schemes.pattern'])
    .where('subjects.kind', '=', 'item')
    .execute()
  const byPattern = new Map<string, SchemeItem[]>()
  for (const { pattern, ...item } of rows) {
    const items = byPattern.get(pattern)
    if (items) items.push(item)
    else byPattern.set(pattern, [item])
  }
  const used: UsedScheme[] = []
  for (const [pattern, items] of [...byPattern].slice(0, patternsMax)) {
    const scheme = parseScheme(pattern)
    const known = knownValues({ 'item.code': items.map(({ code }) => code) })
    if (scheme.ok) used.push({ scheme: scheme.value, items, known })
  }
  return { used, loaded: now }
}

/** A serial of this company's own, read back. */
export interface OwnSerial {
  readonly reading: Reading
  /** The item it is of; `null` where several use the scheme and it does not say which. */
  readonly item: SchemeItem | null
}

/** Every way in which a text is a serial by one of the company's schemes. */
export async function readOwnSerials(
  store: Store,
  ledger: Ledger,
  now: number,
  text: string,
): Promise<OwnSerial[]> {
  const found: OwnSerial[] = []
  for (const { scheme, items, known } of await schemesOf(store, ledger, now)) {
    const read = readSerial(scheme, text, { known })
    if (!read.ok) continue
    const named = read.value.fields['item.code']
    const item = items.length === 1 ? items[0] : items.find(({ code }) => code === named)
    found.push({ reading: read.value, item: item ?? null })
  }
  return found
}

const fieldNames: Readonly<Record<string, string>> = { 'item.code': 'item' }

/** The parts of a serial in words, with the names of what they name. */
export function serialFacts(
  { reading, item }: OwnSerial,
  nameOf: (code: string) => string | undefined,
): Fact[] {
  const { fields, date, number, check } = reading
  const facts: Fact[] = [{ name: 'item', value: item?.name ?? item?.code ?? '' }]
  for (const [field, value] of Object.entries(fields)) {
    const name = fieldNames[field] ?? field.replace('trait.', '')
    if (name !== 'item') facts.push({ name, value: nameOf(value) ?? value })
  }
  const day = dateInWords(date)
  if (day !== '') facts.push({ name: 'date', value: day })
  if (number !== null) facts.push({ name: 'number', value: String(number) })
  if (check !== 'none') facts.push({ name: 'check', value: check })
  return facts.filter(({ value }) => value !== '')
}

function dateInWords({ year, month, day, week, dayOfYear }: Reading['date']): string {
  if (week !== undefined) return `week ${week}${year === undefined ? '' : ` of ${year}`}`
  if (dayOfYear !== undefined) return `day ${dayOfYear}${year === undefined ? '' : ` of ${year}`}`
  const two = (value: number) => String(value).padStart(2, '0')
  return [year, month && two(month), day && two(day)].filter((part) => part !== undefined).join('-')
}
