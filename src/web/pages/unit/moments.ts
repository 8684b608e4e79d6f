import type { HistoryLine } from '../../../client/web-client.ts'

/** The moments of a unit's past in order of time: of events at the same time the last stands. */
export function momentsOf(lines: readonly HistoryLine[]): { time: string; sentence: string }[] {
  const byTime = new Map(
    lines
      .toSorted((a, b) => (a.time === b.time ? a.event - b.event : a.time < b.time ? -1 : 1))
      .map(({ time, sentence }) => [time, sentence]),
  )
  return Array.from(byTime, ([time, sentence]) => ({ time, sentence }))
}
