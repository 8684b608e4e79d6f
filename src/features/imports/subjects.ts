import type { SubjectData, SubjectKind } from '../../domain/subject.ts'
import type { Store } from '../../store/store.ts'
import { subjectOf } from '../../store/rows.ts'
import type { MappedItem, MappedRow } from './columns/mapped-row.ts'
import type { ItemFacts } from './row-commands.ts'

/** A command that makes or changes an item, location, party, order or lot. */
export interface SubjectCommand {
  readonly kind: string
  readonly input: Readonly<Record<string, unknown>>
}

/** The subjects that an import has met, so that each is looked up and made once. */
export interface MetSubjects {
  /** The commands that the rows need before their units can be recorded; each is given once. */
  commandsFor(rows: readonly MappedRow[]): Promise<SubjectCommand[]>
  itemFacts(sku: string): ItemFacts
  /** Id of an item that is in the store; undefined for one that the import makes. */
  itemId(sku: string): number | undefined
}

const keyOf = (kind: SubjectKind, code: string) => `${kind} ${code.toUpperCase()}`

/** The scheme of items that come without serials: their units are simply counted. */
const countingScheme = '{seq:8}'
/** Digits that are kept of a measured quantity. */
const measuredDecimals = 3

/** Wanted data of the subjects that rows name, by kind and code. */
type Wanted = Map<string, { kind: SubjectKind; code: string; data: Record<string, unknown> }>

/**
 * Starts with no subject met.
 *
 * @param changesItems whether rows are about items, so that what they say of known ones counts
 */
export function meetSubjects(store: Store, changesItems: boolean): MetSubjects {
  const met = new Set<string>()
  const facts = new Map<string, ItemFacts>()
  const ids = new Map<string, number>()
  return {
    async commandsFor(rows) {
      const wanted = wantedBy(rows)
      for (const key of wanted.keys()) if (met.has(key)) wanted.delete(key)
      const known = await knownOf(store, wanted)
      const commands: SubjectCommand[] = []
      for (const [key, { kind, code, data }] of wanted) {
        met.add(key)
        const before = known.get(key)
        if (before && kind === 'item') ids.set(key, before.id)
        if (kind === 'item') facts.set(key, factsOf((before?.data ?? data) as SubjectData['item']))
        if (!before) commands.push({ kind: `create_${kind}`, input: { code, ...data } })
        else if (changesItems && kind === 'item') {
          const set = differing(before.data, data)
          if (Object.keys(set).length > 0)
            commands.push({ kind: 'change_item', input: { code, set } })
        }
      }
      return commands
    },
    itemFacts: (sku) => facts.get(keyOf('item', sku)) ?? { kind: 'discrete', decimals: 0 },
    itemId: (sku) => ids.get(keyOf('item', sku)),
  }
}

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

/** Parties first, then what refers to them: the order in which they must be made. */
function wantedBy(rows: readonly MappedRow[]): Wanted {
  const wanted: Wanted = new Map()
  const add = (kind: SubjectKind, code: string | undefined, data: Record<string, unknown> = {}) => {
    if (code === undefined) return
    const key = keyOf(kind, code)
    if (!wanted.has(key)) wanted.set(key, { kind, code, data })
  }
  for (const { problems, item, unit, party } of rows) {
    if (problems.length > 0) continue
    if (party) {
      const { code, role, ...data } = party
      add('party', code, { ...data, ...(role && { roles: [role] }) })
    }
    add('party', item?.maker, { roles: ['maker'] })
    add('party', item?.supplier, { roles: ['supplier'] })
    add('party', unit?.supplier, { roles: ['supplier'] })
    add('order', unit?.order)
  }
  for (const { problems, item, unit, location } of rows) {
    if (problems.length > 0) continue
    if (location) {
      const { code, ...data } = location
      add('location', data.parent)
      add('location', code, data)
    }
    add('location', unit?.location)
    if (item)
      add('item', item.sku, itemData(item, unit?.serial === undefined && unit !== undefined))
  }
  return wanted
}

function itemData(item: MappedItem, isCounted: boolean): Record<string, unknown> {
  const { sku: _, measure, packs, traits, ...data } = item
  const isMeasured =
    measure !== undefined && !/^(pcs?|pieces?|each|ea|units?|st(k|ü?ck)?)$/i.test(measure)
  return {
    ...data,
    ...(measure !== undefined && { measure }),
    ...(isMeasured && { kind: 'portion', decimals: measuredDecimals }),
    ...(packs !== undefined && packs.length > 0 && { packs }),
    ...(Object.keys(traits).length > 0 && { traits }),
    ...(isCounted && { scheme: countingScheme }),
  }
}

async function knownOf(store: Store, wanted: Wanted) {
  const known = new Map<string, ReturnType<typeof subjectOf>>()
  if (wanted.size === 0) return known
  const rows = await store.read
    .selectFrom('subjects')
    .selectAll()
    .where('item', '=', 0)
    .where('key', 'in', [...new Set([...wanted.values()].map(({ code }) => code.toUpperCase()))])
    .execute()
  for (const row of rows) known.set(keyOf(row.kind as SubjectKind, row.code), subjectOf(row))
  return known
}
