import { validateCheckDigit } from '../../gs1/index.ts'
import { kindCode } from '../../domain/event-kinds/kind-names.ts'
import type { SubjectData } from '../../domain/subject.ts'
import type { UnitView } from '../../contract/views.ts'
import type { LabelSettings } from '../../contract/labels.ts'
import { measureField, type LabelData } from '../../label/index.ts'
import type { Store } from '../../store/store.ts'
import { definedTraits } from '../../store/views/traits.ts'
import { viewUnits } from '../../store/views/unit-view.ts'
import { readLabelSettings } from './label-settings.ts'

/** What is the same for all labels of a run. */
export interface RunFacts {
  readonly settings: LabelSettings
  /** The units of measure of traits, by their codes in capitals. */
  readonly measures: ReadonlyMap<string, string>
  /** When they are made, in milliseconds UTC. */
  readonly now: number
}

/** Reads what is the same for all labels of a run. */
export async function runFacts(store: Store, now: number): Promise<RunFacts> {
  const traits = await definedTraits(store)
  const measures = traits.map(
    ({ code, definition }) => [code.toUpperCase(), definition.measure ?? ''] as const,
  )
  return { settings: await readLabelSettings(store), measures: new Map(measures), now }
}

/** Where links on labels lead when the company has not said so: GS1's own resolver. */
const usualStem = 'https://id.gs1.org'

function commonData({ settings, now }: RunFacts): LabelData {
  return {
    'company.name': settings.companyName ?? '',
    'link.stem': settings.linkStem ?? usualStem,
    today: new Date(now).toISOString().slice(0, 10),
  }
}

/** The fields of units, in the order of their ids: a handful of queries for all of them. */
export async function unitLabelData(
  store: Store,
  ids: readonly number[],
  facts: RunFacts,
): Promise<LabelData[]> {
  const views = await viewUnits(store, await store.units(ids))
  const items = await subjectData(
    store,
    'item',
    views.map(({ item }) => item?.id),
  )
  const lots = await subjectData(
    store,
    'lot',
    views.map(({ lot }) => lot?.id),
  )
  const locations = await subjectData(
    store,
    'location',
    views.map(({ place }) => place.location?.id),
  )
  const contents = await contentsOf(store, views)
  const printed = await printedCopies(store, ids)
  const common = commonData(facts)
  return views.map((view) => {
    const copy = (printed.get(view.id) ?? 0) + 1
    return {
      ...common,
      ...unitData(view),
      ...traitData(view, facts),
      ...itemData(view, items.get(view.item?.id ?? 0)),
      ...lotData(view, lots.get(view.lot?.id ?? 0)),
      ...placeData(view, locations.get(view.place.location?.id ?? 0)),
      ...contents.get(view.id),
      copy,
      'copy.note': copy > 1 ? `Copy ${copy}` : '',
    }
  })
}

async function subjectData<K extends 'item' | 'lot' | 'location'>(
  store: Store,
  kind: K,
  wanted: readonly (number | undefined)[],
): Promise<ReadonlyMap<number, SubjectData[K]>> {
  const ids = [...new Set(wanted)].filter((id) => id !== undefined)
  if (ids.length === 0) return new Map()
  const rows = await store.read
    .selectFrom('subjects')
    .select(['id', 'data'])
    .where('kind', '=', kind)
    .where('id', 'in', ids)
    .execute()
  return new Map(rows.map(({ id, data }) => [id, JSON.parse(data) as SubjectData[K]]))
}

const day = (time: number | string | undefined): string =>
  time === undefined ? '' : new Date(time).toISOString().slice(0, 10)

function unitData(view: UnitView): LabelData {
  const data: Record<string, string | number | boolean | null> = {
    id: view.id,
    serial: view.serial,
    order: view.order?.code ?? '',
    party: view.party?.name ?? view.party?.code ?? '',
    status: view.status.replaceAll('_', ' '),
    quantity: view.quantity?.amount ?? '',
    measure: view.quantity?.measure ?? '',
    'weight.kg': kilograms(view.quantity),
    sscc: ssccOf(view),
  }
  for (const { type, value } of view.identifiers) data[`identifier.${type}`] = value
  for (const [name, time] of Object.entries(view.times)) data[`time.${name}`] = time
  return data
}

/** The traits of a unit, with the units of measure of those that have one. */
function traitData({ traits }: UnitView, { measures }: RunFacts): LabelData {
  const fields = Object.entries(traits).flatMap(([name, value]) => {
    const field = `trait.${name}`
    const measure = measures.get(name.toUpperCase()) ?? ''
    return [[field, value] as const, [measureField(field), measure] as const]
  })
  return Object.fromEntries(fields)
}

