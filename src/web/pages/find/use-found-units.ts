import { useQueries, useQuery } from '@tanstack/react-query'
import type { Unit, WebClient } from '../../../client/web-client.ts'
import { operationKey, useOperation, usePages } from '../../data/operations.ts'
import { timeZoneOffsetMinutes } from '../../data/search-clock.ts'
import { useClient } from '../../data/session.ts'

/** The list of a search, of which any stretch can be looked at. */
export interface FoundUnits {
  /** Units in the list; undefined until it is known. */
  readonly total: number | undefined
  /** How long the part of the list is that can be scrolled to. */
  readonly reach: number
  /** The unit in a place of the list; undefined while it is on its way. */
  readonly unitAt: (place: number) => Unit | undefined
  /** Whether any of the units that were read is a portion of something measured. */
  readonly hasPortions: boolean
  readonly error: Error | null
  readonly retry: () => void
}

/** Units that are asked for at once. */
const every = 200

/** How the list of a search is asked for: how long it is, and where its parts begin. */
export const outlineOf = (query: string) => ({
  query,
  timeZoneOffsetMinutes: timeZoneOffsetMinutes(),
  every,
})

/** Asks for the parts of the list that are seen: of a list with an order of its own from the start. */
export function useFoundUnits(query: string, first: number, end: number): FoundUnits {
  const search = { query, timeZoneOffsetMinutes: timeZoneOffsetMinutes() }
  const outline = useOperation('outlineUnits', outlineOf(query), { keepsFormer: true })
  const isSorted = outline.data?.cursors === null
  const parts = useParts(search, outline.data, first, end)
  const sorted = useSorted(search, isSorted, end)
  const { data, error, refetch } = outline
  const shared = { total: data?.total, retry: () => void refetch() }
  if (isSorted) {
    const { units, hasMore } = sorted
    const reach = Math.min(data?.total ?? 0, units.length + (hasMore ? every : 0))
    return {
      ...shared,
      reach,
      unitAt: (place) => units[place],
      hasPortions: units.some(isPortion),
      error: error ?? sorted.error,
    }
  }
  return { ...shared, reach: data?.total ?? 0, ...parts, error: error ?? parts.error }
}

const isPortion = ({ quantity }: Unit): boolean => quantity !== null

interface Search {
  readonly query: string
  readonly timeZoneOffsetMinutes: number
}
interface OutlineOfUnits {
  readonly every: number
  readonly cursors: readonly (string | null)[] | null
}

function useParts(search: Search, outline: OutlineOfUnits | undefined, first: number, end: number) {
  const client = useClient()
  const { every: size = every, cursors = null } = outline ?? {}
  const numbers: number[] = []
  const from = Math.floor(first / size)
  for (let part = from; part <= Math.floor(Math.max(first, end - 1) / size); part += 1) {
    if (cursors && part < cursors.length) numbers.push(part)
  }
  const answers = useQueries({
    queries: numbers.map((part) => {
      const input = { ...search, limit: size, cursor: cursors?.[part] ?? undefined }
      return {
        queryKey: operationKey(client.company, 'searchUnits/part', input),
        queryFn: ({ signal }: { signal: AbortSignal }) => readPart(client, input, signal),
        staleTime: 30_000,
      }
    }),
  })
  const unitAt = (place: number) => answers[Math.floor(place / size) - from]?.data?.[place % size]
  const hasPortions = answers.some(({ data }) => data?.some(isPortion))
  return { unitAt, hasPortions, error: answers.find(({ error }) => error)?.error ?? null }
}

/** A page can end early, where many units have to be looked at; the part goes on until it is full. */
async function readPart(
  client: WebClient,
  input: Search & { limit: number; cursor: string | undefined },
  signal: AbortSignal,
): Promise<Unit[]> {
  const units: Unit[] = []
  let cursor: string | null = input.cursor ?? null
  do {
    const limit = input.limit - units.length
    const asked = { ...input, limit, cursor: cursor ?? undefined }
    const page = await client.call('searchUnits', asked, { signal })
    units.push(...page.units)
    cursor = page.cursor
  } while (cursor !== null && units.length < input.limit)
  return units
}

function useSorted(search: Search, enabled: boolean, end: number) {
  const pages = usePages('searchUnits', { ...search, limit: every }, { enabled, keepsFormer: true })
  const units = (pages.data ?? []).flatMap((page) => page.units)
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = pages
  const isWanted = enabled && hasNextPage && !isFetchingNextPage && end > units.length
  useQuery({
    queryKey: ['-', 'nextPage', search, units.length],
    queryFn: async () => (await fetchNextPage()).isSuccess,
    enabled: isWanted,
    gcTime: 0,
  })
  return { units, hasMore: hasNextPage, error: pages.error }
}
