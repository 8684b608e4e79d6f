import type { FieldReference, GroupKey, SearchQuery } from '../../domain/search/index.ts'
import { say } from '../../domain/search/say.ts'
import type { Clause } from '../../i18n/clause.ts'
import { inEnglish } from '../../i18n/english.ts'
import { isDamage } from './damage.ts'
import type { Store } from '../store.ts'
import type { StatedUnit } from '../stated-unit.ts'
import { asksForVoid, compile, type Compiled } from './compile.ts'
import { openContainers } from './containers.ts'
import { countUnits as countPlanned, type Counted } from './count-units.ts'
import { fieldKey, groupKey, type KeyContext } from './field-keys.ts'
import { findNewest } from './find-units.ts'
import { findSorted, type SortBy, type Standing } from './find-sorted.ts'
import { outlineFound, type Outline } from './outline.ts'
import { takeSnapshot, unitCount } from './snapshot.ts'
import { openTermBook } from './term-book.ts'
import { openWalk, type Walk } from './walk.ts'

/** How a search was answered: by the index alone, or by looking at units one by one. */
export type Served =
  | { readonly by: 'index'; readonly unitsRead: number }
  | {
      readonly by: 'scan'
      readonly because: string
      readonly said: Clause
      readonly unitsRead: number
    }

/** Where a list goes on: after a unit, or after a place in its order. */
export type ListCursor = number | Standing

export interface FoundUnits {
  readonly units: readonly StatedUnit[]
  readonly next: ListCursor | null
  readonly served: Served
}

/**
 * One page of the units that are searched for: what was recorded before the call is found, and no
 * unit is shown that is not what is searched for any more. A page can end early, where many units
 * have to be looked at; the next one goes on.
 */
export function searchUnits(
  store: Store,
  query: SearchQuery,
  asked: { readonly limit: number; readonly after: ListCursor | null },
): Promise<FoundUnits> {
  const { limit, after } = asked
  const isSorted = query.sort.length > 0
  return withSearch(store, query, isSorted ? 'long' : 'quick', async (search) => {
    const { walk, compiled } = search
    if (!isSorted) {
      const page = await findNewest(walk, compiled.plan, { limit, after: after as number | null })
      return { ...page, served: servedBy(search, query) }
    }
    const sort: SortBy[] = []
    for (const { field, descending } of query.sort) {
      sort.push({ key: await fieldKey(field, search.keys), descending })
    }
    const page = await findSorted(walk, compiled.plan, sort, {
      limit,
      after: after as Standing | null,
    })
    return { ...page, served: servedBy(search, query) }
  })
}

/** Counts the units that are searched for, by the keys of the query or by those given. */
export function countUnits(
  store: Store,
  query: SearchQuery,
  group: readonly GroupKey[] = query.group,
): Promise<Counted & { readonly served: Served }> {
  return withSearch(store, query, 'long', async (search) => {
    const keys = []
    for (const key of group) keys.push(await groupKey(key, search.keys))
    const counted = await countPlanned(search.walk, search.compiled.plan, keys)
    return { ...counted, served: servedBy(search, query) }
  })
}

/** The parts of the list of what is searched for; null for a list that has an order of its own. */
export async function outlineUnits(
  store: Store,
  query: SearchQuery,
  every: number,
): Promise<Outline | null> {
  if (query.sort.length > 0) return null
  return withSearch(store, query, 'long', ({ walk, compiled }) =>
    outlineFound(walk, compiled.plan, every),
  )
}

interface Search {
  readonly walk: Walk
  readonly compiled: Compiled
  readonly keys: KeyContext
  /** Texts of traits that were compared because nothing narrowed them down. */
  readonly textsCompared: number
}

async function withSearch<T>(
  store: Store,
  query: SearchQuery,
  speed: 'quick' | 'long',
  work: (search: Search) => Promise<T>,
): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await work(await openSearch(store, query, speed))
    } catch (error) {
      if (!isDamage(error) || attempt === attemptsMax) throw error
      await store.search.renew()
    }
  }
}

/** A damaged index is thrown away once; the search then reads the units themselves. */
const attemptsMax = 2

async function openSearch(
  { search }: Store,
  query: SearchQuery,
  speed: 'quick' | 'long',
): Promise<Search> {
  const reads = await search.reads(speed)
  const longReads = await search.reads('long')
  const snapshot = await takeSnapshot(reads)
  search.columns.enter(snapshot.epoch)
  if (snapshot.floor > 0 || unitCount(snapshot.changed) > changedMax) search.wake(true)
  const before = query.at?.before ?? null
  const book = openTermBook(reads, snapshot.fields)
  const walk = openWalk({
    reads,
    snapshot,
    book,
    columns: search.columns,
    before,
    asksForVoid: asksForVoid(query),
  })
  const directory = await search.directory.read(longReads)
  const containers = openContainers({ ...walk, reads: longReads })
  const compiled = await compile(query, { reads, directory, containers, before })
  const textsCompared = await book.prepare(compiled.plan)
  const isLong = compiled.unserved !== null || before !== null
  const { timeZoneOffsetMinutes } = query
  return {
    walk: isLong ? { ...walk, reads: longReads } : walk,
    compiled,
    textsCompared,
    keys: { walk, directory, containers, timeZoneOffsetMinutes },
  }
}

/** Changed units that a process which only searches leaves to others to index. */
const changedMax = 500
/** Units, or texts, that a search may look at one by one and still be called served by the index. */
const looksMax = 5000

/** Whether the index answered, and if not, why. */
function servedBy({ walk, compiled, textsCompared }: Search, query: SearchQuery): Served {
  const { unitsRead, unitsReadBack, chunksNotIndexed } = walk.effort
  const scan = (said: Clause): Served => {
    return { by: 'scan', because: inEnglish(said), said, unitsRead }
  }
  if (chunksNotIndexed > 0) return scan(say('scanned.indexIncomplete'))
  if (query.at && unitsReadBack > 0) {
    return scan(say('scanned.readBack', { at: `at:${query.at.written}` }))
  }
  if (compiled.unserved) return scan(say('scanned.term', compiled.unserved))
  const unsorted = query.sort.find(({ field }) => isNumber(field))
  if (unsorted) return scan(say('scanned.order', { field: unsorted.field.name }))
  if (textsCompared > looksMax) return scan(say('scanned.texts', { count: textsCompared }))
  return { by: 'index', unitsRead }
}

const isNumber = ({ kind, name }: FieldReference): boolean =>
  kind === 'identifier' || (kind === 'field' && name === 'serial')
