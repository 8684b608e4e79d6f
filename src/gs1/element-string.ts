/**
 * Element strings: `(01)09506000134352(21)A1` for people, `^010950600013435221A1` with FNC1 for
 * symbols (GS1 General Specifications, sections 7.8 and 4.14). In both forms `|` separates the
 * linear part of a composite symbol from the part above it.
 */

import type { Clause } from '../i18n/clause.ts'
import type { AiEntry } from './ai-table.ts'
import { associationFault } from './associations.ts'
import {
  ELEMENTS_MAX,
  INPUT_LENGTH_MAX,
  findAi,
  findAiAt,
  lengthFault,
  readValue,
} from './element.ts'
import type { Gs1Element, ParseOptions, ParsedElement, RuleFault } from './element.ts'
import { failure, success } from './problem.ts'
import type { Failure, ProblemCode, Result } from './problem.ts'
import { say } from './say.ts'

/** What stands for FNC1 in transmitted data. */
export const GROUP_SEPARATOR = '\u001d'

/** Elements with their entries in the table, before it is known whether they go together. */
interface Found {
  readonly entries: AiEntry[]
  readonly elements: ParsedElement[]
}

function format(code: ProblemCode, position: number, length = 0): Failure {
  return failure({ code, rule: 'format', position, length })
}

export function tooLong(text: string): Failure | null {
  const excess = text.length - INPUT_LENGTH_MAX
  return excess > 0 ? format('DATA_TOO_LONG', INPUT_LENGTH_MAX, excess) : null
}

/** How long a value may be, where that is what is wrong. */
function lengthDetail(ai: string, rule: string): Clause | undefined {
  const entry = rule === 'format' ? findAi(ai, { allowUnknownAis: true }) : undefined
  if (entry === undefined) return undefined
  const { lengthMin, lengthMax } = entry
  return lengthMin === lengthMax
    ? say('detail.length', { length: lengthMin })
    : say('detail.lengthRange', { least: lengthMin, most: lengthMax })
}

/** Places a fault of an element: its offset counts from `offset`. */
export function elementFailure(found: RuleFault, ai: string, offset: number): Failure {
  const { code, rule, at, length } = found
  const detail = lengthDetail(ai, rule)
  const where = { code, rule, ai, position: offset + at, length }
  return failure(detail === undefined ? where : { ...where, detail })
}

export function tooManyAis(position: number): Failure {
  return format('TOO_MANY_AIS', position)
}

export function isFull(options: ParseOptions): boolean {
  return options.validation === undefined || options.validation === 'full'
}

/** Checks whether all elements of a thing go together. */
function together(options: ParseOptions, parts: readonly Found[]): Result<ParsedElement[]> {
  const [first, ...others] = parts
  const elements = others.length === 0 ? first!.elements : parts.flatMap((part) => part.elements)
  if (!isFull(options)) return success(elements)
  const entries = others.length === 0 ? first!.entries : parts.flatMap((part) => part.entries)
  return associationFault(entries, elements) ?? success(elements)
}

/** Reads elements from `start`, in front of which stands FNC1 or what says that it was there. */
function readFnc1(
  text: string,
  start: number,
  separator: string,
  options: ParseOptions,
): Result<Found> {
  if (start >= text.length) return format('AI_DATA_EMPTY', start)
  const formatOnly = options.validation === 'format'
  const entries: AiEntry[] = []
  const elements: ParsedElement[] = []
  let end = -1
  let at = start
  while (at < text.length) {
    const entry = findAiAt(text, at, options)
    if (entry === undefined) return format('NO_AI_FOR_PREFIX', at, Math.min(4, text.length - at))
    const { ai } = entry
    const position = at + ai.length
    if (end < position) {
      end = text.indexOf(separator, position)
      if (end < 0) end = text.length
    }
    const after = readValue(entry, text, position, end, formatOnly)
    if (typeof after !== 'number') return elementFailure(after, ai, 0)
    if (elements.length >= ELEMENTS_MAX) return tooManyAis(at)
    entries.push(entry)
    elements.push({ ai, value: text.slice(position, after), position })
    if (after < end && entry.needsSeparator) {
      const excess = { code: 'AI_DATA_IS_TOO_LONG', at: after, length: end - after } as const
      return elementFailure({ rule: 'format', ...excess }, ai, 0)
    }
    at = after === end ? after + 1 : after
  }
  return success({ entries, elements })
}

/**
 * Reads elements from `start` to the end of `text`. Elements of `before` belong to the same thing
 * and count for the associations.
 */
export function parseElements(
  text: string,
  start: number,
  separator: string,
  options: ParseOptions,
  before: readonly ParsedElement[] = [],
): Result<ParsedElement[]> {
  const found = readFnc1(text, start, separator, options)
  if (!found.ok) return found
  if (before.length === 0) return together(options, [found.value])
  const entries = before.map(({ ai }) => findAi(ai, { allowUnknownAis: true })!)
  const all = together(options, [{ entries, elements: [...before] }, found.value])
  return all.ok ? success(found.value.elements) : all
}

/**
 * Reads an element string with FNC1, written `^` or as the GS character, in first position and
 * after each value that needs a separator.
 *
 * @example
 * const read = parseFnc1('^010950600013435210ABC^21A1')
 * read.ok && read.value.map((element) => element.value) // ['09506000134352', 'ABC', 'A1']
 */
