import type { ProblemGroup } from '../../contract/imports.ts'
import { refusalSaid, type Refusal } from '../../domain/refusal.ts'
import type { Problem } from '../../files/read/problem.ts'
import { inEnglish } from '../../i18n/english.ts'

/** Lines that are named for each kind of problem; the rest are counted. */
const linesNamed = 20

/** Why a row is refused or warned of: a problem of the file, or a refusal of the ledger. */
export type Reason = Problem | Refusal

/** Gathers problems by kind, so that a thousand bad rows are a line to read; counts rows. */
export interface ProblemGroups {
  add(reason: Reason, line: number): void
  list(): ProblemGroup[]
}

/** Starts with no problems; the list begins with the most frequent kind. */
export function groupProblems(): ProblemGroups {
  const groups = new Map<string, { group: ProblemGroup; last: number }>()
  return {
    add(reason, line) {
      const { code } = reason
      const found = groups.get(code)
      if (found?.last === line) return
      const group: ProblemGroup = found?.group ?? firstOf(reason)
      groups.set(code, { group, last: line })
      group.count += 1
      if (group.lines.length < linesNamed) group.lines.push(line)
    },
    list: () => [...groups.values()].map(({ group }) => group).sort((a, b) => b.count - a.count),
  }
}

/** A reason in words. */
export const messageOf = (reason: Reason): string =>
  'said' in reason ? inEnglish(reason.said) : reason.message

function firstOf(reason: Reason): ProblemGroup {
  const said = 'said' in reason ? reason.said : refusalSaid(reason)
  return { code: reason.code, message: messageOf(reason), said, count: 0, lines: [] }
}
