/**
 * The application identifiers, ready for use: looked up by their digits, with the limits and
 * associations of each worked out once.
 */

import { release, rows } from './dictionary/ai-rows.generated.ts'
import { upTo, x } from './dictionary/row.ts'
import type { Component, Row } from './dictionary/row.ts'

/** Edition of the GS1 Syntax Dictionary that the table is made from. */
export const dictionaryRelease: string = release

/** Identifiers that a pattern such as `31nn` stands for: all from `first` to `last`. */
export interface AiPattern {
  readonly text: string
  readonly first: number
  readonly last: number
}

/** A group of `req`: one of the alternatives must be present, with all its parts. */
export interface Requirement {
  readonly text: string
  readonly alternatives: readonly (readonly AiPattern[])[]
}

export interface AiEntry {
  readonly ai: string
  /** The digits as a number. No two identifiers have the same, since none begins with another. */
  readonly number: number
  readonly title: string
  readonly components: readonly Component[]
  readonly lengthMin: number
  readonly lengthMax: number
  /** Whether a separator must follow, unless the data ends. */
  readonly needsSeparator: boolean
  readonly isLinkAttribute: boolean
  readonly isKnown: boolean
  readonly required: readonly Requirement[]
  readonly excluded: readonly AiPattern[]
  /** Qualifier sequences when it is a primary key of GS1 Digital Link, else null. */
  readonly linkQualifiers: readonly (readonly string[])[] | null
}

function pattern(text: string): AiPattern {
  return {
    text,
    first: Number(text.replaceAll('n', '0')),
    last: Number(text.replaceAll('n', '9')),
  }
}

function requirement(text: string): Requirement {
  const alternatives = text.split(',').map((alternative) => alternative.split('+').map(pattern))
  return { text, alternatives }
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}

function entry(ai: string, row: Row, isKnown = true): AiEntry {
  const { components, flags, title, req = [], ex = [], key } = row
  const mandatory = components.filter((component) => !component.optional)
  return {
    ai,
    number: Number(ai),
    title,
    components,
    lengthMin: sum(mandatory.map((component) => component.lengthMin)),
    lengthMax: sum(components.map((component) => component.lengthMax)),
    needsSeparator: !flags.includes('*'),
    isLinkAttribute: flags.includes('?'),
    isKnown,
    required: req.map(requirement),
    excluded: ex.flatMap((text) => text.split(',')).map(pattern),
    linkQualifiers:
      key === undefined ? null : key.split('|').map((list) => list.split(',').filter(Boolean)),
  }
}

/** `3100-3105` stands for six identifiers. */
function expand(ais: string): string[] {
  const [first = '', last = first] = ais.split('-')
  const names: string[] = []
  for (let number = Number(first); number <= Number(last); number++) {
    names.push(String(number).padStart(first.length, '0'))
  }
  return names
}

/** All entries, in the order of the dictionary. */
export const aiEntries: readonly AiEntry[] = rows.flatMap((row) =>
  expand(row.ais).map((ai) => entry(ai, row)),
)

/** By the number that the digits make; leading zeros only exist in two-digit identifiers. */
const byNumber: (AiEntry | undefined)[] = Array.from({ length: 10_000 })
/** All identifiers that begin with the same two digits have the same length. */
const lengthByPrefix = new Uint8Array(100)

for (const known of aiEntries) {
  byNumber[known.number] = known
  lengthByPrefix[Number(known.ai.slice(0, 2))] = known.ai.length
}

/** Lengths of values that need no separator, by the first two digits (GenSpecs, figure 7.8.5-2). */
const predefinedLengths = new Map<string, number>([
  ...['01', '02', '03'].map((prefix) => [prefix, 14] as const),
  ...['11', '12', '13', '14', '15', '16', '17', '18', '19'].map((prefix) => [prefix, 6] as const),
  ...['31', '32', '33', '34', '35', '36'].map((prefix) => [prefix, 6] as const),
  ['00', 18],
  ['04', 16],
  ['20', 2],
  ['41', 13],
])

function isDigits(text: string): boolean {
  return /^[0-9]+$/.test(text)
}

/** The entry of an identifier given by itself, as in brackets. */
export function lookUpAi(ai: string): AiEntry | undefined {
  if (ai.length < 2 || ai.length > 4 || !isDigits(ai)) return undefined
  const found = byNumber[Number(ai)]
  return found !== undefined && found.ai.length === ai.length ? found : undefined
}

/** The entry that data beginning at `at` begins with. */
export function lookUpAiAt(text: string, at: number): AiEntry | undefined {
  const first = text.charCodeAt(at) - 48
  const second = text.charCodeAt(at + 1) - 48
  if (!(first >= 0 && first <= 9 && second >= 0 && second <= 9)) return undefined
  let number = first * 10 + second
  const length = lengthByPrefix[number]!
  for (let index = 2; index < length; index++) {
    const digit = text.charCodeAt(at + index) - 48
    if (!(digit >= 0 && digit <= 9)) return undefined
    number = number * 10 + digit
  }
  return length === 0 ? undefined : byNumber[number]
}

/**
 * An entry for an identifier that the dictionary does not have, as far as the General
 * Specifications fix its form: any text up to 90 characters, or the predefined length.
 */
export function unknownAi(ai: string): AiEntry | undefined {
  if (ai.length < 2 || ai.length > 4 || !isDigits(ai)) return undefined
  const prefix = ai.slice(0, 2)
  const knownLength = lengthByPrefix[Number(prefix)]!
  if (knownLength !== 0 && knownLength !== ai.length) return undefined
  const length = predefinedLengths.get(prefix)
  const form = { ais: ai, title: 'UNKNOWN', components: [x(length ?? upTo(90))] }
  return entry(ai, { ...form, flags: length === undefined ? '?' : '*?' }, false)
}

/** The same for data: only where the first two digits tell the length of the identifier. */
export function unknownAiAt(text: string, at: number): AiEntry | undefined {
  const prefix = text.slice(at, at + 2)
  if (!isDigits(prefix) || prefix.length < 2) return undefined
  const length = lengthByPrefix[Number(prefix)]!
  return length === 0 ? undefined : unknownAi(text.slice(at, at + length))
}
