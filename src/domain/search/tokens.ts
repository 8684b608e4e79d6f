/**
 * The text of a search cut into tokens, in one pass. Nothing is refused here: a text that is still
 * being typed has tokens too, and what is wrong with one is noted on it.
 */
import type { Span } from './search-error.ts'

export type Token = Mark | Word | FieldToken

/** A parenthesis, a minus, a keyword, or an operator without a field in front. */
export interface Mark extends Span {
  readonly kind: '(' | ')' | '-' | 'AND' | 'OR' | 'NOT' | 'operator'
}

export interface Word extends Span {
  readonly kind: 'word'
  readonly literal: Literal
}

/** `field:value,value` */
export interface FieldToken extends Span {
  readonly kind: 'field'
  readonly prefix: 'trait' | 'id' | null
  readonly name: Literal
  readonly operator: WrittenOperator
  /** Empty when the value is missing; the last may be empty after a comma. */
  readonly values: readonly Atom[]
}
export type WrittenOperator = ':' | '=' | '!=' | '>' | '>=' | '<' | '<='

/** One value of a list: a literal, or a range with at least its dots. */
export interface Atom extends Span {
  readonly low: Literal | null
  readonly high: Literal | null
  readonly isRange: boolean
}

export interface Literal extends Span {
  /** What it says, without quotes; a wildcard is `*`. */
  readonly text: string
  /** The texts between wildcards; null when there is none. */
  readonly segments: readonly string[] | null
  readonly isQuoted: boolean
  /** Where a quote opens that is never closed. */
  readonly unclosedAt: number | null
  /** Where text goes on right after a closing quote. */
  readonly trailingAt: number | null
}

interface Cursor {
  readonly text: string
  at: number
}

// Telephones and word processors turn straight quotes into curly ones.
const closingQuotes: Readonly<Record<string, string>> = { '"': '"', '“': '”“', '„': '”“' }

const isSpace = (character: string | undefined): boolean =>
  character !== undefined && character.trim() === ''

/** Moves the cursor past a sticky expression and returns what it matched. */
function take(cursor: Cursor, expression: RegExp): RegExpExecArray | null {
  expression.lastIndex = cursor.at
  const match = expression.exec(cursor.text)
  if (match) cursor.at += match[0].length
  return match
}

/** Reads from an opening quote past its closing one; `isClosed` is false at the end of the text. */
function takeQuoted(cursor: Cursor): { text: string; isClosed: boolean } {
  const closing = closingQuotes[cursor.text[cursor.at]!]!
  let text = ''
  for (cursor.at += 1; cursor.at < cursor.text.length; cursor.at += 1) {
    const character = cursor.text[cursor.at]!
    if (closing.includes(character)) {
      cursor.at += 1
      return { text, isClosed: true }
    }
    const next = cursor.text[cursor.at + 1]
    const isEscape =
      character === '\\' && next !== undefined && (next === '\\' || next in closingQuotes)
    if (isEscape) cursor.at += 1
    text += isEscape ? next : character
  }
  return { text, isClosed: false }
}

interface Ends {
  readonly atComma: boolean
  readonly atDots: boolean
}

/**
 * Reads one literal: bare text, quoted text, or both joined by wildcards. A quote opens only at
 * the start or after a wildcard, so that `3.5"` needs no escape; parentheses that open within bare
 * text belong to it up to their closing ones, as in `month(received)`.
 */
function takeLiteral(cursor: Cursor, ends: Ends): Literal {
  const position = cursor.at
  const segments = ['']
  let [isQuoted, isAfterQuote, isPieceStart, depth] = [false, false, true, 0]
  let unclosedAt: number | null = null
  let trailingAt: number | null = null
  while (cursor.at < cursor.text.length) {
    const character = cursor.text[cursor.at]!
    if (isSpace(character) || endsLiteral(cursor, ends, depth, position)) break
    if (isPieceStart && character in closingQuotes) {
      const opening = cursor.at
      const quoted = takeQuoted(cursor)
      segments[segments.length - 1] += quoted.text
      if (!quoted.isClosed) unclosedAt = opening
      ;[isQuoted, isAfterQuote, isPieceStart] = [true, true, false]
      continue
    }
    cursor.at += 1
    if (character === '*') {
      // Two wildcards in a row are one.
      if (segments.length === 1 || segments.at(-1) !== '') segments.push('')
      ;[isPieceStart, isAfterQuote] = [true, false]
      continue
    }
    if (isAfterQuote) trailingAt ??= cursor.at - 1
    if (character === '(') depth += 1
    if (character === ')') depth -= 1
    segments[segments.length - 1] += character
    isPieceStart = false
  }
  return {
    position,
    length: cursor.at - position,
    text: segments.join('*').normalize('NFC'),
    segments: segments.length > 1 ? segments.map((segment) => segment.normalize('NFC')) : null,
    isQuoted,
    unclosedAt,
    trailingAt,
  }
}

