import { writeNumber } from './alphabet.ts'
import { isDate } from './calendar.ts'
import { checkAlgorithms, checkFor, isPlainCheck } from './check-character.ts'
import { nameCounter } from './counter-scope.ts'
import { writeDatePart } from './date-part.ts'
import { permutation } from './permutation.ts'
import {
  good,
  isByWeek,
  keyLength,
  largestNumber,
  limits,
  refuse,
  refuseKey,
  say,
} from './scheme.ts'
import type { DatePart, FieldPart, Part, Result, Scheme, SerialParts } from './scheme.ts'
import { isPrintable } from './tokenise.ts'
import type { Clause } from '../../i18n/clause.ts'

/** A serial and the number of the counter that it was made from. */
export interface NumberedSerial {
  readonly number: number
  readonly serial: string
}

/**
 * The serial for one number of the counter, from 1 up.
 *
 * About one number in seven is refused with `scheme.number_skipped` where there is a check
 * character: the check would be a sign or a look-alike. Take the next number then; numbers need
 * not be without gaps, only never given twice. `key` (32 secret bytes) is for unguessable counters.
 */
export function renderSerial(
  scheme: Scheme,
  parts: SerialParts,
  number: number,
  key?: Uint8Array,
): Result<string> {
  const render = serialRenderer(scheme, parts, key)
  return render.ok ? render.value(number) : render
}

/**
 * The next `count` serials from the counter's number `from` on, and the number to go on with.
 * All or none: refused with `scheme.number` where the counter has too few numbers left.
 */
export function renderSerials(
  scheme: Scheme,
  parts: SerialParts,
  { from, count, key }: { from: number; count: number; key?: Uint8Array | undefined },
): Result<{ readonly serials: readonly NumberedSerial[]; readonly next: number }> {
  if (count > limits.batch) {
    return refuse('scheme.number', say('batch', { most: limits.batch, wanted: count }))
  }
  const render = serialRenderer(scheme, parts, key)
  if (!render.ok) return render
  const serials: NumberedSerial[] = []
  let number = from
  for (; serials.length < count; number++) {
    const serial = render.value(number)
    if (serial.ok) serials.push({ number, serial: serial.value })
    else if (serial.error.code !== 'scheme.number_skipped') return serial
  }
  return good({ serials, next: number })
}

/**
 * The name of the counter that these parts take their number from. The store keeps one row for a
 * name and promises never to give out one of its numbers twice.
 */
export function counterKey(scheme: Scheme, parts: SerialParts): Result<string> {
  const before = renderParts(scheme, parts, beforeCounter(scheme))
  return before.ok ? nameCounter(scheme, before.value, parts) : before
}

const beforeCounter = ({ parts, counter }: Scheme): readonly Part[] =>
  parts.slice(0, parts.indexOf(counter))

const afterCounter = ({ parts, counter }: Scheme): readonly Part[] =>
  parts.slice(parts.indexOf(counter) + 1)

/** Does once what is the same for all numbers. */
export function serialRenderer(
  scheme: Scheme,
  parts: SerialParts,
  key?: Uint8Array,
): Result<(number: number) => Result<string>> {
  const before = renderParts(scheme, parts, beforeCounter(scheme))
  if (!before.ok) return before
  const after = renderParts(scheme, parts, afterCounter(scheme))
  if (!after.ok) return after
  const name = nameCounter(scheme, before.value, parts)
  if (!name.ok) return name
  const print = printedNumber(scheme, name.value, key)
  if (!print.ok) return print
  return good((number) => {
    const printed = print.value(number)
    if (printed === null) return outOfRange(scheme, number)
    const { base, width } = scheme.counter
    return close(scheme, before.value + writeNumber(printed, base, width) + after.value)
  })
}

/** From a number of the counter to the number that is printed; `null` out of its range. */
function printedNumber(
  { counter }: Scheme,
  name: string,
  key: Uint8Array | undefined,
): Result<(number: number) => number | null> {
  const largest = largestNumber(counter)
  const isInRange = (number: number) => Number.isInteger(number) && number >= 1 && number <= largest
  if (!counter.unguessable) return good((number) => (isInRange(number) ? number : null))
  if (key?.length !== keyLength) return refuseKey()
  const { shuffle } = permutation(key, name, largest)
  return good((number) => (isInRange(number) ? shuffle(number - 1) + 1 : null))
}

/** Puts the check character behind a serial. */
function close({ check }: Scheme, body: string): Result<string> {
  const length = body.length + (check ? checkAlgorithms[check.algorithm].length : 0)
  if (length > limits.serial) {
    return refuse('scheme.value', say('long', { most: limits.serial, length }))
  }
  const characters = check ? checkFor(check.algorithm, body) : ''
  if (isPlainCheck(characters)) return good(body + characters)
  return refuse('scheme.number_skipped', say('skipped', { characters }))
}

function outOfRange({ counter }: Scheme, number: number): Result<never> {
  const largest = largestNumber(counter)
  const said =
    number > largest
      ? say('usedUp', { places: counter.width, largest })
      : say('outOfRange', { largest, number })
  return refuse('scheme.number', said, { position: counter.at })
}

function renderParts(scheme: Scheme, values: SerialParts, parts: readonly Part[]): Result<string> {
  let text = ''
  for (const part of parts) {
    const piece = renderPart(scheme, values, part)
    if (!piece.ok) return piece
    text += piece.value
  }
  return good(text)
}

/** The text of a part; the counter and the check are written by others. */
function renderPart(scheme: Scheme, values: SerialParts, part: Part): Result<string> {
  if (part.kind === 'literal') return good(part.text)
  if (part.kind === 'field') return renderField(part, values)
  return part.kind === 'date' ? renderDate(scheme, part, values) : good('')
}

function renderField({ name, width, at }: FieldPart, { fields }: SerialParts): Result<string> {
  const value = fields[name] ?? ''
  const refused = (said: Clause) => refuse('scheme.value', said, { position: at, field: name })
  if (value === '') return refused(say('valueMissing', { name }))
  const stranger = Array.from(value).find((character) => !isPrintable(character))
  if (stranger !== undefined) {
    return refused(say('valueUnprintable', { value, name, stranger }))
  }
  if (width !== null && value.length !== width) {
    const field = `{${name}:${width}}`
    return refused(say('valueWidth', { field, width, value, length: value.length }))
  }
  if (value.length > limits.value) {
    return refused(say('valueLong', { name, length: value.length, most: limits.value }))
  }
  return good(value)
}

function renderDate(scheme: Scheme, { name, at }: DatePart, { date }: SerialParts): Result<string> {
  const part = `{${name}}`
  const refused = (said: Clause) => refuse('scheme.date', said, { position: at, field: 'date' })
  if (!date || !isDate(date)) return refused(say('dateMissing', { part }))
  const text = writeDatePart(name, date, isByWeek(scheme))
  if (text !== null) return good(text)
  const { year, month, day } = date
  return refused(say('yearUnfit', { date: `${year}-${month}-${day}`, part }))
}
