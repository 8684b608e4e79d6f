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
  return { numbers, subjects, gtins: await findGtins(store, numbers) }
}

async function findGtins(
  store: Store,
  numbers: readonly NumberHit[],
): Promise<ReadonlyMap<number, string | null>> {
  const beside = numbers.filter(({ meaning }) => meaning?.gs1?.gtin !== undefined)
  if (beside.length === 0) return new Map()
  const rows = await store.read
    .selectFrom('subjects')
    .select(['id', 'number'])
    .where('kind', '=', 'item')
    .where('id', 'in', [...new Set(beside.map(({ unit }) => unit.state.item))])
    .execute()
  return new Map(rows.map(({ id, number }) => [id, number]))
}

function want(wanted: Map<string, Meaning | null>, number: string, meaning: Meaning | null): void {
  // Nothing can have a number that no unit may be given.
  if (identifierProblem(number) !== undefined) return
  for (const form of formsOf(number)) wanted.set(form, meaning)
}

async function findNumbers(
  store: Store,
  wanted: ReadonlyMap<string, Meaning | null>,
): Promise<NumberHit[]> {
  const found = await Promise.all(
    [...wanted].map(async ([folded, meaning]) => {
      const { rows, units } = await store.resolve(folded)
      const byId = new Map(units.map((unit) => [unit.id, unit]))
      return rows.flatMap((row): NumberHit[] => {
        const unit = byId.get(row.unit)
        return unit === undefined ? [] : [{ row, unit, meaning }]
      })
    }),
  )
  return found.flat()
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
  const columns = ['kind', 'id', 'code', 'name', 'number', 'item'] as const
  const [byCode, byNumber] = await Promise.all([
    codes.length === 0
      ? []
      : store.read
          .selectFrom('subjects')
          .select(columns)
          .where('kind', 'in', kindsByCode)
          .where('key', 'in', [...new Set(codes.map((code) => code.trim().toUpperCase()))])
          .limit(50)
          .execute(),
    numbers.length === 0
      ? []
      : store.read
          .selectFrom('subjects')
          .select(columns)
          .where('number', 'in', [...new Set(numbers)])
          .limit(50)
          .execute(),
  ])
  const hits = new Map(
    [...byNumber, ...byCode].map((row) => [`${row.kind} ${row.id}`, row as SubjectHit]),
  )
  return [...hits.values()]
}

/** Names of the items, sites … with these codes. */
export async function namesByCode(
  store: Store,
  codes: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (codes.length === 0) return new Map()
  const rows = await store.read
    .selectFrom('subjects')
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
