import type { Subject, SubjectData, SubjectKind } from '../../domain/subject.ts'
import type { Store } from '../../store/store.ts'
import { subjectOf } from '../../store/rows.ts'
import { viewSubjects } from '../../store/views/subject-view.ts'
import { isMeasured } from './columns/measures.ts'
import type { MappedItem, MappedRow } from './columns/mapped-row.ts'
import type { ItemFacts } from './read-row.ts'

/** A command that makes or changes an item, location, party, order or lot. */
export interface SubjectCommand {
  readonly kind: string
  readonly input: Readonly<Record<string, unknown>>
}

/** The subjects that an import has met, so that each is looked up and made once. */
export interface MetSubjects {
  /** The commands that the rows need before their units can be recorded; each is given once. */
  commandsFor(rows: readonly MappedRow[]): Promise<SubjectCommand[]>
  itemFacts(sku: string | undefined): ItemFacts
  /** Id of an item that is in the store; undefined for one that the import makes. */
  itemId(sku: string): number | undefined
}

const keyOf = (kind: SubjectKind, code: string) => `${kind} ${code.toUpperCase()}`

/** The scheme of items that come without serials: their units are simply counted. */
const countingScheme = '{seq:8}'
/** Digits that are kept of a measured quantity. */
const measuredDecimals = 3

/** A subject that rows name, with what they say of it. */
interface Wanted {
  readonly kind: SubjectKind
  readonly code: string
  readonly data: Readonly<Record<string, unknown>>
  /** Some of its units come without a serial. */
  isCounted: boolean
}

/**
 * Starts with no subject met.
 *
 * @param changesItems whether rows are about items, so that what they say of known ones counts
 */
export function meetSubjects(store: Store, changesItems: boolean): MetSubjects {
  const met = new Set<string>()
  const facts = new Map<string, ItemFacts>()
  const ids = new Map<string, number>()
  /** Items that were met and have no scheme. */
  const schemeless = new Set<string>()

  function meet(key: string, wanted: Wanted, before: Subject | undefined): SubjectCommand[] {
    const { kind, code, data, isCounted } = wanted
    met.add(key)
    if (kind !== 'item') return before ? [] : [{ kind: `create_${kind}`, input: { code, ...data } }]
    const own = (before?.data ?? data) as SubjectData['item']
    const scheme = isCounted && own.scheme === undefined ? { scheme: countingScheme } : {}
    if (own.scheme === undefined && !isCounted) schemeless.add(key)
    facts.set(key, factsOf(own))
    if (!before) return [{ kind: 'create_item', input: { code, ...data, ...scheme } }]
    ids.set(key, before.id)
    return changeOf(code, { ...(changesItems && differing(before.data, data)), ...scheme })
  }

  /** An item that is met again may now have units without a serial. */
  function meetAgain(key: string, { code, isCounted }: Wanted): SubjectCommand[] {
    if (!isCounted || !schemeless.delete(key)) return []
    return changeOf(code, { scheme: countingScheme })
  }

  return {
    async commandsFor(rows) {
      const wanted = [...wantedBy(rows)]
      const unmet = wanted.filter(([key]) => !met.has(key)).map(([, { code }]) => code)
      const known = await knownOf(store, unmet)
      return wanted.flatMap(([key, one]) =>
        met.has(key) ? meetAgain(key, one) : meet(key, one, known.get(key)),
      )
    },
    itemFacts: (sku = '') => facts.get(keyOf('item', sku)) ?? { kind: 'discrete', decimals: 0 },
    itemId: (sku) => ids.get(keyOf('item', sku)),
  }
}

const changeOf = (code: string, set: Readonly<Record<string, unknown>>): SubjectCommand[] =>
  Object.keys(set).length === 0 ? [] : [{ kind: 'change_item', input: { code, set } }]

const factsOf = ({ kind = 'discrete', decimals = 0 }: SubjectData['item']): ItemFacts => ({
  kind,
  decimals,
})

function differing(
  before: Readonly<Record<string, unknown>>,
  wanted: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  const set: Record<string, unknown> = {}
  for (const name in wanted) {
    if (JSON.stringify(before[name]) !== JSON.stringify(wanted[name])) set[name] = wanted[name]
  }
  return set
}

const noData = () => ({})

/** Parties first, then what refers to them: the order in which they must be made. */
function wantedBy(rows: readonly MappedRow[]): ReadonlyMap<string, Wanted> {
  const wanted = new Map<string, Wanted>()
  const add = (
    kind: SubjectKind,
    code: string | undefined,
    dataOf: () => Record<string, unknown> = noData,
    isCounted = false,
  ) => {
    if (code === undefined) return
    const key = keyOf(kind, code)
    const before = wanted.get(key)
    if (before) before.isCounted ||= isCounted
    else wanted.set(key, { kind, code, data: dataOf(), isCounted })
  }
  for (const { problems, item, unit, party } of rows) {
    if (problems.length > 0) continue
    if (party) {
      const { code, role, ...data } = party
      add('party', code, () => ({ ...data, ...(role && { roles: [role] }) }))
    }
    add('party', item?.maker, () => ({ roles: ['maker'] }))
    add('party', item?.supplier, () => ({ roles: ['supplier'] }))
    add('party', unit?.supplier, () => ({ roles: ['supplier'] }))
    add('order', unit?.order)
  }
  for (const { problems, item, unit, location } of rows) {
    if (problems.length > 0) continue
    if (location) {
      const { code, ...data } = location
      add('location', data.parent)
      add('location', code, () => data)
    }
    add('location', unit?.location)
    const isCounted = unit !== undefined && unit.serial === undefined
    if (item) add('item', item.sku, () => itemData(item), isCounted)
  }
  return wanted
}

function itemData(item: MappedItem): Record<string, unknown> {
  const { sku: _, measure, packs, traits, ...data } = item
  return {
    ...data,
    ...(measure !== undefined && { measure }),
    ...(isMeasured(measure) && { kind: 'portion', decimals: measuredDecimals }),
    ...(packs !== undefined && packs.length > 0 && { packs }),
    ...(Object.keys(traits).length > 0 && { traits }),
  }
}

async function knownOf(
  store: Store,
  codes: readonly string[],
): Promise<ReadonlyMap<string, Subject>> {
  if (codes.length === 0) return new Map()
  const rows = await store.read
    .selectFrom('live_subjects')
    .selectAll()
    .where('item', '=', 0)
    .where('key', 'in', [...new Set(codes.map((code) => code.toUpperCase()))])
    .execute()
  // As files have them: with codes for what they refer to.
  const views = await viewSubjects(store, rows.map(subjectOf))
  return new Map(views.map((view) => [keyOf(view.kind, view.code), view as Subject] as const))
}
