import { z } from 'zod'
import { countUnits, outlineUnits, searchUnits } from '../../contract/search.ts'
import { failWith } from '../../contract/problem.ts'
import {
  describeQuery,
  formatFieldName,
  formatQuery,
  searchHints,
  type GroupKey,
} from '../../domain/search/index.ts'
import { inEnglish } from '../../i18n/english.ts'
import {
  countUnits as countFound,
  outlineUnits as outline,
  searchUnits as find,
  type ListCursor,
} from '../../store/search/search-units.ts'
import { viewUnits } from '../../store/views/unit-view.ts'
import { handle, type Handler } from '../context.ts'
import { readSearch } from '../read-search.ts'

export const searchRoutes: readonly Handler[] = [
  handle(searchUnits, async ({ query, timeZoneOffsetMinutes, limit, cursor }, { store, now }) => {
    const read = await readSearch(store, query, timeZoneOffsetMinutes, now)
    const { query: parsed, knownTraits } = read
    const after = cursor === undefined ? null : readCursor(cursor, parsed.sort.length)
    const { units, next, served } = await find(store, parsed, { limit, after })
    return {
      units: await viewUnits(store, units),
      cursor: next === null ? null : writeCursor(next),
      served,
      query: formatQuery(parsed, { knownTraits }),
      sentence: describeQuery(parsed),
      hints: searchHints(parsed, knownTraits).map(inEnglish),
    }
  }),
  handle(outlineUnits, async ({ query, timeZoneOffsetMinutes, every }, { store, now }) => {
    const { query: parsed } = await readSearch(store, query, timeZoneOffsetMinutes, now)
    const found = await outline(store, parsed, every)
    if (!found) return { total: (await countFound(store, parsed, [])).total, every, cursors: null }
    const cursors = found.after.map((unit) => (unit === null ? null : writeCursor(unit)))
    return { total: found.total, every: found.every, cursors }
  }),
  handle(countUnits, async ({ query, timeZoneOffsetMinutes, group }, { store, now }) => {
    const grouped = group === undefined ? query : `${query} group:${group}`
    const { query: parsed } = await readSearch(store, grouped, timeZoneOffsetMinutes, now)
    const { total, groups, served } = await countFound(store, parsed)
    return {
      total,
      keys: parsed.group.map(nameOfKey),
      groups: groups
        .map(({ labels, count }) => ({
          labels: labels.map((one) => one && { value: one.value, name: one.name ?? null }),
          count,
        }))
        .toSorted((a, b) => b.count - a.count),
      served,
    }
  }),
]

const nameOfKey = ({ field, period }: GroupKey): string =>
  period === null ? formatFieldName(field) : `${period}(${formatFieldName(field)})`

const writeCursor = (cursor: ListCursor): string =>
  Buffer.from(JSON.stringify(cursor)).toString('base64url')

const listCursor = z.union([
  z.int().min(0),
  z.object({
    ranks: z.array(z.union([z.string(), z.number(), z.null()])),
    id: z.int(),
  }),
])

/** Reads a cursor of a list that is sorted by so many fields; that of another list is refused. */
function readCursor(text: string, sorts: number): ListCursor {
  const read = listCursor.safeParse(jsonOf(Buffer.from(text, 'base64url').toString()))
  if (!read.success) return failWith('input_invalid.cursor', {}, 'cursor')
  const after = read.data
  const ranks = typeof after === 'number' ? 0 : after.ranks.length
  return ranks === sorts ? after : failWith('input_invalid.cursor', {}, 'cursor')
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
