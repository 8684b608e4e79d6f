import { readDate, type WrittenDate } from './dates.ts'
import { readNumber, type WrittenNumber } from './numbers.ts'
import { say } from './say.ts'
import { fail } from './search-error.ts'
import type { NumberBound, NumberMatch, TimeMatch } from './search-query.ts'
import type { Atom, Literal } from './tokens.ts'
import { convertAmount, toNumber } from './units.ts'
import { endsOf, failReversed, writeEnds, type End, type ValueContext } from './value-context.ts'

function dateOf(literal: Literal, isCalendar: boolean, context: ValueContext): WrittenDate {
  const date = readDate(literal.text, { ...context, isCalendar })
  if ('from' in date) return date
  const facts = { field: context.field.name, problem: date.problem }
  fail('date_invalid', literal, facts, date.suggestion)
}

/** Reads a date or a range of dates, as a time or as a calendar day. */
export const readTime =
  (isCalendar: boolean) =>
  (atom: Atom, context: ValueContext): TimeMatch => {
    const ends = endsOf(atom, context.operator)
    const read = (end: End): WrittenDate | null => end && dateOf(end.literal, isCalendar, context)
    const low = read(ends.low)
    const high = ends.high === ends.low ? low : read(ends.high)
    const written = writeEnds(atom, low?.written ?? null, high?.written ?? null)
    if (low && low === high && low.reach) return { ...span(low, isCalendar, context), written }
    const from = low && (ends.low?.isInclusive ? low.from : low.to)
    const to = high && (ends.high?.isInclusive ? high.to : high.from)
    if (from !== null && to !== null && from >= to) failReversed(atom, low!.written, high!.written)
    return { kind: 'time', written, from, to }
  }

/** `7d` is the time since that day, `+7d` the time from the present until the end of that day. */
function span(
  date: WrittenDate,
  isCalendar: boolean,
  context: ValueContext,
): Omit<TimeMatch, 'written'> {
  if (date.reach === 'past') return { kind: 'time', from: date.from, to: null }
  const present = readDate('now', { ...context, isCalendar }) as WrittenDate
  return { kind: 'time', from: present.from, to: date.to }
}

function numberOf(literal: Literal, suffix: string, context: ValueContext): WrittenNumber {
  const number = readNumber(literal.text, suffix)
  if (number) return number
  fail('number_invalid', literal, { field: context.field.name, problem: say('problem.number') })
}

/** Reads a number or a range of numbers. */
export function readNumberValue(atom: Atom, context: ValueContext): NumberMatch {
  const ends = endsOf(atom, context.operator)
  const high = ends.high && numberOf(ends.high.literal, '', context)
  // 3..4TB is 3TB..4TB
  const low = ends.low && numberOf(ends.low.literal, high?.suffix ?? '', context)
  const unit = context.field.unit ?? low?.unit ?? high?.unit ?? null
  const bound = (number: WrittenNumber | null, end: End): NumberBound | null => {
    if (!number || !end) return null
    const value = unit === null ? number.value : convertAmount(number, unit)
    if (value) return { value: toNumber(value), inclusive: end.isInclusive }
    const problem = say('problem.measure', { unit, other: number.unit })
    fail('number_invalid', end.literal, { field: context.field.name, problem })
  }
  const from = bound(low, ends.low)
  const to = bound(high, ends.high)
  if (from && to && from.value > to.value) failReversed(atom, low!.written, high!.written)
  const written = writeEnds(atom, low?.written ?? null, high?.written ?? null)
  return { kind: 'number', written, from, to, unit }
}
