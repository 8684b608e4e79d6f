import { dropSeparators, foldLookAlikes, readNumber } from './alphabet.ts'
import { checkAlgorithms } from './check-character.ts'
import { readDatePart } from './date-part.ts'
import { limits, widthOf } from './scheme.ts'
import type { Part } from './scheme.ts'

/**
 * Tells which value of a field a typed text means: the value as it is kept, or `undefined` where
 * it is none of them. See {@link knownValues}.
 */
export type KnownValue = (field: string, typed: string) => string | undefined

/** How the parts of a scheme share out a text, or how far the text can be understood. */
export type Alignment =
  | { readonly kind: 'one'; readonly pieces: readonly string[] }
  | { readonly kind: 'many' }
  | { readonly kind: 'none'; readonly position: number; readonly expected: Part | null }

const unreached = -1
const severalWays = -2

/**
 * Shares out a text among the parts, if there is exactly one way.
 *
 * One pass over the parts: `origins[part][end]` is where the part begins if it ends at `end`.
 * Neither the pattern nor the text can make this slow: a part is tried at most once between any two
 * places of the text, and pattern, values and text have a longest length.
 */
export function alignSerial(
  parts: readonly Part[],
  text: string,
  known: KnownValue | undefined,
): Alignment {
  let starts = [0, ...Array<number>(text.length).fill(unreached)]
  const origins: number[][] = []
  for (const part of parts) {
    const ends = reach(part, starts, text, known)
    if (ends.every((origin) => origin === unreached)) {
      return { kind: 'none', position: firstReached(starts), expected: part }
    }
    origins.push(ends)
    starts = ends
  }
  if (starts[text.length] === unreached) {
    const position = starts.findLastIndex((origin) => origin !== unreached)
    return { kind: 'none', position, expected: null }
  }
  return traceBack(origins, text)
}

/** Where a part can end, and for each of these places where it then begins. */
function reach(
  part: Part,
  starts: readonly number[],
  text: string,
  known: KnownValue | undefined,
): number[] {
  const ends = Array<number>(text.length + 1).fill(unreached)
  const width = widthOf(part)
  starts.forEach((origin, start) => {
    if (origin === unreached) return
    const last = Math.min(start + (width ?? limits.value), text.length)
    for (let end = start + (width ?? 1); end <= last; end++) {
      if (!fits(part, text.slice(start, end), known)) continue
      ends[end] = ends[end] === unreached ? start : severalWays
    }
  })
  return ends
}

const firstReached = (starts: readonly number[]): number =>
  starts.findIndex((origin) => origin !== unreached)

/** Follows the one way from the end to the beginning. */
function traceBack(origins: readonly (readonly number[])[], text: string): Alignment {
  const pieces: string[] = []
  let end = text.length
  for (const ends of origins.toReversed()) {
    const start = ends[end] ?? severalWays
    if (start === severalWays) return { kind: 'many' }
    pieces.unshift(text.slice(start, end))
    end = start
  }
  return { kind: 'one', pieces }
}

/** Whether a typed text can stand for a part. */
function fits(part: Part, typed: string, known: KnownValue | undefined): boolean {
  if (part.kind === 'literal') return foldLookAlikes(typed) === foldLookAlikes(part.text)
  if (part.kind === 'field') return !known || known(part.name, typed) !== undefined
  if (part.kind === 'check') {
    const possible = foldLookAlikes(checkAlgorithms[part.algorithm].checkCharacters)
    return Array.from(foldLookAlikes(typed)).every((character) => possible.includes(character))
  }
  const number = readNumber(typed, part.kind === 'counter' ? part.base : 10)
  if (number === null) return false
  return part.kind === 'counter' ? number > 0 : readDatePart(part.name, number) !== null
}

/**
 * Prepares lists of values for reading: with them a serial can be read in which several fields have
 * an open width, and values come back as they are kept (`Drive-4TB` for `drive 4tb`). A field
 * without a list takes anything.
 */
export function knownValues(lists: Readonly<Record<string, readonly string[]>>): KnownValue {
  const fields = new Map<string, Map<string, string | undefined>>()
  for (const [field, values] of Object.entries(lists)) {
    const spellings = new Map<string, string | undefined>()
    fields.set(field, spellings)
    for (const value of values) {
      // What could mean two values means none of them unless it is spelt exactly.
      const loose = loosely(value)
      spellings.set(loose, spellings.has(loose) ? undefined : value)
    }
    for (const value of values) spellings.set(value, value)
  }
  return (field, typed) => {
    const spellings = fields.get(field)
    if (!spellings) return typed
    return spellings.get(typed) ?? spellings.get(loosely(typed))
  }
}

const loosely = (text: string): string => foldLookAlikes(dropSeparators(text))
