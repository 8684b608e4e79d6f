import { directiveOf, type DirectiveName } from './fields.ts'
import { parseDirective } from './parse-directive.ts'
import { parseTerm, parseWord, type ParseOptions } from './parse-term.ts'
import type { Clause } from '../../i18n/clause.ts'
import { say } from './say.ts'
import { describeFault, fail, SearchFault, type SearchError, type Span } from './search-error.ts'
import { searchLimits } from './search-query.ts'
import type { Expression, SearchQuery } from './search-query.ts'
import { tokenize, type FieldToken, type Token } from './tokens.ts'

export type ParseResult =
  | { readonly ok: true; readonly query: SearchQuery }
  | { readonly ok: false; readonly error: SearchError }

interface Parser {
  readonly tokens: readonly Token[]
  readonly options: ParseOptions
  readonly end: Span
  at: number
  terms: number
  directives: Partial<SearchQuery>
}

/**
 * Reads a search. Terms beside each other must all hold; `OR` binds less, `-` and `NOT` more.
 * Never throws: an error points at the character and says what to do.
 */
export function parseQuery(text: string, options: ParseOptions): ParseResult {
  try {
    return { ok: true, query: parse(text, options) }
  } catch (error) {
    if (!(error instanceof SearchFault)) throw error
    return { ok: false, error: describeFault(error, text) }
  }
}

function parse(text: string, options: ParseOptions): SearchQuery {
  checkText(text)
  const end = { position: text.length, length: 0 }
  const tokens = tokenize(text)
  const parser: Parser = { tokens, options, end, at: 0, terms: 0, directives: {} }
  const where = tokens.length === 0 ? null : parseOr(parser, 0)
  const unopened = tokens[parser.at]
  if (unopened) fail('parenthesis_unopened', unopened)
  return {
    where,
    sort: [],
    group: [],
    at: null,
    timeZoneOffsetMinutes: options.timeZoneOffsetMinutes ?? 0,
    ...parser.directives,
  }
}

// Controls but white space, zero-width and bidirectional marks, lone surrogates: none can be seen,
// and a store may not be able to keep them.
const invisible =
  /[\u0000-\u0008\u000e-\u001f\u007f-\u0084\u0086-\u009f\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069]|\p{Surrogate}/u

/** The first invisible character of a text, as its place and name; null where there is none. */
export function findInvisible(text: string): { position: number; name: string } | null {
  const found = invisible.exec(text)
  if (!found) return null
  const point = found[0].codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')
  return { position: found.index, name: `U+${point}` }
}

function checkText(text: string): void {
  const { length } = searchLimits
  if (text.length > length) {
    const span = { position: length, length: text.length - length }
    fail('too_long', span, { count: text.length, most: length })
  }
  const found = findInvisible(text)
  if (!found) return
  fail('invisible_character', { position: found.position, length: 1 }, { name: found.name })
}

const here = say('where.here')
const beforeOr = say('where.before', { word: 'OR' })
const afterOr = say('where.after', { word: 'OR' })

/** Parts joined by OR, up to a closing parenthesis or the end; null where only directives are. */
function parseOr(parser: Parser, depth: number): Expression | null {
  const parts: Expression[] = []
  for (;;) {
    const before = parser.tokens[parser.at]
    const part = parseAnd(parser, depth)
    const or = parser.tokens[parser.at]
    if (part) parts.push(part)
    else if (or?.kind === 'OR') fail('term_missing', or, { where: beforeOr })
    else if (parts.length > 0) fail('term_missing', before ?? parser.end, { where: afterOr })
    if (or?.kind !== 'OR') return join('or', parts)
    parser.at += 1
  }
}

/** Parts that stand beside each other; directives among them are set aside. */
function parseAnd(parser: Parser, depth: number): Expression | null {
  const parts: Expression[] = []
  for (;;) {
    let token = parser.tokens[parser.at]
    let where = here
    if (token?.kind === 'AND') {
      where = say(parts.length > 0 ? 'where.after' : 'where.before', { word: 'AND' })
      if (parts.length > 0) parser.at += 1
      token = parser.tokens[parser.at]
    }
    if (where === here && isEndOfAnd(token)) return join('and', parts)
    const directive = token?.kind === 'field' && depth === 0 ? directiveOfToken(token) : undefined
    if (directive) takeDirective(parser, directive, token as FieldToken)
    else parts.push(parseNot(parser, depth, where))
  }
}

const isEndOfAnd = (token: Token | undefined): boolean =>
  !token || token.kind === ')' || token.kind === 'OR'

const directiveOfToken = ({ prefix, name }: FieldToken): DirectiveName | undefined =>
  prefix ? undefined : directiveOf(name.text)

/** One expression of parts, without a level of its own where the parts have the same kind. */
function join(kind: 'and' | 'or', parts: readonly Expression[]): Expression | null {
  const flat = parts.flatMap((part) => (part.kind === kind ? part.parts : [part]))
  return flat.length > 1 ? { kind, parts: flat } : (flat[0] ?? null)
}

function takeDirective(parser: Parser, name: DirectiveName, token: FieldToken): void {
  if (name in parser.directives) fail('directive_repeated', token, { directive: name })
  Object.assign(parser.directives, parseDirective(name, token, parser.options))
  parser.at += 1
}

/** One part with the minuses before it. `where` says where a missing part is missing. */
function parseNot(parser: Parser, depth: number, where: Clause): Expression {
  let isExcluded = false
  let last: Token | null = null
  for (;;) {
    const token = parser.tokens[parser.at]
    if (token?.kind !== '-' && token?.kind !== 'NOT') break
    isExcluded = !isExcluded
    last = token
    parser.at += 1
  }
  const part = parsePrimary(parser, depth, last ? say('where.after', { word: last.kind }) : where)
  if (!isExcluded) return part
  return part.kind === 'not' ? part.part : { kind: 'not', part }
}

function parsePrimary(parser: Parser, depth: number, where: Clause): Expression {
  const token = parser.tokens[parser.at]
  if (!token) fail('term_missing', parser.end, { where })
  parser.at += 1
  if (token.kind === '(') return parseGroup(parser, depth + 1, token)
  if (token.kind === 'operator') fail('field_missing', token)
  if (token.kind !== 'word' && token.kind !== 'field') fail('term_missing', token, { where })
  parser.terms += 1
  if (parser.terms > searchLimits.terms) {
    fail('too_many_terms', token, { most: searchLimits.terms })
  }
  if (token.kind === 'word') return parseWord(token)
  const directive = directiveOfToken(token)
  if (directive) fail('directive_misplaced', token, { directive })
  if (token.values.length === 0 && parser.tokens[parser.at]?.kind === '(') {
    fail('value_grouped', parser.tokens[parser.at]!, { before: `${token.name.text}:` })
  }
  return parseTerm(token, parser.options)
}

function parseGroup(parser: Parser, depth: number, opening: Token): Expression {
  if (depth > searchLimits.depth) fail('too_deep', opening, { most: searchLimits.depth })
  const part = parseOr(parser, depth)
  const closing = parser.tokens[parser.at]
  if (!closing) fail('parenthesis_unclosed', opening)
  if (!part) fail('term_missing', closing, { where: say('where.parentheses') })
  parser.at += 1
  return part
}
