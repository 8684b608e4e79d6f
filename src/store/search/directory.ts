import type { Subject, SubjectData } from '../../domain/subject.ts'
import { subjectOf } from '../rows.ts'
import { isAmong, type Reads } from './load-documents.ts'

/** The items, locations and parties of a company, and the lots that say something of their own. */
export interface Directory {
  readonly items: ReadonlyMap<number, Subject<'item'>>
  readonly locations: ReadonlyMap<number, Subject<'location'>>
  readonly parties: ReadonlyMap<number, Subject<'party'>>
  /** Lots with an expiry or traits; of the others only their codes are ever asked. */
  readonly lots: ReadonlyMap<number, Subject<'lot'>>
}

/** Keeps a directory in memory and brings it up to date for each search. */
export interface DirectoryKeeper {
  read(reads: Reads): Promise<Directory>
}

/** Events since the last search from which on it is quicker to read everything anew. */
const eventsMax = 5000

type Kept = { [K in 'item' | 'location' | 'party' | 'lot']: Map<number, Subject<K>> }

/** Makes a keeper that has read nothing yet. */
export function keepDirectory(): DirectoryKeeper {
  let kept: Kept | undefined
  let known = 0
  return {
    async read(reads) {
      const head = await lastEvent(reads)
      if (!kept || head - known > eventsMax) kept = await readAll(reads)
      else if (head > known) await readChanged(reads, kept, known)
      known = head
      return { items: kept.item, locations: kept.location, parties: kept.party, lots: kept.lot }
    },
  }
}

async function lastEvent({ db }: Reads): Promise<number> {
  const row = await db.selectFrom('company').select('next_event').executeTakeFirstOrThrow()
  return row.next_event - 1
}

async function readAll({ db }: Reads): Promise<Kept> {
  const kept: Kept = { item: new Map(), location: new Map(), party: new Map(), lot: new Map() }
  const rows = await db
    .selectFrom('subjects')
    .selectAll()
    .where('kind', 'in', ['item', 'location', 'party'])
    .execute()
  const lots = await db
    .selectFrom('subjects')
    .selectAll()
    .where('kind', '=', 'lot')
    .where((query) =>
      query.or([query('data', 'like', '%"expiry"%'), query('data', 'like', '%"traits"%')]),
    )
    .execute()
  for (const row of [...rows, ...lots]) keep(kept, subjectOf(row))
  return kept
}

async function readChanged(reads: Reads, kept: Kept, after: number): Promise<void> {
  const events = await reads.db
    .selectFrom('events')
    .select(['subject_kind', 'subject'])
    .where('id', '>', after)
    .where('subject', 'is not', null)
    .execute()
  const told = await lotsTold(reads, after)
  for (const [kind, changed] of Map.groupBy(
    [...events, ...told],
    ({ subject_kind }) => subject_kind,
  )) {
    if (!kind || !(kind in kept)) continue
    const rows = await reads.db
      .selectFrom('subjects')
      .selectAll()
      .where('kind', '=', kind)
      .where(isAmong(reads, 'id', [...new Set(changed.map(({ subject }) => subject!))]))
      .execute()
    for (const row of rows) keep(kept, subjectOf(row))
  }
}

/** Lots of which events on units said when they expire, or that came back with them. */
async function lotsTold(
  { db }: Reads,
  after: number,
): Promise<{ subject_kind: string; subject: number }[]> {
  const rows = await db
    .selectFrom('events')
    .select('data')
    .where('id', '>', after)
    .where('data', 'like', '%"lots":[%')
    .execute()
  return rows.flatMap(({ data }) => {
    const { lots = [] } = JSON.parse(data) as { lots?: number[] }
    return lots.map((subject) => ({ subject_kind: 'lot', subject }))
  })
}

function keep(kept: Kept, subject: Subject): void {
  if (!(subject.kind in kept)) return
  const map = kept[subject.kind as keyof Kept] as Map<number, Subject>
  map.set(subject.id, subject)
}

/** What a location is called. */
export const namesOf = (subject: Subject<'item' | 'location' | 'party'>): string[] => {
  const { name } = subject.data as Partial<SubjectData['item']>
  return name === undefined ? [subject.code] : [subject.code, name]
}

/** The locations and everything below them. */
export function withBelow(
  locations: Directory['locations'],
  wanted: ReadonlySet<number>,
): Set<number> {
  const below = Map.groupBy(locations.values(), ({ parent }) => parent)
  const found = new Set(wanted)
  for (const id of found) for (const child of below.get(id) ?? []) found.add(child.id)
  return found
}
