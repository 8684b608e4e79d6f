import type { ResolvedField } from './fields.ts'
import { say } from './say.ts'
import { fail, SearchFault, type SearchErrorCode, type Span } from './search-error.ts'
import type { Operator } from './search-query.ts'
import type { Atom, Literal } from './tokens.ts'

/** What a value is read for and against. */
export interface ValueContext {
  readonly field: ResolvedField
  readonly operator: Operator
  /** The present, in milliseconds UTC. */
  readonly now: number
  readonly timeZoneOffsetMinutes: number
}

/** One end of what a value spans; null is open. */
export type End = { readonly literal: Literal; readonly isInclusive: boolean } | null

/** A value as the span that it means together with its operator: one literal is both of its ends. */
export interface Ends {
  readonly low: End
  readonly high: End
}

const isAlone = (literal: Literal): boolean =>
  literal.segments?.every((text) => text === '') ?? false

/** Whether the value is just `*`. */
export const isWildcardAlone = ({ low, isRange }: Atom): boolean =>
  !isRange && low !== null && isAlone(low)

/** The ends of a value of a field that has an order. */
export function endsOf(atom: Atom, operator: Operator): Ends {
  const { isRange } = atom
  const low = endOf(atom.low, isRange)
  const high = endOf(atom.high, isRange)
  if (isRange && !low && !high) fail('range_missing_end', atom)
  if (isRange) return { low, high }
  const isInclusive = operator !== '>' && operator !== '<'
  const end = low && { ...low, isInclusive }
  const isLow = !operator.startsWith('<')
  const isHigh = !operator.startsWith('>')
  return { low: isLow ? end : null, high: isHigh ? end : null }
}

// An end of a range that is * alone is open, as many are used to write it.
function endOf(literal: Literal | null, isRange: boolean): End {
  if (literal === null || (isRange && isAlone(literal))) return null
  if (literal.segments !== null) {
    const problem = say(isRange ? 'problem.rangeEnds' : 'problem.wholeValue')
    fail('wildcard_forbidden', literal, { problem })
  }
  return { literal, isInclusive: true }
}

/** The canonical text of a value, given those of its ends. */
export function writeEnds(atom: Atom, low: string | null, high: string | null): string {
  return atom.isRange ? `${low ?? ''}..${high ?? ''}` : (low ?? high ?? '')
}

/** Refuses a range whose ends are the wrong way round. */
export function failReversed(span: Span, low: string, high: string): never {
  fail('range_reversed', span, {}, `${high}..${low}`)
}

/** What `read` returns; null where it fails for the given reason. */
export function attempt<T>(read: () => T, reason: SearchErrorCode): T | null {
  try {
    return read()
  } catch (error) {
    if (error instanceof SearchFault && error.code === reason) return null
    throw error
  }
}
