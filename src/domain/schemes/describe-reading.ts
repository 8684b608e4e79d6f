import { listOf, type Clause, type Said } from '../../i18n/clause.ts'
import { fact, type Fact } from '../fact.ts'
import { say } from '../scan/say.ts'
import type { Reading } from './read-serial.ts'

/**
 * What a serial says, part by part, in words.
 *
 * @param nameOf the name of what a code stands for, such as Hamburg for HAM
 */
export function readingFacts(
  { fields, date, number, check }: Reading,
  nameOf: (field: string, code: string) => string | undefined = () => undefined,
): Fact[] {
  const facts = Object.entries(fields).map(([field, code]) =>
    fact(fieldName(field), nameOf(field, code) ?? code),
  )
  const day = dateInWords(date)
  if (day !== '') facts.push(fact(say('serial.date'), day))
  if (number !== null) facts.push(fact(say('serial.number'), String(number)))
  if (check !== 'none') facts.push(fact(say('serial.check'), say(`serial.${check}`)))
  return facts
}

const ownFields = { 'item.code': 'item', site: 'site', lot: 'lot', order: 'order' } as const

const fieldName = (field: string): Said =>
  Object.hasOwn(ownFields, field)
    ? say(`serial.${ownFields[field as keyof typeof ownFields]}`)
    : field.replace(/^trait\./, '')

/** The facts as one sentence: `E-bike frame, Hamburg, week 31 of 2026, number 412, check good`. */
export const readingSentence = (facts: readonly Fact[]): Said =>
  listOf('comma', facts.map(factInSentence))

function factInSentence({ name, said: { value } }: Fact): Said {
  switch (name) {
    case 'item':
    case 'site':
    case 'date':
      return value
    case 'number':
    case 'lot':
    case 'order':
    case 'check':
      return say(`serialPart.${name}`, { value })
    default:
      return say('serialPart.trait', { name, value })
  }
}

/** A date that a serial shows: `2026-08-01`, `week 31 of 2026`, `day 213 of 2026`. */
function dateInWords({ year, month, day, week, dayOfYear }: Reading['date']): Said {
  if (week !== undefined) return inYear('week', year, { week })
  if (dayOfYear !== undefined) return inYear('day', year, { day: dayOfYear })
  const two = (value: number | undefined) =>
    value === undefined ? [] : String(value).padStart(2, '0')
  return [year === undefined ? [] : String(year), two(month), two(day)].flat().join('-')
}

const inYear = (
  part: 'day' | 'week',
  year: number | undefined,
  values: Clause['values'],
): Clause =>
  year === undefined ? say(`date.${part}`, values) : say(`date.${part}Of`, { ...values, year })
