import type { ProblemGroup } from '../../contract/imports.ts'

/** Lines that are named for each kind of problem; the rest are counted. */
const linesNamed = 20

/** Gathers problems by kind, so that a thousand bad rows are a line to read; counts rows. */
export interface ProblemGroups {
  add(code: string, message: string, line: number): void
  list(): ProblemGroup[]
}

/** Starts with no problems; the list begins with the most frequent kind. */
export function groupProblems(): ProblemGroups {
  const groups = new Map<string, { group: ProblemGroup; last: number }>()
  return {
    add(code, message, line) {
      const found = groups.get(code)
      if (found?.last === line) return
      const group: ProblemGroup = found?.group ?? { code, message, count: 0, lines: [] }
      groups.set(code, { group, last: line })
      group.count += 1
      if (group.lines.length < linesNamed) group.lines.push(line)
    },
    list: () => [...groups.values()].map(({ group }) => group).sort((a, b) => b.count - a.count),
  }
}
