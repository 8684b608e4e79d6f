import { listSubjects } from '../../src/contract/subjects.ts'
import { showHistory, showUnit } from '../../src/contract/units.ts'
import type { HistoryLineView, SubjectView, UnitView } from '../../src/contract/views.ts'
import type { SubjectData } from '../../src/domain/subject.ts'
import { answer } from '../../src/features/answer.ts'
import type { Context } from '../../src/features/context.ts'

/** All that can be learnt of a unit by asking for it and for what it refers to. */
export interface Facts {
  readonly view: UnitView
  /** Something had happened to it by the moment that is asked for. */
  readonly isMade: boolean
  readonly item: SubjectOf<'item'> | undefined
  readonly lot: SubjectOf<'lot'> | undefined
  readonly maker: Named | undefined
  readonly supplier: Named | undefined
  /** Its own traits over those of its lot over those of its item. */
  readonly traits: Readonly<Record<string, string | number | boolean | null>>
  /** Where it stands, and what is above that, from below. */
  readonly above: readonly Named[]
  /** Numbers of the containers that it is in. */
  readonly containers: readonly (readonly string[])[]
  /** Numbers that it has or had. */
  readonly everyNumber: readonly string[]
  readonly batches: ReadonlySet<string>
}

export interface Named {
  readonly code: string
  readonly name?: string | null | undefined
}

interface SubjectOf<K extends keyof SubjectData> {
  readonly code: string
  readonly data: SubjectData[K]
}

/** Asks for everything about every unit, as it is, or as it was before a moment. */
export async function gatherFacts(
  context: Context,
  units: number,
  batches: ReadonlyMap<number, string>,
  before: number | null,
): Promise<Facts[]> {
  const subjects = await gatherSubjects(context)
  const at = before === null ? {} : { at: new Date(before - 1).toISOString() }
  const views: UnitView[] = []
  const histories: HistoryLineView[][] = []
  for (let id = 1; id <= units; id += 1) {
    views.push((await answer(showUnit, { unit: `#${id}`, ...at }, context)) as UnitView)
    const history = await answer(showHistory, { unit: `#${id}` }, context)
    histories.push((history as { lines: HistoryLineView[] }).lines)
  }
  const numbersOf = (id: number) => {
    const { serial, identifiers } = views[id - 1]!
    const own = identifiers.map(({ value }) => value)
    return serial === null ? own : [serial, ...own]
  }
  return views.map((view, index) => {
    const lines = histories[index]!
    const item = subjects.item.get(view.item?.id ?? 0) as Facts['item']
    const lot = subjects.lot.get(view.lot?.id ?? 0) as Facts['lot']
    return {
      view,
      isMade: lines.some(({ time }) => isBefore(time, before)),
      item,
      lot,
      maker: byCode(subjects.party, item?.data.maker as string | undefined),
      supplier: byCode(subjects.party, supplierIn(lines, before)),
      traits: { ...present(item?.data.traits), ...present(lot?.data.traits), ...view.traits },
      above: chainOf(subjects.location, view.place.location?.id ?? null),
      containers: view.place.containers.map(({ id }) => numbersOf(id)),
      everyNumber: [...numbersOf(view.id), ...numbersIn(lines)],
      batches: new Set(lines.flatMap((line) => batchOf(line, batches, before))),
    }
  })
}

type Subjects = Record<'item' | 'lot' | 'party' | 'location', Map<number, SubjectView>>

async function gatherSubjects(context: Context): Promise<Subjects> {
  const found: Subjects = { item: new Map(), lot: new Map(), party: new Map(), location: new Map() }
  for (const kind of ['item', 'lot', 'party', 'location'] as const) {
    const { subjects } = (await answer(listSubjects, { kind, limit: 1000 }, context)) as {
      subjects: SubjectView[]
    }
    for (const subject of subjects) found[kind].set(subject.id, subject)
  }
  return found
}

const named = ({ code, data }: SubjectView): Named => ({ code, name: data['name'] as string })

function byCode(subjects: ReadonlyMap<number, SubjectView>, code: string | undefined) {
  const found = [...subjects.values()].find((one) => one.code.toUpperCase() === code?.toUpperCase())
  return found && named(found)
}

function chainOf(locations: ReadonlyMap<number, SubjectView>, id: number | null): Named[] {
  const location = locations.get(id ?? 0)
  return location ? [named(location), ...chainOf(locations, location.parent)] : []
}

/** Traits that are there: those that were taken away say nothing. */
const present = (traits: object | undefined): Record<string, string | number | boolean | null> =>
  Object.fromEntries(Object.entries(traits ?? {}).filter(([, value]) => value !== null))

/** Events that stand, taken-back corrections considered. */
function standing(lines: readonly HistoryLineView[]): HistoryLineView[] {
  const undone = new Set<number>()
  for (const line of lines.toSorted((a, b) => b.event - a.event)) {
    if (line.corrects !== null && !undone.has(line.event)) undone.add(line.corrects)
  }
  return lines.filter(
    (line) => line.corrects === null && !line.contested && !undone.has(line.event),
  )
}

function supplierIn(lines: readonly HistoryLineView[], before: number | null): string | undefined {
  const arrivals = standing(lines)
    .filter(({ kind, time }) => (kind === 'receive' || kind === 'expect') && isBefore(time, before))
    .filter(({ changes }) => (changes['party']?.[1] ?? null) !== null)
    .sort((a, b) => Date.parse(a.time) - Date.parse(b.time) || a.event - b.event)
  return arrivals.at(-1)?.changes['party']?.[1] as string | undefined
}

const isBefore = (time: string, before: number | null) =>
  before === null || Date.parse(time) < before

function numbersIn(lines: readonly HistoryLineView[]): string[] {
  return lines.flatMap(({ changes, contested }) =>
    Object.entries(changes)
      .filter(([path]) => path === 'serial' || path.startsWith('identifier.'))
      .flatMap(([, [was, is]]) => [was, contested ? null : is])
      .filter((value): value is string => typeof value === 'string'),
  )
}

function batchOf(
  { event, time }: HistoryLineView,
  batches: ReadonlyMap<number, string>,
  before: number | null,
): string[] {
  const batch = batches.get(event)
  return batch !== undefined && isBefore(time, before) ? [batch] : []
}
