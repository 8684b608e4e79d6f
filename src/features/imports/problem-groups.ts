import type { ProblemGroup } from '../../contract/imports.ts'

/** Lines that are named for each kind of problem; the rest are counted. */
const linesNamed = 20

/** Gathers problems by kind, so that a thousand bad rows are a line to read. */
export interface ProblemGroups {
  add(code: string, message: string, line: number): void
  list(): ProblemGroup[]
}

/** Starts with no problems; the list begins with the most frequent kind. */
export function groupProblems(): ProblemGroups {
  const groups = new Map<string, ProblemGroup>()
  return {
    add(code, message, line) {
      const group = groups.get(code) ?? { code, message, count: 0, lines: [] }
      group.count += 1
      if (group.lines.length < linesNamed) group.lines.push(line)
      groups.set(code, group)
    },
    list: () => [...groups.values()].sort((a, b) => b.count - a.count),
  }
}
