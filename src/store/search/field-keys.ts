import type { FieldName, FieldReference, GroupKey, Period } from '../../domain/search/index.ts'
import { foldIdentifier } from '../../domain/identifier.ts'
import { nameOf, stages, statuses, unitKinds } from '../../domain/status.ts'
import type { Subject } from '../../domain/subject.ts'
import { batchKey } from './batch-key.ts'
import { traitOf } from './compile-traits.ts'
import { numberKey } from './number-key.ts'
import { quantityKey } from './quantity-key.ts'
import type { Containers } from './containers.ts'
import type { Directory } from './directory.ts'
import { keyOf, type Key, type KeySource, type Label } from './keys.ts'
import { isAmong } from './load-documents.ts'
import { dateOf } from './match-value.ts'
import { periodWriter } from './periods.ts'
import { holdSeparator, type DocumentValue } from './unit-document.ts'
import type { Walk } from './walk.ts'

/** What keys are made with. */
export interface KeyContext {
  readonly walk: Walk
  readonly directory: Directory
  readonly containers: Containers
  readonly timeZoneOffsetMinutes: number
}

/** The key that units are counted by. */
export async function groupKey({ field, period }: GroupKey, context: KeyContext): Promise<Key> {
  return fieldKey(field, context, period)
}

/** The key of a field. */
export async function fieldKey(
  field: FieldReference,
  context: KeyContext,
  period: Period | null = null,
): Promise<Key> {
  if (field.kind === 'identifier') return numberKey(context.walk, field.name)
  if (field.kind === 'trait') return traitKey(field.name, context, period)
  const made = await keys[field.name](context, period)
  return 'read' in made ? made : keyOf(context.walk.book, [made].flat())
}

type KeyMaker = (
  context: KeyContext,
  period: Period | null,
) => Key | KeySource | readonly KeySource[] | Promise<Key | readonly KeySource[]>

const keys: Readonly<Record<FieldName, KeyMaker>> = {
  item: ofItem((item) => textLabel(item.code, item.data.name)),
  sku: ofItem((item) => textLabel(item.code)),
  name: ofItem(({ data }) => textLabel(data.name)),
  category: ofItem(({ data }) => textLabel(data.category)),
  gtin: ofItem(({ data }) => textLabel(data.gtin)),
  maker: ofItem(({ data }, { parties }) => {
    const party = parties.get(data.maker as number)
    return textLabel(party?.code, party?.data.name)
  }),
  serial: ({ walk }) => numberKey(walk, 'serial'),
  // The language sorts and counts by none of these.
  id: ({ walk }) => numberKey(walk, 'serial'),
  lot: (context) => codeSource(context, 'lot'),
  order: (context) => codeSource(context, 'order'),
  expiry: ({ directory }, period) => {
    const write = periodWriter(period ?? 'day', 0)
    return {
      name: 'lot',
      label(lot) {
        const expiry = directory.lots.get(lot as number)?.data.expiry
        return expiry === undefined ? undefined : { value: write(expiry) }
      },
    }
  },
  status: ofCode('status', statuses),
  stage: ofCode('stage', stages),
  kind: ofCode('kind', unitKinds),
  quantity: ({ directory }) => quantityKey(directory),
  loc: placeSources,
  place: placeSources,
  container: ({ walk }) => {
    const serials = new Map<number, string | null>()
    return {
      name: 'parent',
      load: (ids) => loadSerials(walk, ids as number[], serials),
      label: (id) => textLabel(serials.get(id as number) ?? `#${String(id)}`),
    }
  },
  supplier: ofParty('supplier'),
  party: ofParty('party'),
  hold: () => ({
    name: 'hold',
    label: (text) => {
      const reasons = new Set(String(text).split(holdSeparator))
      return [...reasons].flatMap((reason) => textLabel(reason) ?? [])
    },
  }),
  batch: ({ walk }) => batchKey(walk),
  received: ofTime('time.received'),
  made: ofTime('time.made'),
  shipped: ofTime('time.shipped'),
  moved: ofTime('time.moved'),
  seen: ofTime('time.seen'),
  failed: ofTime('time.failed'),
  changed: ofTime('changed'),
}

