import { useOperation } from '../data/operations.ts'

/** How many units of a search have each value of a field; 0 where there are none. */
export function useCounts(query: string, group: string): (value: string) => number {
  const { data } = useOperation('countUnits', { query, group }, { keepsFormer: true })
  const counts = new Map(
    data?.groups.map(({ labels: [label], count }) => [String(label?.value).toUpperCase(), count]),
  )
  return (value) => counts.get(value.toUpperCase()) ?? 0
}
