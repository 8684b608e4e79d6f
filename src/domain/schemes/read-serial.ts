import { dropSeparators, foldCase, foldLookAlikes, foldSeparators, readNumber } from './alphabet.ts'
import { alignSerial } from './align-serial.ts'
import type { Alignment, KnownValue } from './align-serial.ts'
import { checkFor, isCheckGood } from './check-character.ts'
import { isShown, nameCounter } from './counter-scope.ts'
import { dateParts, firstDay, readDatePart } from './date-part.ts'
import type { DateReading } from './date-part.ts'
import { permutation } from './permutation.ts'
import {
  good,
  keyLength,
  largestNumber,
  limits,
  refuse,
  refuseKey,
  say,
  widthOf,
} from './scheme.ts'
import type { Part, Result, Scheme, SerialParts } from './scheme.ts'
import { listOf, type Clause } from '../../i18n/clause.ts'

/** What a serial says. */
export interface Reading {
  /** The serial as the scheme writes it, whatever spelling was typed. */
  readonly serial: string
  readonly fields: Readonly<Record<string, string>>
  readonly date: DateReading
  /** Number of the counter; `null` for an unguessable one that is read without its key. */
  readonly number: number | null
  /** Whether the check character is right; `none` where the scheme has none. */
  readonly check: 'good' | 'wrong' | 'none'
}

/**
 * Reads a serial back into what it was made from.
 *
 * Small letters, O for 0, I or L for 1 and a space for a hyphen are understood; where the text
 * fits in no other way, spaces and dashes too many or too few as well. A wrong check character is
 * a finding, not an error: errors say that the text is no serial of this scheme (`scheme.no_match`,
 * with the place and what was expected there), names a day that does not exist (`scheme.date`), or
 * can be read in several ways (`scheme.ambiguous`; the values of the fields in `known` help).
 */
export function readSerial(
  scheme: Scheme,
  typed: string,
  { known, key }: { known?: KnownValue | undefined; key?: Uint8Array | undefined } = {},
): Result<Reading> {
  if (key && key.length !== keyLength) return refuseKey()
  const text = typed.trim()
  const margin = typed.length - typed.trimStart().length
  if (text.length > 2 * limits.serial) {
    const said = say('longText', { most: limits.serial, length: text.length })
    return refuse('scheme.no_match', said, { position: limits.serial })
  }
  const strict = alignSerial(scheme.parts, foldSeparators(text), known)
  if (strict.kind !== 'none') return readPieces(scheme, strict, { known, key })
  const loose = alignSerial(scheme.parts.map(withoutSeparators), dropSeparators(text), known)
  if (loose.kind !== 'none') return readPieces(scheme, loose, { known, key })
  const part = strict.expected ? sayPart(strict.expected) : say('part.end')
  const position = margin + strict.position
  return refuse('scheme.no_match', say('expected.here', { part }), { position })
}

const withoutSeparators = (part: Part): Part =>
  part.kind === 'literal' ? { ...part, text: dropSeparators(part.text) } : part

function sayPart(part: Part): Clause {
  const width = widthOf(part)
  if (part.kind === 'literal') return say('part.literal', { text: part.text })
  if (part.kind === 'date') return say(`part.${part.name}`)
  if (part.kind !== 'field') return say(`part.${part.kind}`, { width })
  return say(width === null ? 'part.field' : 'part.fieldOfWidth', { name: part.name, width })
}

interface Options {
  readonly known: KnownValue | undefined
  readonly key: Uint8Array | undefined
}

function readPieces(scheme: Scheme, alignment: Alignment, options: Options): Result<Reading> {
  if (alignment.kind !== 'one') {
    return refuse('scheme.ambiguous', say('ambiguous'))
  }
  const pieces = scheme.parts.map((part, index): Piece => {
    const typed = alignment.pieces[index] ?? ''
    return { part, typed, written: writtenAs(part, typed, options.known) }
  })
  const date = dateIn(pieces)
  // A leap year with 53 weeks has every day that a serial without a year can name.
  if (!firstDay({ year: 2004, ...date })) {
    const units = Object.keys(date) as (keyof DateReading)[]
    const told = units.map((unit) => say(`unit.${unit}`, { value: date[unit]! }))
    return refuse('scheme.date', say('noSuchDay', { parts: listOf('comma', told) }))
  }
  const fields = Object.fromEntries(
    pieces.flatMap(({ part, written }) => (part.kind === 'field' ? [[part.name, written]] : [])),
  )
  const number = numberIn(scheme, pieces, { fields, date }, options.key)
  return good({ ...verify(scheme, pieces), fields, date, number })
}

/** A part of the scheme, the text that was typed for it and how the scheme writes that. */
interface Piece {
  readonly part: Part
  readonly typed: string
  readonly written: string
}

function writtenAs(part: Part, typed: string, known: KnownValue | undefined): string {
  if (part.kind === 'literal') return part.text
  if (part.kind === 'field') return known?.(part.name, typed) ?? typed
  return part.kind === 'counter' && part.base === 36 ? foldCase(typed) : foldLookAlikes(typed)
}

function dateIn(pieces: readonly Piece[]): DateReading {
  const date: DateReading = {}
  for (const { part, written } of pieces) {
    if (part.kind !== 'date') continue
    const value = readDatePart(part.name, Number(written))
    if (value !== null) date[dateParts[part.name].unit] = value
  }
  return date
}

const textOf = (pieces: readonly Piece[]): string => pieces.map(({ written }) => written).join('')

function verify({ check }: Scheme, pieces: readonly Piece[]): Pick<Reading, 'serial' | 'check'> {
  if (!check) return { serial: textOf(pieces), check: 'none' }
  const body = textOf(pieces.slice(0, -1))
  const typed = foldCase(pieces.at(-1)?.typed ?? '')
  return isCheckGood(check.algorithm, body, typed)
    ? { serial: body + checkFor(check.algorithm, body), check: 'good' }
    : { serial: body + typed, check: 'wrong' }
}

/** The number of the counter: the printed one, or what the key's permutation made it from. */
function numberIn(
  scheme: Scheme,
  pieces: readonly Piece[],
  { fields, date }: Pick<Reading, 'fields' | 'date'>,
  key: Uint8Array | undefined,
): number | null {
  const { counter } = scheme
  const place = scheme.parts.indexOf(counter)
  const printed = readNumber(pieces[place]?.written ?? '', counter.base) ?? 0
  if (!counter.unguessable) return printed
  if (!key || counter.scope?.some((scope) => !isShown(scheme, scope))) return null
  const day = firstDay(date)
  const parts: SerialParts = day ? { fields, date: day } : { fields }
  const name = nameCounter(scheme, textOf(pieces.slice(0, place)), parts)
  if (!name.ok) return null
  return permutation(key, name.value, largestNumber(counter)).unshuffle(printed - 1) + 1
}
