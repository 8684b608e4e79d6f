import { expected, good } from './scheme.ts'
import type { Part, Result, Scheme } from './scheme.ts'

/** Checks that the parts make sense together: one counter, no repeats, one calendar, check last. */
export function checkComposition(pattern: string, parts: readonly Part[]): Result<Scheme> {
  const counter = parts.find((part) => part.kind === 'counter')
  if (!counter) return expected(pattern.length, 'counter')
  const seen = new Set<string>()
  let check = null
  for (const part of parts) {
    if (check) return expected(part.at, 'endAfterCheck')
    const wrong = clash(part, seen)
    if (wrong) return wrong
    if (part.kind === 'check') check = part
    seen.add(subjectOf(part))
  }
  return good({ pattern, parts, counter, check })
}

/** What a part tells; no two parts may tell the same. Literals tell nothing. */
function subjectOf(part: Part): string {
  if (part.kind === 'literal') return ''
  if (part.kind === 'date') return part.name === 'YY' ? 'YYYY' : part.name
  return part.kind === 'field' ? part.name : part.kind
}

/** Near the new year a week belongs to another year than its days: only one of them can be told. */
const calendars = [['WW'], ['JJJ'], ['MM', 'DD']]

function clash(part: Part, seen: ReadonlySet<string>): Result<never> | null {
  const subject = subjectOf(part)
  if (subject === '') return null
  if (seen.has(subject)) return expected(part.at, 'once', { part: subject })
  const own = calendars.find((names) => names.includes(subject))
  const other = calendars.flat().find((name) => seen.has(name) && !own?.includes(name))
  return own && other ? expected(part.at, 'oneCalendar', { other: `{${other}}` }) : null
}
