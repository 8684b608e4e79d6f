import { labelsPerRunMax, type LabelSubject } from '../../contract/labels.ts'
import { failWith } from '../../contract/problem.ts'
import { parseRuns } from '../../domain/event.ts'
import type { LabelData } from '../../label/index.ts'
import { searchUnits, type ListCursor } from '../../store/search/search-units.ts'
import type { Context } from '../context.ts'
import { readSearch } from '../read-search.ts'
import { locationLabelData, runFacts, unitLabelData, type RunFacts } from './label-data.ts'

/** What a run of labels is about: units, or locations. */
export interface LabelSubjects {
  readonly total: number
  /** Ids of the units in the order of their labels; empty for locations. */
  readonly units: readonly number[]
  /** The fields of every label, some at a time. */
  data(): AsyncIterable<LabelData[]>
}

/** Units whose fields are read at once. */
const unitsPerRead = 500

/** Finds what labels are asked for; ends with a problem where there is nothing, or too much. */
export async function findLabelSubjects(
  { store, now }: Pick<Context, 'store' | 'now'>,
  input: LabelSubject,
): Promise<LabelSubjects> {
  const { query, units, locations, copies } = input
  const asked = [query, units, locations].filter((one) => one !== undefined)
  if (asked.length !== 1) {
    failWith('input_invalid.labels_which', {}, 'query')
  }
  const facts = await runFacts(store, now())
  if (locations !== undefined) return locationSubjects(store, locations, copies, facts)
  const ids =
    units === undefined ? await unitIds(store, query!, copies, now) : await namedIds(store, units)
  if (ids.length === 0) failWith('input_invalid.labels_none', {}, 'query')
  if (ids.length * copies > labelsPerRunMax) tooMany()
  return {
    total: ids.length * copies,
    units: ids,
    data: () => unitData(store, ids, copies, facts),
  }
}

/** Ids that somebody wrote: each has to be that of a unit. */
async function namedIds(store: Context['store'], runs: string): Promise<number[]> {
  const ids = parseRuns(runs)
  for (let at = 0; at < ids.length; at += unitsPerRead) {
    const some = ids.slice(at, at + unitsPerRead)
    const rows = await store.read.selectFrom('units').select('id').where('id', 'in', some).execute()
    if (rows.length === some.length) continue
    const known = new Set(rows.map(({ id }) => id))
    const missing = some.find((id) => !known.has(id))
    if (missing !== undefined) failWith('input_invalid.labels_unit', { unit: missing }, 'units')
  }
  return ids
}

const tooMany = (): never =>
  failWith('input_invalid.labels_over', { most: labelsPerRunMax }, 'query')

/** Ids of the units that a search finds, oldest first: so they were made, and so they lie. */
async function unitIds(
  store: Context['store'],
  text: string,
  copies: number,
  now: () => number,
): Promise<number[]> {
  const { query } = await readSearch(store, text, 0, now)
  const ids: number[] = []
  for (let after: ListCursor | null = null; ;) {
    const { units, next } = await searchUnits(store, query, { limit: 1000, after })
    for (const { id } of units) ids.push(id)
    if (ids.length * copies > labelsPerRunMax) tooMany()
    if (next === null) break
    after = next
  }
  // A search that says an order keeps it.
  return query.sort.length > 0 ? ids : ids.sort((a, b) => a - b)
}

async function* unitData(
  store: Context['store'],
  ids: readonly number[],
  copies: number,
  facts: RunFacts,
): AsyncIterable<LabelData[]> {
  for (let at = 0; at < ids.length; at += unitsPerRead) {
    const data = await unitLabelData(store, ids.slice(at, at + unitsPerRead), facts)
    yield data.flatMap((one) => copiesOf(one, copies))
  }
}

/** Copies of one run count on, so that each says which it is. */
function copiesOf(data: LabelData, copies: number): LabelData[] {
  return Array.from({ length: copies }, (_, index) => {
    const copy = Number(data['copy']) + index
    return { ...data, copy, 'copy.note': copy > 1 ? `Copy ${copy}` : '' }
  })
}

async function locationSubjects(
  store: Context['store'],
  text: string,
  copies: number,
  facts: RunFacts,
): Promise<LabelSubjects> {
  const codes = text
    .split(/[,\n]/)
    .map((code) => code.trim())
    .filter((code) => code !== '')
  if (codes.length === 0) failWith('input_invalid.labels_locations_none', {}, 'locations')
  // No code has a NUL character, and PostgreSQL takes none.
  const { data, missing } = text.includes('\0')
    ? { data: [], missing: codes }
    : await locationLabelData(store, codes, facts)
  const [first] = missing
  if (first !== undefined)
    failWith('input_invalid.labels_location', { location: first }, 'locations')
  const labels = data.flatMap((one) => Array.from({ length: copies }, () => one))
  async function* all() {
    yield labels
  }
  return { total: labels.length, units: [], data: all }
}
