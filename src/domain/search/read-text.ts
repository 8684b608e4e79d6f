import { foldIdentifier } from '../identifier.ts'
import { nearest } from './nearest.ts'
import { fail } from './search-error.ts'
import { hasSegments } from './segments.ts'
import type {
  CodeMatch,
  Match,
  PatternMatch,
  TextBound,
  TextMatch,
  TextRangeMatch,
} from './search-query.ts'
import type { Atom } from './tokens.ts'
import { endsOf, failReversed, type End, type ValueContext } from './value-context.ts'
import { writeValue } from './written-text.ts'

const isEqualOperator = ({ operator }: ValueContext): boolean =>
  operator === ':' || operator === '='

/** Reads a value with wildcards; null where it has none. */
export function patternOf(atom: Atom, context: ValueContext): PatternMatch | null {
  const segments = atom.low?.segments
  if (!segments || atom.isRange || !isEqualOperator(context)) return null
  return { kind: 'pattern', segments, exact: context.operator === '=' }
}

function boundOf(end: End, { field }: ValueContext): TextBound | null {
  if (end === null) return null
  const { text } = end.literal
  return { text: field.definition?.normalise?.(text) ?? text, inclusive: end.isInclusive }
}

/** Reads a text or a range of texts; whether the range runs backwards is left to the caller. */
export function readPlain(atom: Atom, context: ValueContext): TextMatch | TextRangeMatch {
  const ends = endsOf(atom, context.operator)
  const from = boundOf(ends.low, context)
  const to = boundOf(ends.high, context)
  if (from && !atom.isRange && isEqualOperator(context)) {
    return { kind: 'text', text: from.text, exact: context.operator === '=' }
  }
  return { kind: 'textRange', from, to }
}

/** Refuses a range of texts that runs backwards. */
export function checkForward(atom: Atom, match: TextMatch | TextRangeMatch): void {
  if (match.kind === 'text' || !match.from || !match.to) return
  const { from, to } = match
  if (foldIdentifier(from.text) <= foldIdentifier(to.text)) return
  failReversed(atom, writeValue(from.text), writeValue(to.text))
}

/** Reads a value that is compared whole. */
export function readText(atom: Atom, context: ValueContext): Match {
  const match = patternOf(atom, context) ?? readPlain(atom, context)
  if (match.kind !== 'pattern') checkForward(atom, match)
  return match
}

/** Reads a value that is found by its words; after `=` it is the whole value. */
export function readWords(atom: Atom, context: ValueContext): Match {
  const match = patternOf(atom, context) ?? readPlain(atom, context)
  if (match.kind !== 'text' || match.exact) return match
  return { kind: 'words', text: match.text }
}

const foldCode = (text: string): string =>
  text
    .trim()
    .toLowerCase()
    .replace(/[\s-]+/g, '_')

/** Reads a name of a closed list; a wildcard stands for all that fit. */
export function readCode(atom: Atom, { field }: ValueContext): readonly CodeMatch[] {
  const codes = field.definition?.codes ?? []
  const literal = atom.low!
  const segments = (literal.segments ?? [literal.text]).map(foldCode)
  const fitting = codes.filter((code) => hasSegments(code, segments))
  if (fitting.length > 0) return fitting.map((code) => ({ kind: 'code', code }))
  const facts = { field: field.name, choices: codes.join(', ') }
  const written = segments.join('*')
  const suggestion = field.definition?.insteadOf?.[written] ?? nearest(written, codes)
  fail('value_unknown', atom, facts, suggestion)
}

const flags: Readonly<Record<string, boolean>> = { yes: true, true: true, no: false, false: false }

/** Yes or no; null where a text is neither. */
export function flagOf(text: string): boolean | null {
  const folded = text.toLowerCase()
  return Object.hasOwn(flags, folded) ? flags[folded]! : null
}

/** Reads yes or no. */
export function readFlag(atom: Atom, { field }: ValueContext): Match {
  const flag = flagOf(atom.low!.text)
  if (flag === null) fail('flag_invalid', atom, { field: field.name })
  return { kind: 'flag', flag }
}