function endsLiteral(cursor: Cursor, ends: Ends, depth: number, start: number): boolean {
  const character = cursor.text[cursor.at]
  if (depth > 0) return false
  if (character === ')') return true
  if (character === '(') return cursor.at === start
  if (character === ',') return ends.atComma
  return ends.atDots && character === '.' && cursor.text[cursor.at + 1] === '.'
}

function takeAtom(cursor: Cursor): Atom {
  const position = cursor.at
  const first = takeLiteral(cursor, { atComma: true, atDots: true })
  const low = first.length > 0 ? first : null
  if (!take(cursor, /\.\./y)) {
    return { position, length: cursor.at - position, low, high: null, isRange: false }
  }
  const second = takeLiteral(cursor, { atComma: true, atDots: false })
  const high = second.length > 0 ? second : null
  return { position, length: cursor.at - position, low, high, isRange: true }
}

function takeValues(cursor: Cursor): Atom[] {
  const values: Atom[] = []
  do {
    const atom = takeAtom(cursor)
    if (atom.length === 0 && values.length === 0) break
    values.push(atom)
  } while (take(cursor, /,/y))
  return values
}

const bareLiteral = (position: number, text: string): Literal => ({
  position,
  length: text.length,
  text: text.normalize('NFC'),
  segments: null,
  isQuoted: false,
  unclosedAt: null,
  trailingAt: null,
})

// Numbers and addresses that hold colons of their own and are pasted or scanned as they are.
const selfContained = /(?:[\da-f]{2}(?::[\da-f]{2}){5}(?=[\s)]|$)|https?:\/\/|urn:)/iy

interface WrittenName {
  readonly prefix: FieldToken['prefix']
  readonly name: Literal
}

/** Reads `name`, `trait.name`, `trait."any name"` or `id.name`. */
function takeName(cursor: Cursor): WrittenName | null {
  const position = cursor.at
  const start = take(cursor, /\p{L}[\p{L}\p{N}_-]*/uy)
  if (!start) return null
  const prefix = start[0].toLowerCase()
  const isPrefix = prefix === 'trait' || prefix === 'id'
  if (!isPrefix || !take(cursor, /\.(?=["“„\p{L}\p{N}_-])/uy)) {
    return { prefix: null, name: bareLiteral(position, start[0]) }
  }
  const at = cursor.at
  const bare = take(cursor, /[\p{L}\p{N}_-]+/uy)
  if (bare) return { prefix, name: bareLiteral(at, bare[0]) }
  const { text, isClosed } = takeQuoted(cursor)
  const literal = bareLiteral(at, text)
  const length = cursor.at - at
  return { prefix, name: { ...literal, length, isQuoted: true, unclosedAt: isClosed ? null : at } }
}

/** Reads `name:` or `name >= `; leaves the cursor alone and returns null where there is no field. */
function takeField(cursor: Cursor): FieldToken | null {
  const position = cursor.at
  if (take(cursor, selfContained)) {
    cursor.at = position
    return null
  }
  const written = takeName(cursor)
  const operator = written && take(cursor, /:(>=|<=|[><])?|\s*(!=|>=|<=|[=><])\s*/y)
  // A quoted name cannot be a word, so it is a field whose value is missing.
  if (!written || (!operator && !written.name.isQuoted)) {
    cursor.at = position
    return null
  }
  const values = operator ? takeValues(cursor) : []
  return {
    kind: 'field',
    position,
    length: cursor.at - position,
    ...written,
    operator: (operator?.[1] ?? operator?.[2] ?? ':') as WrittenOperator,
    values,
  }
}

function takeToken(cursor: Cursor): Token {
  const position = cursor.at
  const mark = take(cursor, /[()-]|(?:AND|OR|NOT)(?=[\s()]|$)/y)
  if (mark) return { kind: mark[0] as Mark['kind'], position, length: mark[0].length }
  const field = takeField(cursor)
  if (field) return field
  const operator = take(cursor, /!=|>=|<=|[:=><]/y)
  if (operator) return { kind: 'operator', position, length: operator[0].length }
  const literal = takeLiteral(cursor, { atComma: false, atDots: false })
  return { kind: 'word', position, length: literal.length, literal }
}

/** Cuts a text into tokens, in time proportional to its length. */
export function tokenize(text: string): Token[] {
  const cursor: Cursor = { text, at: 0 }
  const tokens: Token[] = []
  for (;;) {
    take(cursor, /\s+/y)
    if (cursor.at >= text.length) return tokens
    tokens.push(takeToken(cursor))
  }
}
