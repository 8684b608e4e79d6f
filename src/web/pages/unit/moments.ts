import type { HistoryLine } from '../../../client/web-client.ts'

/** The moments of a unit's past in order of time: of events at the same time the last stands. */
export function momentsOf(lines: readonly HistoryLine[]): HistoryLine[] {
  const inOrder = lines.toSorted((a, b) =>
    a.time === b.time ? a.event - b.event : a.time < b.time ? -1 : 1,
  )
  return [...new Map(inOrder.map((line) => [line.time, line])).values()]
}