/** A text, ordered without minding letter case. */
const textLabel = (text: string | undefined, name?: string | null): Label | undefined =>
  text === undefined
    ? undefined
    : { value: text, rank: foldIdentifier(text), ...(name !== undefined && { name }) }

function ofTime(name: string): KeyMaker {
  return ({ timeZoneOffsetMinutes }, period) => {
    const write = period && periodWriter(period, timeZoneOffsetMinutes)
    return {
      name,
      isRank: !write,
      label: (value) => {
        const time = value as number
        return write ? { value: write(time) } : timeLabel(time)
      },
    }
  }
}

/** Whoever orders by times does not read them. */
const timeLabel = (time: number): Label => ({
  get value() {
    return new Date(time).toISOString()
  },
  rank: time,
})

function ofCode(name: string, names: readonly string[]): KeyMaker {
  return () => ({
    name,
    label: (code) => ({ value: nameOf(names, code as number), rank: code as number }),
  })
}

function ofItem(
  label: (item: Subject<'item'>, directory: Directory) => Label | undefined,
): KeyMaker {
  return ({ directory }) => ({
    name: 'item',
    label(id) {
      const item = directory.items.get(id as number)
      return item && label(item, directory)
    },
  })
}

function ofParty(name: string): KeyMaker {
  return ({ directory: { parties } }) => ({
    name,
    label(id) {
      const party = parties.get(id as number)
      return textLabel(party?.code ?? String(id), party?.data.name)
    },
  })
}

/** So often codes are read for one chunk alone; then all that there are are read. */
const fewReads = 8

/** Codes of lots or orders, read as they come. */
function codeSource({ walk: { reads } }: KeyContext, kind: 'lot' | 'order'): KeySource {
  const codes = new Map<number, string>()
  let reading = 0
  return {
    name: kind,
    async load(ids) {
      const unknown = (ids as number[]).filter((id) => !codes.has(id))
      if (unknown.length === 0) return
      reading += 1
      let query = reads.db.selectFrom('subjects').select(['id', 'code']).where('kind', '=', kind)
      if (reading <= fewReads) query = query.where(isAmong(reads, 'id', unknown))
      for (const { id, code } of await query.execute()) codes.set(id, code)
    },
    label: (id) => textLabel(codes.get(id as number) ?? String(id)),
  }
}

async function loadSerials(
  { reads }: Walk,
  ids: readonly number[],
  serials: Map<number, string | null>,
): Promise<void> {
  const unknown = ids.filter((id) => !serials.has(id))
  if (unknown.length === 0) return
  const rows = await reads.db
    .selectFrom('units')
    .select(['id', 'serial'])
    .where(isAmong(reads, 'id', unknown))
    .execute()
  for (const { id, serial } of rows) serials.set(id, serial)
}

/** Where a unit stands, or where the outermost container stands that it is inside of. */
async function placeSources({ directory, containers }: KeyContext): Promise<readonly KeySource[]> {
  const roots = await containers.locations()
  const label = (id: number | undefined) => {
    const location = directory.locations.get(id ?? 0)
    return textLabel(location?.code, location?.data.name)
  }
  return [
    { name: 'location', label: (id) => label(id as number) },
    { name: 'parent', label: (id) => label(roots.get(id as number)) },
  ]
}

/** Units' own traits, else those of their lots, else of their items. */
function traitKey(name: string, context: KeyContext, period: Period | null): Key {
  const { directory, walk, timeZoneOffsetMinutes } = context
  const write = period && periodWriter(period, timeZoneOffsetMinutes)
  const label = (value: DocumentValue | undefined): Label | undefined => {
    if (value === undefined) return undefined
    const time = typeof value === 'string' ? dateOf(value) : null
    if (write && time !== null) return { value: write(time) }
    return typeof value === 'string' ? textLabel(value) : { value }
  }
  const lots = traitOf(directory.lots, name)
  const items = traitOf(directory.items, name)
  return keyOf(walk.book, [
    { name: `trait.${name}`, label },
    { name: 'lot', label: (id) => label(lots.get(id as number)) },
    { name: 'item', label: (id) => label(items.get(id as number)) },
  ])
}
