import type { Clause, Said } from '../../i18n/clause.ts'
import search from '../../i18n/en/search.json' with { type: 'json' }
import { inEnglish } from '../../i18n/english.ts'
import { say } from './say.ts'

/**
 * All that can be wrong with a search: a stable code, what was expected in its place, and a
 * sentence that says what to do.
 */
export const searchErrors = search.error
export type SearchErrorCode = keyof typeof searchErrors

/** Why a search cannot be understood. */
export interface SearchError {
  readonly code: SearchErrorCode
  /** Offset of the fault in the text, in UTF-16 code units. */
  readonly position: number
  /** Length of the fault from there; 0 where something is missing. */
  readonly length: number
  readonly found: string
  readonly expected: string
  readonly sentence: string
  /** The sentence in no language yet. */
  readonly said: Clause
  /** What to put in place of the fault. */
  readonly suggestion?: string
}

/** A search with the fault put right as its error suggests; null where it suggests nothing. */
export const mended = (
  text: string,
  { position, length, suggestion }: SearchError,
): string | null =>
  suggestion === undefined
    ? null
    : text.slice(0, position) + suggestion + text.slice(position + length)

/** A stretch of the text, in UTF-16 code units. */
export interface Span {
  readonly position: number
  readonly length: number
}

type Facts = Clause['values']

/** Carries an error out of the depths of the parser; never leaves this folder. */
export class SearchFault extends Error {
  readonly code: SearchErrorCode
  readonly span: Span
  readonly facts: Facts
  readonly suggestion: string | undefined
  constructor(code: SearchErrorCode, span: Span, facts: Facts, suggestion: string | undefined) {
    super(code)
    this.code = code
    this.span = span
    this.facts = facts
    this.suggestion = suggestion
  }
}

/** Ends the parsing of a search with an error. */
export function fail(
  code: SearchErrorCode,
  span: Span,
  facts: Facts = {},
  suggestion?: string,
): never {
  throw new SearchFault(code, span, facts, suggestion)
}

// Long enough for a list of all statuses; what was found can be as long as the search.
const shownLengthMax = 240

const shorten = (fact: Said): Said =>
  typeof fact === 'string' && fact.length > shownLengthMax
    ? `${[...fact].slice(0, shownLengthMax).join('')}…`
    : fact

function nextIn(text: string, position: number): Said {
  if (position >= text.length) return say('found.end')
  const next = String.fromCodePoint(text.codePointAt(position)!)
  return next.trim() || say('found.space')
}

/** The error that a fault in `text` is reported as. */
export function describeFault(fault: SearchFault, text: string): SearchError {
  const { code, suggestion } = fault
  const { position, length } = fault.span
  const found = text.slice(position, position + length) || nextIn(text, position)
  const facts = Object.fromEntries(
    Object.entries({ found, ...fault.facts }).map(([name, fact]) => [name, shorten(fact)]),
  )
  const said = say(`error.${code}.sentence`, facts)
  const described = {
    code,
    position,
    length,
    found: inEnglish(shorten(found)),
    expected: inEnglish(say(`error.${code}.expected`, facts)),
    sentence: inEnglish(said),
    said,
  }
  return suggestion === undefined ? described : { ...described, suggestion }
}