export function parseFnc1(text: string, options: ParseOptions = {}): Result<ParsedElement[]> {
  const long = tooLong(text)
  if (long !== null) return long
  const fnc1 = text.charAt(0)
  if (fnc1 !== '^' && fnc1 !== GROUP_SEPARATOR) return format('MISSING_FNC1_IN_FIRST_POSITION', 0)
  const bar = text.indexOf('|')
  if (bar < 0) return parseElements(text, 1, fnc1, options)
  const linear = readFnc1(text.slice(0, bar), 1, fnc1, options)
  if (!linear.ok) return linear
  if (text.charAt(bar + 1) !== fnc1) return format('MISSING_FNC1_IN_FIRST_POSITION', bar + 1)
  const composite = readFnc1(text, bar + 2, fnc1, options)
  return composite.ok ? together(options, [linear.value, composite.value]) : composite
}

/** A value in the bracketed form ends before the next bracket that is not escaped. */
function bracketedValueEnd(text: string, start: number): number {
  let at = text.indexOf('(', start)
  while (at > start && text.charAt(at - 1) === '\\') at = text.indexOf('(', at + 1)
  return at < 0 ? text.length : at
}

/** The offset in the input of a character of an unescaped value. */
function escapedOffset(text: string, start: number, at: number): number {
  let position = start
  for (let index = 0; index < at; index++) {
    position += text.charAt(position) === '\\' && text.charAt(position + 1) === '(' ? 2 : 1
  }
  return position
}

function bracketedFailure(text: string, position: number, found: RuleFault, ai: string): Failure {
  const start = escapedOffset(text, position, found.at)
  const end = escapedOffset(text, position, found.at + found.length)
  return elementFailure({ ...found, at: start, length: end - start }, ai, 0)
}

/** The elements from `start` as they stand, each with the right length. */
function splitBracketed(text: string, start: number, options: ParseOptions): Result<Found> {
  const entries: AiEntry[] = []
  const elements: ParsedElement[] = []
  let at = start
  do {
    const close = text.indexOf(')', at)
    if (text.charAt(at) !== '(' || close < 0) return format('AI_PARSE_FAILED', at)
    const ai = text.slice(at + 1, close)
    const entry = findAi(ai, options)
    if (entry === undefined) return format('AI_UNRECOGNISED', at + 1, ai.length)
    const position = close + 1
    if (position >= text.length) return format('AI_PARSE_FAILED', position)
    const end = bracketedValueEnd(text, position)
    const value = text.slice(position, end).replaceAll('\\(', '(')
    const wrongLength = lengthFault(entry, value)
    if (wrongLength !== null) return bracketedFailure(text, position, wrongLength, ai)
    if (elements.length >= ELEMENTS_MAX) return tooManyAis(at)
    entries.push(entry)
    elements.push({ ai, value, position })
    at = end
  } while (at < text.length)
  return success({ entries, elements })
}

/** The elements from `start`, each with a right value. */
function readBracketed(text: string, start: number, options: ParseOptions): Result<Found> {
  const split = splitBracketed(text, start, options)
  if (!split.ok) return split
  const { entries, elements } = split.value
  for (const [index, { value, position }] of elements.entries()) {
    const entry = entries[index]!
    const read = readValue(entry, value, 0, value.length, options.validation === 'format')
    if (typeof read !== 'number') return bracketedFailure(text, position, read, entry.ai)
  }
  return split
}

/**
 * Reads an element string in the bracketed form. A bracket that belongs to a value is written `\(`.
 *
 * @example
 * const read = parseElementString('(01)09506000134352(21)A\\(1')
 * read.ok && read.value[1] // { ai: '21', value: 'A(1', position: 22 }
 */
export function parseElementString(
  text: string,
  options: ParseOptions = {},
): Result<ParsedElement[]> {
  const long = tooLong(text)
  if (long !== null) return long
  const bar = text.indexOf('|')
  const linear = readBracketed(bar < 0 ? text : text.slice(0, bar), 0, options)
  if (!linear.ok) return linear
  if (bar < 0) return together(options, [linear.value])
  const composite = readBracketed(text, bar + 1, options)
  return composite.ok ? together(options, [linear.value, composite.value]) : composite
}

/**
 * Writes elements in the bracketed form.
 *
 * @example
 * writeElementString([{ ai: '10', value: 'A(1' }]) // '(10)A\\(1'
 */
export function writeElementString(elements: readonly Gs1Element[]): string {
  return elements.map(({ ai, value }) => `(${ai})${value.replaceAll('(', '\\(')}`).join('')
}

/**
 * Writes elements with FNC1 (`^`) in first position and where a value needs a separator.
 *
 * @example
 * writeFnc1([{ ai: '10', value: 'A1' }, { ai: '17', value: '301231' }]) // '^10A1^17301231'
 */
export function writeFnc1(elements: readonly Gs1Element[]): string {
  let text = ''
  let separate = true
  for (const { ai, value } of elements) {
    text += `${separate ? '^' : ''}${ai}${value}`
    separate = findAi(ai, { allowUnknownAis: true })?.needsSeparator ?? true
  }
  return text
}
