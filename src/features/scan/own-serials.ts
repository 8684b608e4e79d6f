import { fact, type Fact } from '../../domain/fact.ts'
import { say } from '../../domain/scan/say.ts'
import { readingFacts } from '../../domain/schemes/describe-reading.ts'
import { parseScheme } from '../../domain/schemes/parse-scheme.ts'
import { knownValues, type KnownValue } from '../../domain/schemes/align-serial.ts'
import { readSerial, type Reading } from '../../domain/schemes/read-serial.ts'
import { limits, widthOf, type Scheme } from '../../domain/schemes/scheme.ts'
import { dropSeparators } from '../../domain/schemes/alphabet.ts'
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
  /** Characters that its serials have at least and at most, without spaces and dashes. */
  readonly shortest: number
  readonly longest: number
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
    .innerJoin('live_subjects as used', 'used.id', 'schemes.item')
    .select(['used.id', 'used.code', 'used.name', 'schemes.pattern'])
    .where('used.kind', '=', 'item')
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
    if (!scheme.ok) continue
    const codes = items.map(({ code }) => code)
    const known = knownValues({ 'item.code': codes })
    used.push({ scheme: scheme.value, items, known, ...lengthsOf(scheme.value, codes) })
  }
  return { used, loaded: now }
}

/** Of most texts their length alone says that they are no serial of a scheme. */
function lengthsOf({ parts }: Scheme, items: readonly string[]) {
  const itemLengths = items.map((code) => dropSeparators(code).length)
  let shortest = 0
  let longest = 0
  for (const part of parts) {
    const isItem = part.kind === 'field' && part.name === 'item.code'
    const width = part.kind === 'literal' ? dropSeparators(part.text).length : widthOf(part)
    shortest += isItem ? Math.min(...itemLengths) : part.kind === 'field' ? 0 : (width ?? 0)
    longest += isItem ? Math.max(...itemLengths) : (width ?? limits.value)
  }
  return { shortest, longest }
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
  const length = dropSeparators(text).length
  for (const { scheme, items, known, shortest, longest } of await schemesOf(store, ledger, now)) {
    if (length < shortest || length > longest) continue
    const read = readSerial(scheme, text, { known })
    if (!read.ok) continue
    const named = read.value.fields['item.code']
    const item = items.length === 1 ? items[0] : items.find(({ code }) => code === named)
    found.push({ reading: read.value, item: item ?? null })
  }
  return found
}

/** The parts of a serial in words, with the names of what they name; the item comes first. */
export function serialFacts(
  { reading, item }: OwnSerial,
  nameOf: (code: string) => string | undefined,
): Fact[] {
  const facts = readingFacts(reading, (_, code) => nameOf(code))
  if (item === null) return facts
  const others = facts.filter(({ name }) => name !== 'item')
  return [fact(say('serial.item'), item.name ?? item.code), ...others]
}
