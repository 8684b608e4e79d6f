import type { IdentifierRow } from '../../domain/event.ts'
import { formsOf, identifierProblem } from '../../domain/identifier.ts'
import type { Meaning, ScanReading } from '../../domain/scan/meaning.ts'
import type { SubjectKind } from '../../domain/subject.ts'
import type { KnownUnit } from '../../domain/working-set.ts'
import type { Store } from '../../store/store.ts'

/** A unit that a number of the scan names. */
export interface NumberHit {
  readonly row: IdentifierRow
  readonly unit: KnownUnit
  /** The meaning whose number it is; `null` for the code as it stands. */
  readonly meaning: Meaning | null
}

/** An item, location, order … that the scan names. */
export interface SubjectHit {
  readonly kind: SubjectKind
  readonly id: number
  readonly code: string
  readonly name: string | null
  /** GTIN of an item, GLN of a location. */
  readonly number: string | null
  /** The item of a lot; 0 for the others. */
  readonly item: number
}

/** What the company has of all that a scan can mean. */
export interface Known {
  readonly numbers: readonly NumberHit[]
  readonly subjects: readonly SubjectHit[]
  /** GTINs of the items of those units that were found by a serial beside a GTIN. */
  readonly gtins: ReadonlyMap<number, string | null>
}

/** Nothing known. */
export const nothingKnown: Known = { numbers: [], subjects: [], gtins: new Map() }

const codeLengthMax = 100
const kindsByCode: readonly SubjectKind[] = ['item', 'location', 'order', 'party', 'lot']

/** Asks the company's tables of numbers and codes, each once. */
export async function findKnown(
  store: Store,
  { data, meanings }: ScanReading,
  more: readonly string[],
): Promise<Known> {
  const wanted = new Map<string, Meaning | null>()
  for (const one of meanings) {
    for (const number of one.numbers) want(wanted, number, one)
  }
  for (const number of [data, ...more]) want(wanted, number, null)
  const [numbers, subjects] = await Promise.all([
    findNumbers(store, wanted),
    findSubjects(store, data, meanings),
  ])
  return { numbers, subjects, gtins: await findGtins(store, numbers, subjects) }
}

/** As a rule the item with the GTIN was found already, and nothing is left to be asked. */
async function findGtins(
  store: Store,
  numbers: readonly NumberHit[],
  subjects: readonly SubjectHit[],
): Promise<ReadonlyMap<number, string | null>> {
  const items = subjects.filter(({ kind }) => kind === 'item')
  const gtins = new Map(items.map(({ id, number }) => [id, number]))
  const beside = numbers.filter(({ meaning }) => meaning?.gs1?.gtin !== undefined)
  const others = new Set(beside.map(({ unit }) => unit.state.item).filter((id) => !gtins.has(id)))
  if (others.size === 0) return gtins
  const rows = await store.subjectRows([...others].map((id) => ({ kind: 'item', id })))
  for (const { id, data } of rows) gtins.set(id, gtinOf(data))
  return gtins
}

const gtinOf = (item: string): string | null => (JSON.parse(item) as { gtin?: string }).gtin ?? null

function want(wanted: Map<string, Meaning | null>, number: string, meaning: Meaning | null): void {
  // Nothing can have a number that no unit may be given.
  if (identifierProblem(number) !== undefined) return
  for (const form of formsOf(number)) wanted.set(form, meaning)
}

async function findNumbers(
  store: Store,
  wanted: ReadonlyMap<string, Meaning | null>,
): Promise<NumberHit[]> {
  const { rows, units } = await store.resolve(...wanted.keys())
  const byId = new Map(units.map((unit) => [unit.id, unit]))
  return rows.map((row) => ({
    row,
    unit: byId.get(row.unit)!,
    meaning: wanted.get(row.value) ?? null,
  }))
}

async function findSubjects(
  store: Store,
  data: string,
  meanings: readonly Meaning[],
): Promise<SubjectHit[]> {
  const gs1 = meanings.flatMap((one) => one.gs1 ?? [])
  const codes = [data, ...gs1.flatMap(({ lot, order }) => [lot, order])]
    .filter((code) => code !== undefined)
    .filter((code) => code.length <= codeLengthMax && identifierProblem(code) === undefined)
  const numbers = gs1
    .flatMap(({ gtin, gln }) => [gtin, gln])
    .filter((number) => number !== undefined)
  if (codes.length + numbers.length === 0) return []
  const keys = [...new Set(codes.map((code) => code.trim().toUpperCase()))]
  const rows = await store.read
    .selectFrom('live_subjects')
    .select(['kind', 'id', 'code', 'name', 'number', 'item'])
    .where(({ and, eb, or }) => {
      const byCode = and([eb('kind', 'in', kindsByCode), eb('key', 'in', keys)])
      const byNumber = eb('number', 'in', [...new Set(numbers)])
      return or([...(keys.length > 0 ? [byCode] : []), ...(numbers.length > 0 ? [byNumber] : [])])
    })
    .limit(subjectsMax)
    .execute()
  return rows as SubjectHit[]
}

const subjectsMax = 100

/** Names of the items, sites … with these codes. */
export async function namesByCode(
  store: Store,
  codes: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (codes.length === 0) return new Map()
  const rows = await store.read
    .selectFrom('live_subjects')
    .select(['key', 'name'])
    .where('kind', 'in', kindsByCode)
    .where(
      'key',
      'in',
      codes.map((code) => code.toUpperCase()),
    )
    .where('name', 'is not', null)
    .limit(50)
    .execute()
  return new Map(rows.map(({ key, name }) => [key, name!]))
}