/** A measured weight in kilograms as decimal text; nothing for other measures. */
function kilograms(quantity: UnitView['quantity']): string {
  if (quantity?.measure === 'kg') return quantity.amount
  if (quantity?.measure !== 'g' || !/^\d+$/.test(quantity.amount)) return ''
  const grams = quantity.amount.padStart(4, '0')
  return `${grams.slice(0, -3)}.${grams.slice(-3)}`
}

/** The SSCC of a container: an identifier of that type, or a serial that is one. */
function ssccOf({ identifiers, serial }: UnitView): string {
  const given = identifiers.find(({ type }) => type === 'sscc')?.value ?? serial ?? ''
  const digits = given.replace(/^\(?00\)?(?=\d{18}$)/, '')
  return /^\d{18}$/.test(digits) && validateCheckDigit(digits).ok ? digits : ''
}

const itemData = ({ item }: UnitView, data: SubjectData['item'] | undefined): LabelData => ({
  'item.code': item?.code ?? '',
  'item.name': item?.name ?? item?.code ?? '',
  'item.gtin': data?.gtin ?? '',
  'item.description': data?.description ?? '',
  'item.category': data?.category ?? '',
  'item.temperature': temperatures(data ?? {}),
  ...handlingData(data?.handling),
})

/** The temperatures that an item is kept between, as labels say them. */
function temperatures({ coldest, warmest }: SubjectData['item']): string {
  if (coldest !== undefined && warmest !== undefined) return `${coldest} to ${warmest} °C`
  if (warmest !== undefined) return `max. ${warmest} °C`
  return coldest === undefined ? '' : `min. ${coldest} °C`
}

/** A field a rule, for the signs that are drawn where it is there. */
const handlingData = (rules: SubjectData['item']['handling'] = []): LabelData =>
  Object.fromEntries(rules.map((rule) => [`handling.${rule}`, 'yes']))

const lotData = (
  { lot, times, traits }: UnitView,
  data: SubjectData['lot'] | undefined,
): LabelData => ({
  lot: lot?.code ?? '',
  made: day(data?.made ?? times['commissioned']),
  expiry: day(data?.expiry) || String(traits['expiry'] ?? ''),
})

const placeData = (
  { place: { location } }: UnitView,
  data: SubjectData['location'] | undefined,
): LabelData => ({
  'location.code': location?.code ?? '',
  'location.name': location?.name ?? '',
  'location.gln': data?.gln ?? '',
})

/** What stands in containers, where all of it is of one item. */
async function contentsOf(
  store: Store,
  views: readonly UnitView[],
): Promise<ReadonlyMap<number, LabelData>> {
  const containers = views.filter(({ kind }) => kind === 'container').map(({ id }) => id)
  if (containers.length === 0) return new Map()
  const rows = await store.read
    .selectFrom('units')
    .select(({ fn }) => ['parent', 'item', fn.countAll<number | string>().as('count')])
    .where('parent', 'in', containers)
    .groupBy(['parent', 'item'])
    .execute()
  const items = await subjectData(
    store,
    'item',
    rows.map(({ item }) => item),
  )
  const contents = new Map<number, LabelData>()
  for (const container of containers) {
    const [own, another] = rows.filter(({ parent }) => parent === container)
    if (!own || another) continue
    const data = items.get(own.item)
    contents.set(container, {
      count: String(own.count),
      'content.gtin': data?.gtin ?? '',
      'content.name': data?.name ?? '',
      ...handlingData(data?.handling),
    })
  }
  return contents
}

/** How many labels of each unit were printed so far. */
async function printedCopies(
  store: Store,
  ids: readonly number[],
): Promise<ReadonlyMap<number, number>> {
  if (ids.length === 0) return new Map()
  const rows = await store.read
    .selectFrom('links')
    .select(({ fn }) => ['unit', fn.countAll<number | string>().as('count')])
    .where('unit', 'in', ids)
    .where('kind', '=', kindCode('print_label'))
    .groupBy('unit')
    .execute()
  return new Map(rows.map(({ unit, count }) => [unit, Number(count)]))
}

/** The fields of a location, for labels of shelves and bins. */
export async function locationLabelData(
  store: Store,
  codes: readonly string[],
  facts: RunFacts,
): Promise<{ data: LabelData[]; missing: string[] }> {
  const keys = codes.map((code) => code.toUpperCase())
  const rows = await store.read
    .selectFrom('live_subjects')
    .select(['key', 'code', 'data'])
    .where('kind', '=', 'location')
    .where('key', 'in', keys)
    .execute()
  const found = new Map(rows.map((row) => [row.key, row]))
  const data = keys.flatMap((key) => {
    const row = found.get(key)
    if (!row) return []
    const { name = '', gln = '' } = JSON.parse(row.data) as SubjectData['location']
    const own = { 'location.code': row.code, 'location.name': name, 'location.gln': gln }
    return [{ ...commonData(facts), ...own }]
  })
  return { data, missing: codes.filter((code) => !found.has(code.toUpperCase())) }
}
